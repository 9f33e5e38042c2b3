package io.huihui.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The console's server, in a JVM of its own; it only reads, and may be killed at any time. */
public final class LocalConsole extends LocalServer {

    /** Variable with the password of {@link LocalStack#CONSOLE_USER}. */
    public static final String POSTGRES_PASSWORD_VARIABLE = "HUIHUI_CONSOLE_POSTGRES_PASSWORD";

    /** Variable with what readers must know who come from another machine. */
    public static final String TOKEN_VARIABLE = "HUIHUI_CONSOLE_TOKEN";

    private static final Duration READY = Duration.ofMinutes(3);
    private static final String NAME = "the console";
    private static final String MODULE = "console-server";
    private static final String MAIN = "io.huihui.console.ConsoleMain";

    /** What it answers when asked for its health. */
    private static final String HEALTHY = "huihui console";

    private final Where where;

    /**
     * Where it listens and what it reads.
     *
     * @param bind address of this machine
     * @param port 0 for that of the last time in its folder, or any free one
     * @param sources as {@code KEY=VALUE}, e.g. {@code kafka=127.0.0.1:9092}
     * @param secrets variables of its environment
     */
    public record Where(String bind, int port, List<String> sources, Map<String, String> secrets) {

        public Where {
            sources = List.copyOf(sources);
            secrets = Map.copyOf(secrets);
        }

        /** Says no secret. */
        @Override
        public String toString() {
            return "Where[" + bind + ":" + port + " " + sources + "]";
        }
    }

    private LocalConsole(DataFolder folder, int port, Where where) {
        super(folder, port);
        this.where = where;
    }

    /** Starts it in a folder of its own. */
    public static LocalConsole start(Path folder, Where where) {
        DataFolder data = DataFolder.open(folder);
        int port = where.port() == 0 ? Ports.remembered(data.path(), "console") : where.port();
        return start(new LocalConsole(data, port, where), NAME, READY);
    }

    /** Starts one on loopback that reads a local stack. */
    public static LocalConsole start(Path folder, LocalStack stack, String group) {
        Map<String, String> secrets = new TreeMap<>();
        secrets.put(POSTGRES_PASSWORD_VARIABLE, stack.consolePassword());
        secrets.put(LocalStack.NEO4J_PASSWORD_VARIABLE, stack.neo4j().password());
        return start(
                folder,
                new Where(
                        "127.0.0.1",
                        0,
                        List.of(
                                "kafka=" + stack.kafka().bootstrapServers(),
                                "postgres=" + stack.postgres().jdbcUrl(),
                                "postgresUser=" + LocalStack.CONSOLE_USER,
                                "neo4j=" + stack.neo4j().uri(),
                                "neo4jUser=" + stack.neo4j().user(),
                                "flink=" + stack.flink().address(),
                                "group=" + group),
                        secrets));
    }

    /** Starts it again after a crash, on the same port. */
    public void restart() {
        run(NAME + " on port " + port(), READY);
    }

    /** Returns where a browser finds it. */
    public URI address() {
        return URI.create("http://" + where.bind() + ":" + port() + "/");
    }

    @Override
    ChildProcess.Command command() {
        List<String> arguments = new ArrayList<>(where.sources());
        arguments.add("bind=" + where.bind());
        arguments.add("port=" + port());
        return new ChildProcess.Command(
                "console",
                folder().path(),
                JavaCommand.of(Jdk.current(), MODULE, folder())
                        .flags("-Xmx512m", "-XX:+UseSerialGC")
                        .main(MAIN, arguments.toArray(String[]::new)),
                where.secrets(),
                "TERM");
    }

    @Override
    boolean answers() {
        String found = Http.get(address().resolve("/health"));
        if (!found.isEmpty() && !found.equals(HEALTHY)) {
            throw new StackException(
                    "need "
                            + NAME
                            + " on port "
                            + port()
                            + ", was a stranger: stop that or choose another port");
        }
        return !found.isEmpty();
    }
}
