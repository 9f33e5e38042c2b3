package io.huihui.cli;

import io.huihui.connectors.neo4j.GraphMigrations;
import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.postgres.Migrations;
import io.huihui.connectors.postgres.StoreLogins;
import io.huihui.connectors.topic.Topics;
import io.huihui.models.OutsideResults;
import io.huihui.stack.LocalStack;
import io.huihui.stack.ProjectRoot;
import io.huihui.stack.StackException;
import io.huihui.stack.cluster.FlinkRest;
import io.huihui.stack.cluster.HealthCheck;
import io.huihui.stack.cluster.JobLife;
import io.huihui.stack.cluster.JobStatus;
import io.huihui.stack.cluster.ReleaseFolder;
import io.huihui.stack.cluster.Submission;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The main job on a local stack, fed at a steady rate. */
final class RunningMarket implements AutoCloseable {

    /** On a machine that does much else; a second or two is usual. */
    private static final Duration SOURCES_READY = Duration.ofMinutes(3);

    /** A machine may be too busy for the first attempt; a wrong start fails each time. */
    private static final int RESTARTS = 2;

    private final LocalStack stack;
    private final FlinkRest flink;
    private final String jobId;
    private final TopicCounts topics;
    private final Feeds feeds;
    private final Pace pace;
    private final Thread feeding;
    private final AtomicReference<RuntimeException> feedFailure = new AtomicReference<>();
    private long lastSent;
    private long lastNanos;

    private RunningMarket(
            LocalStack stack, String jobId, TopicCounts topics, Feeds feeds, double rate) {
        this.stack = stack;
        this.flink = new FlinkRest(stack.flink().address());
        this.jobId = jobId;
        this.topics = topics;
        this.feeds = feeds;
        this.pace = new Pace(rate);
        this.lastNanos = now();
        this.feeding = new Thread(this::feed, "feed");
        this.feeding.setDaemon(true);
    }

    /** Makes tables and the graph's schema, submits the job, and starts the feed. */
    static RunningMarket start(
            LocalStack stack,
            Path folder,
            Feeds feeds,
            double rate,
            int parallelism,
            List<String> arguments) {
        TopicCounts topics = new TopicCounts(stack.kafka().bootstrapServers());
        try {
            prepareStores(stack);
            addresses(stack).write(folder);
            Submission submission = new Submission(null, arguments, parallelism, null, false);
            JobLife life =
                    new JobLife(
                            stack.flink().address(),
                            new ReleaseFolder(folder.resolve("releases")),
                            line -> {});
            Path jar = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");
            String jobId = life.submit(jar, submission).jobId();
            RunningMarket market = new RunningMarket(stack, jobId, topics, feeds, rate);
            market.awaitSources();
            market.feeding.start();
            return market;
        } catch (RuntimeException e) {
            topics.close();
            throw e;
        }
    }

    /** Returns where to look, one line each. */
    String addresses() {
        return String.join(
                System.lineSeparator(),
                "feed      " + feeds.name(),
                "Flink     " + stack.flink().address() + "  (job " + jobId + ")",
                "Kafka     " + stack.kafka().bootstrapServers() + "  (./huihui tail directives)",
                "Postgres  " + stack.postgres().jdbcUrl() + "  user " + stack.postgres().user(),
                "Neo4j     " + stack.neo4j().uri() + "  user " + stack.neo4j().user(),
                "passwords in postgres/postgres.secret and neo4j/neo4j.secret of the data folder");
    }

    /**
     * Returns the line of this second.
     *
     * @throws UserError when the feed or the job has ended by itself
     */
    @OutsideResults("Rates and ages for the screen.")
    String status() {
        if (feedFailure.get() != null) {
            throw feedFailure.get();
        }
        JobStatus job = flink.status(jobId);
        if (job.isOver()) {
            throw new UserError("the job is " + job.state() + ": " + flink.lastFailure(jobId));
        }
        TopicCounts.Counts counts = topics.count(MainJobArguments.GROUP);
        long sent = pace.passed();
        long nanos = now();
        double perSecond = (sent - lastSent) * 1e9 / Math.max(1, nanos - lastNanos);
        lastSent = sent;
        lastNanos = nanos;
        return String.format(
                Locale.ROOT,
                "%s  %,.0f events/s  lag %,d  snapshots %,d  opinions %,d  directives %,d  dead %,d  checkpoint %s ago",
                job.state().toLowerCase(Locale.ROOT),
                perSecond,
                counts.lag(),
                counts.of(Topics.FEATURES),
                counts.of(Topics.OPINIONS),
                counts.of(Topics.DIRECTIVES),
                counts.of(Topics.DEAD_LETTERS),
                age(job.lastCheckpointMillis()));
    }

