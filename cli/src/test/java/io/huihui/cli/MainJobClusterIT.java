package io.huihui.cli;

import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.TopicSide;
import io.huihui.connectors.topic.Topics;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.LocalStack;
import io.huihui.stack.ProjectRoot;
import io.huihui.stack.cluster.FlinkRest;
import io.huihui.stack.cluster.JobStatus;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of the main job on a cluster of a JobManager and two TaskManagers, each a JVM, with real
 * Kafka, Postgres and Neo4j: kill -9, upgrades with more operators and more state, a broken upgrade
 * that rolls back, a rollback by hand; and at the end a count of every record against the tape.
 *
 * <p>First in exactly-once mode, then a second market in the default mode.
 */
@EnabledIfSystemProperty(
        named = "huihui.cluster",
        matches = "true",
        disabledReason = "five servers and a feed need a quiet machine: -Dhuihui.cluster=true")
class MainJobClusterIT {

    private static final int PARTITIONS = 2;

    /** One TaskManager has two slots: so both have tasks, and either may be killed. */
    private static final int PARALLELISM = 3;

    private static final int EXACTLY_ONCE_MINUTES = 26;
    private static final int AT_LEAST_ONCE_MINUTES = 6;
    private static final double EVENTS_PER_SECOND = 2000;
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final SimulationConfig MARKET = SimulationConfig.of(31, 1, 4);
    private static final Set<String> FIRST = Set.copyOf(MARKET.symbolNames().subList(0, 2));
    private static final Set<String> SECOND = Set.copyOf(MARKET.symbolNames().subList(2, 4));

    @TempDir Path folder;

    private LocalStack stack;
    private FlinkRest flink;
    private String jobId;

    @Test
    void shouldLoseAndDoubleNothingThroughKillUpgradeAndRollback() throws Exception {
        Path jar = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");
        Assumptions.assumeTrue(
                Files.exists(jar), "the job jar is made by the package phase: run ./huihui verify");
        Path moreOperators = AuditedJobJar.build("v1", jar, folder);
        Path moreState = AuditedJobJar.build("v2", jar, folder);
        try (LocalStack started = LocalStack.start(folder.resolve("stack"), 2)) {
            stack = started;
            flink = new FlinkRest(stack.flink().address());
            KafkaTopics.ensure(stack.kafka().bootstrapServers(), PARTITIONS);
            createAuditTopic();
            RunningMarket.prepareStores(stack);

            OrderedMarket first = OrderedMarket.of(MARKET, EXACTLY_ONCE_MINUTES, FIRST);
            liveThroughEverything(first, jar, moreOperators, moreState);
            assertWrittenOnce(first);
            assertAuditWentOn();

            OrderedMarket second = OrderedMarket.of(MARKET, AT_LEAST_ONCE_MINUTES, SECOND);
            liveThroughAKillAndARollbackByHand(second, jar, moreOperators);
            assertWrittenAtLeastOnce(second);
            assertStoresHaveWhatTheTopicsHave();
        }
    }

    private void liveThroughEverything(
            OrderedMarket market, Path jar, Path moreOperators, Path moreState) throws Exception {
        String[] exactlyOnce = {"kafka.sink.delivery=EXACTLY_ONCE"};
        jobId = run(ExitCodes.DONE, "submit", jar, null, exactlyOnce);
        CompletableFuture<Void> feed = feed(market);
        awaitSnapshots(200);
        killOneTaskManager();
        awaitSnapshots(600);
        jobId = run(ExitCodes.DONE, "upgrade", moreOperators, AuditedJobJar.MAIN, exactlyOnce);
        awaitSnapshots(1000);
        jobId = run(ExitCodes.DONE, "upgrade", moreState, AuditedJobJar.MAIN, exactlyOnce);
        awaitSnapshots(1500);
        String[] broken = {"kafka.sink.delivery=EXACTLY_ONCE", "job=broken"};
        jobId = run(ExitCodes.FAILED, "upgrade", moreState, AuditedJobJar.MAIN, broken);
        feed.join();
        finish(market);
    }

    /** By default what a version wrote before the rollback comes again, under the same ids. */
    private void liveThroughAKillAndARollbackByHand(
            OrderedMarket market, Path jar, Path moreOperators) throws Exception {
        jobId = run(ExitCodes.DONE, "submit", jar, null, "job=second");
        CompletableFuture<Void> feed = feed(market);
        long before = WrittenIds.ids(stack.kafka(), Topics.FEATURES.name()).size();
        awaitSnapshots(before + 100);
        killOneTaskManager();
        awaitSnapshots(before + 200);
        jobId = run(ExitCodes.DONE, "upgrade", moreOperators, AuditedJobJar.MAIN, "job=second");
        awaitSnapshots(before + 300);
        jobId = run(ExitCodes.DONE, "rollback");
        feed.join();
        finish(market);
    }

