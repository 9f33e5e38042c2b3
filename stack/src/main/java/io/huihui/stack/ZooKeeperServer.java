package io.huihui.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real ZooKeeper (one node, the one that Flink brings along) in its own JVM: it says which
 * JobManager leads.
 */
final class ZooKeeperServer extends LocalServer {

    private static final Duration READY = Duration.ofMinutes(1);
    private static final String NAME = "ZooKeeper";
    private static final int PROBE_MILLIS = 1_000;

    /** How finely it looks for sessions that are over; none may be shorter than two of these. */
    private static final int TICK_MILLIS = 200;

    /** As long as Flink asks for by default. */
    private static final int LONGEST_SESSION_MILLIS = 60_000;

    private static final String LOGGING =
            """
            rootLogger.level=WARN
            rootLogger.appenderRef.console.ref=console
            appender.console.type=Console
            appender.console.name=console
            appender.console.layout.type=PatternLayout
            appender.console.layout.pattern=%d %p %c - %m%n
            """;

    private ZooKeeperServer(DataFolder folder, int port) {
        super(folder, port);
    }

    /** Starts a server on a free port, the one it had before in this folder if that is free. */
    static ZooKeeperServer start(Path folder) {
        DataFolder data = DataFolder.open(folder);
        return start(
                new ZooKeeperServer(data, Ports.remembered(data.path(), "zookeeper")), NAME, READY);
    }

    /** Returns {@code 127.0.0.1:port}. */
    String quorum() {
        return "127.0.0.1:" + port();
    }

    @Override
    ChildProcess.Command command() {
        Path config = folder().write("zoo.cfg", config());
        Path logging = folder().write("log4j2.properties", LOGGING);
        List<String> words =
                JavaCommand.of(Jdk.current(), FlinkCluster.MODULE, folder())
                        .flags("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                        .property("log4j2.configurationFile", logging.toString())
                        .main(
                                "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
                                "--zkConfigFile",
                                config.toString(),
                                "--peerId",
                                "1");
        return ChildProcess.Command.of("zookeeper", folder().path(), words);
    }

    private String config() {
        return String.join(
                "\n",
                "clientPortAddress=127.0.0.1",
                "clientPort=" + port(),
                "dataDir=" + records(),
                "tickTime=" + TICK_MILLIS,
                "maxSessionTimeout=" + LONGEST_SESSION_MILLIS,
                "maxClientCnxns=0",
                "admin.enableServer=false",
                "4lw.commands.whitelist=conf",
                "");
    }

    private Path records() {
        return folder().folder("records");
    }

    /** A server that keeps its records in this folder is ours. */
    @Override
    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            socket.getOutputStream().write("conf".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean serves = answer.contains("dataDir=");
            if (serves && !answer.contains(records().toString())) {
                throw new StackException(
                        "need our ZooKeeper on port "
                                + port()
                                + ", was a stranger's: stop that or choose another data folder");
            }
            return serves;
        } catch (IOException e) {
            return false;
        }
    }
}