    /**
     * Ends the feed and the job; the job with a savepoint, so that its sinks have written
     * everything. One that cannot be saved, e.g. before all its tasks run, is ended without.
     *
     * @return why it could not be saved; empty when it was
     */
    Optional<String> stop() {
        endFeed();
        try {
            flink.stopWithSavepoint(jobId, null);
            return Optional.empty();
        } catch (StackException e) {
            flink.cancel(jobId);
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Returns what is in the topics and stores, a line each, and whether the job ever restarted.
     */
    String summary() {
        TopicCounts.Counts counts = topics.count(MainJobArguments.GROUP);
        StringBuilder text = new StringBuilder();
        if (flink.status(jobId).lastRestartMillis() != null) {
            text.append("the job restarted, so topics may hold records of before twice: ")
                    .append(flink.lastFailure(jobId))
                    .append(System.lineSeparator());
        }
        text.append("Kafka, records by topic:");
        Topics.ALL.stream()
                .filter(topic -> counts.of(topic) > 0)
                .forEach(topic -> append(text, topic.name(), counts.of(topic)));
        text.append(System.lineSeparator()).append("Postgres, rows by table:");
        StoreCounts.tables(stack.postgres())
                .forEach(count -> append(text, count.name(), count.rows()));
        text.append(System.lineSeparator()).append("Neo4j, nodes and relationships:");
        StoreCounts.graph(stack.neo4j()).forEach(count -> append(text, count.name(), count.rows()));
        return text.toString();
    }

    @Override
    public void close() {
        endFeed();
        topics.close();
    }

    private static void append(StringBuilder text, String name, long count) {
        text.append(
                String.format(Locale.ROOT, "%s  %-28s %,12d", System.lineSeparator(), name, count));
    }

    private static Addresses addresses(LocalStack stack) {
        return new Addresses(
                stack.kafka().bootstrapServers(),
                stack.postgres().jdbcUrl(),
                stack.neo4j().uri(),
                stack.flink().address().toString());
    }

    /** Makes tables, logins and the schema of the graph. */
    static void prepareStores(LocalStack stack) {
        try (Connection connection =
                DriverManager.getConnection(
                        stack.postgres().jdbcUrl(),
                        stack.postgres().user(),
                        stack.postgres().password())) {
            Migrations.apply(connection);
            StoreLogins.ensure(
                    connection,
                    LocalStack.JOB_USER,
                    stack.jobPassword(),
                    StoreLogins.WRITER,
                    StoreLogins.MAIN_TENANT);
            StoreLogins.ensure(
                    connection,
                    LocalStack.CONSOLE_USER,
                    stack.consolePassword(),
                    StoreLogins.READER,
                    StoreLogins.MAIN_TENANT);
        } catch (SQLException e) {
            throw new UserError("Postgres refused the migrations: " + e.getMessage(), e);
        }
        GraphMigrations.apply(
                Neo4jConfig.of(
                        stack.neo4j().uri(), stack.neo4j().user(), stack.neo4j().password()));
    }

    /** The sources begin at the end of their topics, so nothing may be sent before they have. */
    private void awaitSources() {
        Optional<String> complaint =
                new HealthCheck(SOURCES_READY, Duration.ZERO, RESTARTS).complaint(flink, jobId);
        if (complaint.isPresent()) {
            throw new UserError("the job did not start: " + complaint.get());
        }
    }

    private void feed() {
        try (KafkaFeed sink = new KafkaFeed(stack.kafka().bootstrapServers(), pace)) {
            feeds.run(sink);
        } catch (Pace.StoppedException e) {
            // Asked for.
            return;
        } catch (RuntimeException e) {
            feedFailure.set(e);
        }
    }

    private void endFeed() {
        pace.stop();
        try {
            feeding.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @OutsideResults("Age of the last checkpoint for the screen.")
    private static String age(Long endedMillis) {
        if (endedMillis == null) {
            return "none";
        }
        return String.format(
                Locale.ROOT, "%.1f s", (System.currentTimeMillis() - endedMillis) / 1000.0);
    }

    @OutsideResults("Rates for the screen.")
    private static long now() {
        return System.nanoTime();
    }
}