    /** Starts a jar by a command and returns the id of the job that runs after it. */
    private String run(int expected, String command, Path jar, String main, String... settings)
            throws InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "--parallelism",
                                Integer.toString(PARALLELISM),
                                "--jar",
                                jar.toString()));
        if (main != null) {
            words.addAll(List.of("--main", main));
        }
        if (command.equals("upgrade")) {
            words.addAll(List.of("--watch-seconds", "2"));
        }
        words.add("--");
        words.addAll(MainJobArguments.of(stack));
        Arrays.stream(settings).forEach(setting -> words.addAll(List.of("--set", setting)));
        return run(expected, command, words.toArray(String[]::new));
    }

    /** Runs a command of the command line and returns the id of the job that runs after it. */
    private String run(int expected, String command, String... options)
            throws InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                command,
                                "--rest",
                                stack.flink().address().toString(),
                                "--releases",
                                folder.resolve("releases").toString()));
        words.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        assertThat(line.execute(words.toArray(String[]::new)))
                .as(out + "\n" + err)
                .isEqualTo(expected);
        if (expected == ExitCodes.FAILED) {
            assertThat(err.toString()).contains("a bug of the new version").hasLineCount(1);
        }
        String running = flink.activeJobs().get(0);
        jobId = running;
        await("all tasks and a checkpoint after " + command, this::allRunning);
        return running;
    }

    private boolean allRunning() {
        JobStatus status = flink.status(jobId);
        return status.allTasksRunning() && status.checkpointsCompleted() > 0;
    }

    private CompletableFuture<Void> feed(OrderedMarket market) {
        return CompletableFuture.runAsync(
                () -> {
                    try (KafkaFeed feed =
                            new KafkaFeed(
                                    stack.kafka().bootstrapServers(),
                                    new Pace(EVENTS_PER_SECOND))) {
                        market.feed(feed);
                    }
                });
    }

    private void awaitSnapshots(long count) throws InterruptedException {
        await(
                count + " snapshots",
                () -> WrittenIds.ids(stack.kafka(), Topics.FEATURES.name()).size() >= count);
    }

    private void killOneTaskManager() throws InterruptedException {
        long before = flink.status(jobId).restarts();
        stack.flink().processes().get(stack.flink().processes().size() - 1).crash();
        stack.flink().startTaskManager();
        await(
                "the job after kill -9",
                () -> {
                    JobStatus status = flink.status(jobId);
                    return status.restarts() > before && status.allTasksRunning();
                });
    }

    /** Waits until all that must come has been committed, and ends the job with a savepoint. */
    private void finish(OrderedMarket market) throws InterruptedException {
        Set<String> expected = market.expectedSnapshots();
        await(
                "the last snapshots",
                () ->
                        snapshots(WrittenIds.ids(stack.kafka(), Topics.FEATURES.name()))
                                .containsAll(expected));
        assertThat(flink.status(jobId).state()).isEqualTo("RUNNING");
        flink.stopWithSavepoint(jobId, null);
    }

    /** Exactly-once mode: every topic has every id once, and no snapshot is missing or extra. */
    private void assertWrittenOnce(OrderedMarket market) {
        assertNothingLateOrDead();
        for (Topic<?> topic : Topics.ALL) {
            if (topic.side() == TopicSide.OUT) {
                assertThat(WrittenIds.ids(stack.kafka(), topic.name()))
                        .as(topic.name())
                        .doesNotHaveDuplicates();
            }
        }
        assertEverySnapshotAnswered(market, FIRST);
    }

    /** Default mode: the same once repeated ids are dropped. */
    private void assertWrittenAtLeastOnce(OrderedMarket market) {
        assertNothingLateOrDead();
        assertEverySnapshotAnswered(market, SECOND);
    }

    private void assertNothingLateOrDead() {
        assertThat(WrittenIds.ids(stack.kafka(), Topics.LATE.name())).as("late").isEmpty();
        assertThat(WrittenIds.ids(stack.kafka(), Topics.DEAD_LETTERS.name())).as("dead").isEmpty();
    }

    private void assertEverySnapshotAnswered(OrderedMarket market, Set<String> symbols) {
        Set<String> features = ofSymbols(Topics.FEATURES, symbols);
        assertExactly(market, "features", snapshots(features));
        assertExactly(market, "verdicts", snapshots(ofSymbols(Topics.VERDICTS, symbols)));
        assertExactly(market, "directives", snapshots(ofSymbols(Topics.DIRECTIVES, symbols)));
        Map<String, Set<String>> byExpert =
                ofSymbols(Topics.OPINIONS, symbols).stream()
                        .collect(
                                Collectors.groupingBy(
                                        id -> id.split("/", -1)[2],
                                        TreeMap::new,
                                        Collectors.toCollection(TreeSet::new)));
        assertThat(byExpert).hasSize(3);
        byExpert.forEach((expert, ids) -> assertExactly(market, expert, snapshots(ids)));
    }

    private static void assertExactly(OrderedMarket market, String what, Set<String> found) {
        Set<String> closed = new TreeSet<>(found);
        closed.removeIf(market::inTail);
        assertThat(closed).as(what).isEqualTo(market.expectedSnapshots());
    }

    /** The counts grow by one from 1, through the version of the state with one field more. */
    private void assertAuditWentOn() {
        Map<String, List<Long>> counts = new TreeMap<>();
        Set<String> versions = new TreeSet<>();
        for (String line : WrittenIds.lines(stack.kafka(), "audit")) {
            String[] fields = line.split(",", -1);
            versions.add(fields[1]);
            counts.computeIfAbsent(fields[0], symbol -> new ArrayList<>())
                    .add(Long.valueOf(fields[2]));
        }
        assertThat(versions).containsExactly("1", "2");
        assertThat(counts.keySet()).isEqualTo(FIRST);
        assertThat(counts.values())
                .allSatisfy(
                        found ->
                                assertThat(found)
                                        .containsExactlyInAnyOrderElementsOf(
                                                LongStream.rangeClosed(1, found.size())
                                                        .boxed()
                                                        .toList()));
    }

    private void assertStoresHaveWhatTheTopicsHave() {
        WrittenIds.ID_OF_TABLE.forEach(
                (table, id) ->
                        assertThat(
                                        WrittenIds.rows(
                                                stack.postgres(),
                                                "SELECT " + id + " FROM huihui." + table))
                                .as("Postgres " + table)
                                .containsExactlyInAnyOrderElementsOf(distinct(topicOf(table))));
        assertThat(WrittenIds.rows(stack.postgres(), "SELECT count(*) FROM huihui.outcomes"))
                .containsExactly(Integer.toString(distinct(Topics.OUTCOMES).size()));
        assertCount("MATCH (n:Signal) RETURN count(n)", distinct(Topics.SIGNALS).size());
        assertCount("MATCH (n:Directive) RETURN count(n)", distinct(Topics.DIRECTIVES).size());
        assertCount("MATCH (n:Outcome) RETURN count(n)", distinct(Topics.OUTCOMES).size());
        assertCount("MATCH ()-[r:ADVISED]->() RETURN count(r)", distinct(Topics.DIRECTIVES).size());
        assertCount("MATCH ()-[r:SHOWED]->() RETURN count(r)", distinct(Topics.SIGNALS).size());
        assertCount(
                "MATCH (n:Outcome) WITH n.id AS id, count(*) AS n WHERE n > 1 RETURN count(id)", 0);
        assertCount(
                "MATCH (a)-[r]->(b) WITH a, b, type(r) AS kind, count(*) AS n WHERE n > 1 RETURN count(a)",
                0);
    }

    private static Topic<?> topicOf(String table) {
        return switch (table) {
            case "management_directives" -> Topics.MANAGEMENT;
            default -> Topics.named(table.replace('_', '-'));
        };
    }

    private void assertCount(String query, long expected) {
        assertThat(WrittenIds.count(stack.neo4j(), query)).as(query).isEqualTo(expected);
    }

    private Set<String> distinct(Topic<?> topic) {
        return new HashSet<>(WrittenIds.ids(stack.kafka(), topic.name()));
    }

    private Set<String> ofSymbols(Topic<?> topic, Set<String> symbols) {
        Set<String> ids = new TreeSet<>(WrittenIds.ids(stack.kafka(), topic.name()));
        ids.removeIf(id -> !symbols.contains(id.substring(0, id.indexOf('@'))));
        return ids;
    }

    private static Set<String> snapshots(Iterable<String> ids) {
        Set<String> snapshots = new TreeSet<>();
        ids.forEach(id -> snapshots.add(id.substring(0, id.indexOf('/'))));
        return snapshots;
    }

    private void createAuditTopic() throws Exception {
        Properties config = new Properties();
        config.setProperty(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka().bootstrapServers());
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic("audit", PARTITIONS, (short) 1))).all().get();
        }
    }

    private void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as(what + " within " + PATIENCE + "; " + flink.lastFailure(jobId))
                    .isLessThan(end);
            Thread.sleep(500);
        }
    }
}
