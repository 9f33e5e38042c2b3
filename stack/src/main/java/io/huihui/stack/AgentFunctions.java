package io.huihui.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The agents' functions, served over HTTP by a JVM of their own; they keep no state. */
public final class AgentFunctions extends LocalServer {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final String NAME = "the agents' functions";
    private static final String MODULE = "agent-functions";
    private static final String MAIN = "io.huihui.agents.AgentsMain";

    /** What they answer when asked for their health. */
    private static final String HEALTHY = "huihui agents";

    private final Map<String, String> environment;

    private AgentFunctions(DataFolder folder, int port, Map<String, String> environment) {
        super(folder, port);
        this.environment = environment;
    }

    /**
     * Starts them on the port they had before in this folder if that is free.
     *
     * @param environment e.g. where a language model is
     */
    static AgentFunctions start(Path folder, Map<String, String> environment) {
        DataFolder data = DataFolder.open(folder);
        int port = Ports.remembered(data.path(), "functions");
        return start(new AgentFunctions(data, port, environment), NAME, READY);
    }

    /** Starts them again after a crash, on the same port. */
    public void restart() {
        run(NAME + " on port " + port(), READY);
    }

    @Override
    ChildProcess.Command command() {
        return new ChildProcess.Command(
                "functions",
                folder().path(),
                JavaCommand.of(Jdk.current(), MODULE, folder())
                        .flags("-Xmx256m", "-XX:+UseSerialGC")
                        .main(MAIN, String.valueOf(port())),
                environment,
                "TERM");
    }

    @Override
    boolean answers() {
        String found = Http.get(URI.create("http://127.0.0.1:" + port() + "/health"));
        if (!found.isEmpty() && !found.equals(HEALTHY)) {
            throw new StackException(
                    "need "
                            + NAME
                            + " on port "
                            + port()
                            + ", was a stranger: stop that or choose another data folder");
        }
        return !found.isEmpty();
    }
}
