package io.huihui.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Kafka, Postgres, Neo4j and a Flink cluster in one data folder. A second start in the same folder
 * finds what the first one left, at the same addresses where they are still free.
 */
public final class LocalStack implements AutoCloseable {

    /** Variable of Flink's processes with the password of {@link #JOB_USER}. */
    public static final String POSTGRES_PASSWORD_VARIABLE = "HUIHUI_POSTGRES_PASSWORD";

    /** Variable of Flink's processes with the password of user neo4j. */
    public static final String NEO4J_PASSWORD_VARIABLE = "HUIHUI_NEO4J_PASSWORD";

    /** Name in Postgres under which the job writes; whoever applies the migrations makes it. */
    public static final String JOB_USER = "huihui_job";

    /** Name in Postgres under which the console reads; made as {@link #JOB_USER} is. */
    public static final String CONSOLE_USER = "huihui_console";

    private final Path folder;
    private final String jobPassword;
    private final String consolePassword;
    private final KafkaServer.FarPort far;
    private final FlinkCluster flink;

    /** Others when they were started anew. */
    private volatile KafkaServer kafka;

    private volatile PostgresServer postgres;
    private volatile Neo4jServer neo4j;

    private LocalStack(
            Path folder,
            String jobPassword,
            String consolePassword,
            KafkaServer.FarPort far,
            KafkaServer kafka,
            PostgresServer postgres,
            Neo4jServer neo4j,
            FlinkCluster flink) {
        this.folder = folder;
        this.jobPassword = jobPassword;
        this.consolePassword = consolePassword;
        this.far = far;
        this.kafka = kafka;
        this.postgres = postgres;
        this.neo4j = neo4j;
        this.flink = flink;
    }

    /**
     * Starts all four at once; if one cannot start, the others are stopped and its sentence thrown.
     */
    public static LocalStack start(Path folder, int taskManagers) {
        return start(folder, FlinkProcesses.alone(taskManagers), LocalSettings.folder(), false);
    }

    /**
     * Starts all four, Flink with the settings in {@code flinkConfig/config.yaml}.
     *
     * @param brokerByLink whether the broker has a port too that lies behind a link, for {@link
     *     KafkaServer#openLink}
     * @see #start(Path, int)
     */
    public static LocalStack start(
            Path folder, FlinkProcesses flinkProcesses, Path flinkConfig, boolean brokerByLink) {
        KafkaServer.FarPort far =
                brokerByLink ? new KafkaServer.FarPort(Ports.free(), Ports.free()) : null;
        String jobPassword = secret(folder, "job");
        String consolePassword = secret(folder, "console");
        String neo4jPassword = secret(folder.resolve("neo4j"), "neo4j");
        Map<String, String> environment =
                Map.of(
                        POSTGRES_PASSWORD_VARIABLE,
                        jobPassword,
                        NEO4J_PASSWORD_VARIABLE,
                        neo4jPassword);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture<KafkaServer> kafka =
                    async(() -> KafkaServer.start(folder.resolve("kafka"), far), threads);
            CompletableFuture<PostgresServer> postgres =
                    async(() -> PostgresServer.start(folder.resolve("postgres")), threads);
            CompletableFuture<Neo4jServer> neo4j =
                    async(() -> Neo4jServer.start(folder.resolve("neo4j")), threads);
            CompletableFuture<FlinkCluster> flink =
                    async(
                            () ->
                                    FlinkCluster.start(
                                            folder.resolve("flink"),
                                            flinkProcesses,
                                            environment,
                                            flinkConfig),
                            threads);
            requireAll(List.of(kafka, postgres, neo4j, flink));
            return new LocalStack(
                    folder,
                    jobPassword,
                    consolePassword,
                    far,
                    kafka.join(),
                    postgres.join(),
                    neo4j.join(),
                    flink.join());
        } finally {
            threads.shutdown();
        }
    }

    /** Returns the password that {@link #JOB_USER} is to have. */
    public String jobPassword() {
        return jobPassword;
    }

    /** Returns the password that {@link #CONSOLE_USER} is to have. */
    public String consolePassword() {
        return consolePassword;
    }

    public KafkaServer kafka() {
        return kafka;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public Neo4jServer neo4j() {
        return neo4j;
    }

    public FlinkCluster flink() {
        return flink;
    }

    /** Starts Kafka anew, e.g. after a crash, with what it kept and at the same address. */
    public void restartKafka() {
        kafka.close();
        kafka = KafkaServer.start(folder.resolve("kafka"), far);
    }

    /** Starts Postgres anew, e.g. after a crash, with what it kept and at the same address. */
    public void restartPostgres() {
        postgres.close();
        postgres = PostgresServer.start(folder.resolve("postgres"));
    }

    /** Starts Neo4j anew, e.g. after a crash, with what it kept and at the same address. */
    public void restartNeo4j() {
        neo4j.close();
        neo4j = Neo4jServer.start(folder.resolve("neo4j"));
    }

    /** Stops Flink first, since it uses the others, then those at once. */
    @Override
    public void close() {
        flink.close();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(kafka::close, threads),
                            CompletableFuture.runAsync(postgres::close, threads),
                            CompletableFuture.runAsync(neo4j::close, threads))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private static String secret(Path folder, String name) {
        try (DataFolder data = DataFolder.open(folder)) {
            return data.secret(name);
        }
    }

    private static <S> CompletableFuture<S> async(Supplier<S> start, ExecutorService threads) {
        return CompletableFuture.supplyAsync(start, threads);
    }

    private static void requireAll(
            List<? extends CompletableFuture<? extends AutoCloseable>> starts) {
        List<RuntimeException> failures = new ArrayList<>();
        List<AutoCloseable> running = new ArrayList<>();
        for (CompletableFuture<? extends AutoCloseable> start : starts) {
            try {
                running.add(start.join());
            } catch (CompletionException e) {
                failures.add(asStackException(e.getCause()));
            }
        }
        if (!failures.isEmpty()) {
            running.forEach(LocalStack::closeQuietly);
            throw failures.get(0);
        }
    }

    private static RuntimeException asStackException(Throwable cause) {
        return cause instanceof StackException known
                ? known
                : new StackException("a server could not be started: " + cause, cause);
    }

    private static void closeQuietly(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            // The failure that brought us here is the one to report; the watchdog ends the process
            // anyway.
            return;
        }
    }
}
