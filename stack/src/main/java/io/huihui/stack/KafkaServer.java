package io.huihui.stack;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A real Kafka broker (KRaft, one node) in its own JVM, with its records in the given folder. */
public final class KafkaServer extends LocalServer {

    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration FORMAT = Duration.ofSeconds(60);
    private static final String NAME = "Kafka";
    private static final String MODULE = "kafka-server";

    private static final String LOGGING =
            """
            rootLogger.level=WARN
            rootLogger.appenderRef.console.ref=console
            appender.console.type=Console
            appender.console.name=console
            appender.console.layout.type=PatternLayout
            appender.console.layout.pattern=%d %p %c - %m%n
            """;

    private final FarPort far;

    /**
     * A second port of the broker, for clients that come to it over a link.
     *
     * @param port of the broker
     * @param linkPort at which they find the link, as the broker tells them
     */
    record FarPort(int port, int linkPort) {}

    private KafkaServer(DataFolder folder, int port, FarPort far) {
        super(folder, port);
        this.far = far;
    }

    /** Starts a broker on a free port, the one it had before in this folder if that is free. */
    public static KafkaServer start(Path folder) {
        return start(folder, null);
    }

    /** Starts a broker as above, with a far port unless that is null. */
    static KafkaServer start(Path folder, FarPort far) {
        DataFolder data = DataFolder.open(folder);
        int port = Ports.remembered(data.path(), "kafka");
        return start(new KafkaServer(data, port, far), NAME, READY);
    }

    /** Starts a broker on that port. */
    public static KafkaServer start(Path folder, int port) {
        return start(new KafkaServer(DataFolder.open(folder), port, null), NAME, READY);
    }

    /** Returns {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** Opens the link to its far port, e.g. to make it slow; the broker may die meanwhile. */
    public SlowLink openLink(long seed) {
        if (far == null) {
            throw new StackException("need a broker with a far port, was started without");
        }
        return SlowLink.open(far.linkPort(), far.port(), seed);
    }

    @Override
    ChildProcess.Command command() {
        Path properties = folder().write("server.properties", properties());
        folder().write("log4j2.properties", LOGGING);
        if (!Files.exists(folder().resolve("records").resolve("meta.properties"))) {
            format(properties);
        }
        return ChildProcess.Command.of(
                "kafka", folder().path(), java("kafka.Kafka", properties.toString()));
    }

    /** The id is drawn once per folder; a broker that answers with another one is a stranger. */
    private String clusterId() {
        Path file = folder().resolve("cluster.id");
        try {
            return Files.exists(file)
                    ? Files.readString(file).strip()
                    : Files.readString(folder().write("cluster.id", Uuid.randomUuid().toString()));
        } catch (IOException e) {
            throw new StackException("need the cluster id in " + file + ": " + e, e);
        }
    }

    @Override
    boolean answers() {
        String clusterId = clusterId();
        Properties config = new Properties();
        config.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        String millis = String.valueOf(PROBE.toMillis());
        config.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        config.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        try (Admin admin = Admin.create(config)) {
            String found =
                    admin.describeCluster()
                            .clusterId()
                            .get(PROBE.toMillis(), TimeUnit.MILLISECONDS);
            if (!clusterId.equals(found)) {
                throw new StackException(
                        "need our Kafka "
                                + clusterId
                                + " on port "
                                + port()
                                + ", was a stranger's "
                                + found
                                + ": choose another port");
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void format(Path properties) {
        Commands.run(
                "the formatting of Kafka's folder",
                FORMAT,
                folder().path(),
                java(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        clusterId(),
                        "--config",
                        properties.toString()));
    }

    private List<String> java(String main, String... arguments) {
        return JavaCommand.of(Jdk.current(), MODULE, folder())
                .flags("-Xmx384m", "-XX:+UseSerialGC")
                .property(
                        "log4j2.configurationFile",
                        folder().resolve("log4j2.properties").toString())
                .main(main, arguments);
    }

    private String properties() {
        int controllerPort = Ports.remembered(folder().path(), "kafka-controller");
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,FAR:PLAINTEXT
        log.dirs=%3$s
        # One broker: nothing can be replicated.
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        # Few consumers: the default of 50 partitions each costs seconds at start.
        offsets.topic.num.partitions=4
        transaction.state.log.num.partitions=4
        # A misspelt topic is an error, not a new topic.
        auto.create.topics.enable=false
        group.initial.rebalance.delay.ms=0
        """
                .formatted(
                        port(),
                        controllerPort,
                        folder().resolve("records"),
                        far == null ? "" : ",FAR://127.0.0.1:" + far.port(),
                        far == null ? "" : ",FAR://127.0.0.1:" + far.linkPort());
    }
}
