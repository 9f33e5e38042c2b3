package io.huihui.stack;

import io.huihui.stack.cluster.FlinkRest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runtime of Stateful Functions in a JVM of its own: it reads topics, calls the agents'
 * functions, keeps their state, and goes on from its last checkpoint when it is started again.
 */
public final class AgentRuntime extends LocalServer {

    private static final Duration READY = Duration.ofMinutes(3);
    private static final String NAME = "the agents' runtime";
    private static final String MODULE = "statefun-runtime";
    private static final String MAIN = "io.huihui.stack.statefun.StatefunMain";

    private final String bootstrapServers;
    private final int functionsPort;

    private AgentRuntime(DataFolder folder, int port, String bootstrapServers, int functionsPort) {
        super(folder, port);
        this.bootstrapServers = bootstrapServers;
        this.functionsPort = functionsPort;
    }

    /** Starts it between a broker and the functions on that port, which must be there. */
    static AgentRuntime start(Path folder, String bootstrapServers, int functionsPort) {
        DataFolder data = DataFolder.open(folder);
        int port = Ports.remembered(data.path(), "runtime");
        return start(new AgentRuntime(data, port, bootstrapServers, functionsPort), NAME, READY);
    }

    /** Starts it again after a crash. */
    public void restart() {
        run(NAME + " on port " + port(), READY);
    }

    @Override
    ChildProcess.Command command() {
        Path settings = ProjectRoot.find().resolve("flink-conf").resolve("agents");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                settings.toString(),
                                "statefun.remote.module-name=" + module().toUri(),
                                "state.checkpoints.dir=" + folder().folder("checkpoints").toUri(),
                                "io.tmp.dirs=" + folder().folder("tmp"),
                                "rest.address=127.0.0.1",
                                "rest.bind-address=127.0.0.1",
                                "rest.bind-port=" + port()));
        lastCheckpoint()
                .ifPresent(path -> arguments.add("execution.savepoint.path=" + path.toUri()));
        return ChildProcess.Command.of(
                "runtime",
                folder().path(),
                JavaCommand.of(Jdk.current(), MODULE, folder())
                        .flags(
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED")
                        .property(
                                "log4j2.configurationFile",
                                settings.resolve("log4j2.properties").toString())
                        .main(MAIN, arguments.toArray(String[]::new)));
    }

    /** Writes the agents' module with the addresses of this machine. */
    private Path module() {
        Path template = ProjectRoot.find().resolve("agents").resolve("module.yaml");
        try {
            String text =
                    Files.readString(template)
                            .replace("http://FUNCTIONS/", "http://127.0.0.1:" + functionsPort + "/")
                            .replace("address: KAFKA", "address: " + bootstrapServers);
            return folder().write("module.yaml", text);
        } catch (IOException e) {
            throw new StackException("need " + template + ": " + e, e);
        }
    }

    /** Each start is a job of its own to Flink, so the newest of all jobs' checkpoints is meant. */
    private Optional<Path> lastCheckpoint() {
        try (Stream<Path> files = Files.walk(folder().folder("checkpoints"), 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparing(AgentRuntime::modified))
                    .map(Path::getParent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    boolean answers() {
        URI address = URI.create("http://127.0.0.1:" + port());
        if (Http.get(address.resolve("/jobs/overview")).isEmpty()) {
            return false;
        }
        FlinkRest flink = new FlinkRest(address);
        return flink.activeJobs().stream().anyMatch(job -> flink.status(job).allTasksRunning());
    }
}
