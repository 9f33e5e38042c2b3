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
public final class KafkaServer implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration FORMAT = Duration.ofSeconds(60);
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

    private final DataFolder folder;
    private final ChildProcess process;
    private final int port;

    private KafkaServer(DataFolder folder, ChildProcess process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Starts a broker on a free port, the one it had before in this folder if that is free. */
    public static KafkaServer start(Path folder) {
        DataFolder data = DataFolder.open(folder);
        return start(data, Ports.remembered(data.path(), "kafka"));
    }

    /** Starts a broker on that port. */
    public static KafkaServer start(Path folder, int port) {
        return start(DataFolder.open(folder), port);
    }

    private static KafkaServer start(DataFolder folder, int port) {
        ChildProcess process = null;
        try {
            Ports.requireFree(port, "Kafka");
            String clusterId = clusterId(folder);
            Path properties = folder.write("server.properties", properties(folder, port));
            folder.write("log4j2.properties", LOGGING);
            if (!Files.exists(folder.resolve("records").resolve("meta.properties"))) {
                format(folder, clusterId, properties);
            }
            process =
                    ChildProcess.start(
                            ChildProcess.Command.of(
                                    "kafka",
                                    folder.path(),
                                    java(folder, "kafka.Kafka", properties.toString())));
            process.await(READY, "Kafka on port " + port, () -> answers(port, clusterId));
            return new KafkaServer(folder, process, port);
        } catch (RuntimeException e) {
            if (process != null) {
                process.close();
            }
            folder.close();
            throw e;
        }
    }

    /** Returns {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }

    /** The id is drawn once per folder; a broker that answers with another one is a stranger. */
    private static String clusterId(DataFolder folder) {
        Path file = folder.resolve("cluster.id");
        try {
            return Files.exists(file)
                    ? Files.readString(file).strip()
                    : Files.readString(folder.write("cluster.id", Uuid.randomUuid().toString()));
        } catch (IOException e) {
            throw new StackException("need the cluster id in " + file + ": " + e, e);
        }
    }

    private static boolean answers(int port, String clusterId) {
        Properties config = new Properties();
        config.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port);
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
                                + port
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

    private static void format(DataFolder folder, String clusterId, Path properties) {
        Commands.run(
                "the formatting of Kafka's folder",
                FORMAT,
                folder.path(),
                java(
                        folder,
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        clusterId,
                        "--config",
                        properties.toString()));
    }

    private static List<String> java(DataFolder folder, String main, String... arguments) {
        return JavaCommand.of(Jdk.current(), MODULE)
                .flags("-Xmx384m", "-XX:+UseSerialGC")
                .property(
                        "log4j2.configurationFile", folder.resolve("log4j2.properties").toString())
                .main(main, arguments);
    }

    private static String properties(DataFolder folder, int port) {
        int controllerPort = Ports.remembered(folder.path(), "kafka-controller");
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
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
                .formatted(port, controllerPort, folder.resolve("records"));
    }
}
