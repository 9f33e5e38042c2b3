package io.huihui.cli;

import io.huihui.cli.chaos.WrittenIds;
import io.huihui.connectors.kafka.KafkaTopics;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.TopicSide;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.JobConfig;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.LocalStack;
import io.huihui.stack.ProjectRoot;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of the main job on a cluster of a JobManager and two TaskManagers, each a JVM, with real
 * Kafka, Postgres and Neo4j: kill -9, upgrades with more operators and more state, a broken upgrade
 * that rolls back, a rollback by hand; and at the end a count of every record against the tape.
 *
 * <p>First in exactly-once mode, then a second market in the default mode.
 */
@Tag("drill")
class MainJobClusterIT {

    private static final int PARTITIONS = 2;

    private static final int EXACTLY_ONCE_MINUTES = 20;
    private static final int AT_LEAST_ONCE_MINUTES = 6;

    private static final SimulationConfig MARKET = SimulationConfig.of(31, 1, 4);
    private static final Set<String> FIRST = Set.copyOf(MARKET.symbolNames().subList(0, 2));
    private static final Set<String> SECOND = Set.copyOf(MARKET.symbolNames().subList(2, 4));

    /** Kept when it fails: the logs of all processes are the evidence. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private LocalStack stack;
    private ClusterSteps steps;

    @Test
    void shouldLoseAndDoubleNothingThroughKillUpgradeAndRollback() throws Exception {
        Path jar = ProjectRoot.find().resolve("jobs/target/huihui-jobs.jar");
        Assumptions.assumeTrue(
                Files.exists(jar), "the job jar is made by the package phase: run ./huihui verify");
        Path moreOperators = AuditedJobJar.build("v1", jar, folder);
        Path moreState = AuditedJobJar.build("v2", jar, folder);
        try (LocalStack started = LocalStack.start(folder.resolve("stack"), 2)) {
            stack = started;
            steps = ClusterSteps.of(stack, folder);
            KafkaTopics.ensure(stack.kafka().bootstrapServers(), PARTITIONS);
            createAuditTopic();
            RunningMarket.prepareStores(stack);

            OrderedMarket first = OrderedMarket.of(MARKET, EXACTLY_ONCE_MINUTES, FIRST);
            liveThroughEverything(first, jar, moreOperators, moreState);
            assertWrittenOnce(first);
            assertAuditWentOn();

            OrderedMarket second = OrderedMarket.of(MARKET, AT_LEAST_ONCE_MINUTES, SECOND);
            AbandonedIds abandoned = liveThroughAKillAndARollbackByHand(second, jar, moreOperators);
            assertWrittenAtLeastOnce(second);
            assertStoresHaveWhatTheTopicsHave(abandoned);
        }
    }

    /** The end of the market comes after the last start: only later events close open seconds. */
    private void liveThroughEverything(
            OrderedMarket market, Path jar, Path moreOperators, Path moreState) throws Exception {
        String[] exactlyOnce = {"kafka.sink.delivery=EXACTLY_ONCE"};
        steps.run(ExitCodes.DONE, "submit", jar, null, exactlyOnce);
        Feeding feeding = steps.feed(market);
        feeding.allow(.2);
        steps.awaitMoreSnapshots(200);
        feeding.allow(.4);
        steps.killOneTaskManager();
        steps.awaitMoreSnapshots(200);
        feeding.allow(.6);
        steps.run(ExitCodes.DONE, "upgrade", moreOperators, AuditedJobJar.MAIN, exactlyOnce);
        feeding.allow(.75);
        steps.awaitMoreSnapshots(200);
        steps.run(ExitCodes.DONE, "upgrade", moreState, AuditedJobJar.MAIN, exactlyOnce);
        feeding.allow(.9);
        steps.awaitMoreSnapshots(200);
        feeding.allow(.95);
        String[] broken = {"kafka.sink.delivery=EXACTLY_ONCE", "job=broken"};
        steps.run(ExitCodes.FAILED, "upgrade", moreState, AuditedJobJar.MAIN, broken);
        feeding.allow(1);
        feeding.join();
        steps.finish(market);
    }

    /**
     * By default what a version wrote before the rollback comes again, under the same ids; the rest
     * of the market comes after it, because only later events close the seconds that come again.
     */
    private AbandonedIds liveThroughAKillAndARollbackByHand(
            OrderedMarket market, Path jar, Path moreOperators) throws Exception {
        steps.run(ExitCodes.DONE, "submit", jar, null, "job=second");
        Feeding feeding = steps.feed(market);
        feeding.allow(.2);
        steps.awaitMoreSnapshots(50);
        feeding.allow(.4);
        steps.killOneTaskManager();
        steps.awaitMoreSnapshots(50);
        AbandonedIds abandoned = AbandonedIds.beforeTheVersion(stack.kafka());
        feeding.allow(.6);
        steps.run(ExitCodes.DONE, "upgrade", moreOperators, AuditedJobJar.MAIN, "job=second");
        feeding.allow(.8);
        steps.awaitMoreSnapshots(50);
        steps.run(ExitCodes.DONE, "rollback");
        abandoned.rolledBack();
        feeding.allow(1);
        feeding.join();
        steps.finish(market);
        return abandoned;
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
        assertExactly(market, "features", ClusterSteps.snapshots(features));
        assertExactly(
                market, "verdicts", ClusterSteps.snapshots(ofSymbols(Topics.VERDICTS, symbols)));
        assertDirectivesWithoutAGap(market, ofSymbols(Topics.DIRECTIVES, symbols));
        Map<String, Set<String>> byExpert =
                ofSymbols(Topics.OPINIONS, symbols).stream()
                        .collect(
                                Collectors.groupingBy(
                                        id -> id.split("/", -1)[2],
                                        TreeMap::new,
                                        Collectors.toCollection(TreeSet::new)));
        assertThat(byExpert).hasSize(3);
        byExpert.forEach(
                (expert, ids) -> assertExactly(market, expert, ClusterSteps.snapshots(ids)));
    }

    /**
     * Directives come when something changes, and at the latest when the refresh time is over: so
     * each symbol has one at its first snapshot and none may be missing for longer than that.
     */
    private static void assertDirectivesWithoutAGap(OrderedMarket market, Set<String> ids) {
        long longest = JobConfig.defaults().directives().refreshMillis();
        Map<String, List<Long>> expected = millisBySymbol(market.expectedSnapshots());
        Map<String, List<Long>> found = millisBySymbol(ClusterSteps.snapshots(ids));
        assertThat(found.keySet()).as("directives").isEqualTo(expected.keySet());
        found.forEach(
                (symbol, times) -> {
                    List<Long> due = expected.get(symbol);
                    long last = due.get(due.size() - 1);
                    assertThat(times.get(0)).as(symbol).isEqualTo(due.get(0));
                    for (int i = 0; i < times.size() && times.get(i) <= last; i++) {
                        assertThat(due).as(symbol).contains(times.get(i));
                        long next = i + 1 < times.size() ? times.get(i + 1) : last;
                        assertThat(next - times.get(i)).as(symbol).isLessThanOrEqualTo(longest);
                    }
                });
    }

    private static Map<String, List<Long>> millisBySymbol(Set<String> snapshots) {
        return snapshots.stream()
                .sorted()
                .collect(
                        Collectors.groupingBy(
                                snapshot -> snapshot.substring(0, snapshot.indexOf('@')),
                                TreeMap::new,
                                Collectors.mapping(
                                        snapshot ->
                                                Long.valueOf(
                                                        snapshot.substring(
                                                                snapshot.indexOf('@') + 1)),
                                        Collectors.toList())));
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
        // Positive, each once and none above their number: these are 1 to n.
        counts.forEach(
                (symbol, found) -> {
                    assertThat(found).as(symbol).doesNotHaveDuplicates();
                    assertThat(Collections.min(found)).as(symbol).isEqualTo(1);
                    assertThat(Collections.max(found)).as(symbol).isEqualTo(found.size());
                });
    }

    /**
     * A store takes rows before their transaction in Kafka is committed (decision 0050). The gate
     * waits by the wall clock live, so the attempt after one that died may decide at another
     * second: what the store has then stands in the topic, too, but was taken back there.
     */
    private void assertStoresHaveWhatTheTopicsHave(AbandonedIds abandoned) {
        WrittenIds.ID_OF_TABLE.forEach(
                (table, id) -> {
                    List<String> rows =
                            WrittenIds.rows(
                                    stack.postgres(), "SELECT " + id + " FROM huihui." + table);
                    Set<String> expected = distinct(topicOf(table));
                    assertThat(rows)
                            .as("Postgres " + table)
                            .doesNotHaveDuplicates()
                            .isSubsetOf(everWritten(topicOf(table)));
                    expected.removeAll(abandoned.of(topicOf(table)));
                    assertThat(rows).as("Postgres " + table).containsAll(expected);
                });
        long outcomes =
                Long.parseLong(
                        WrittenIds.rows(stack.postgres(), "SELECT count(*) FROM huihui.outcomes")
                                .get(0));
        assertCounted("Postgres outcomes", outcomes, Topics.OUTCOMES, abandoned);
        assertCounted("MATCH (n:Signal) RETURN count(n)", Topics.SIGNALS, abandoned);
        assertCounted("MATCH (n:Directive) RETURN count(n)", Topics.DIRECTIVES, abandoned);
        assertCounted("MATCH (n:Outcome) RETURN count(n)", Topics.OUTCOMES, abandoned);
        assertCounted("MATCH ()-[r:ADVISED]->() RETURN count(r)", Topics.DIRECTIVES, abandoned);
        assertCounted("MATCH ()-[r:SHOWED]->() RETURN count(r)", Topics.SIGNALS, abandoned);
        assertNone("MATCH (n:Outcome) WITH n.id AS id, count(*) AS n WHERE n > 1 RETURN count(id)");
        assertNone(
                "MATCH (a)-[r]->(b) WITH a, b, type(r) AS kind, count(*) AS n WHERE n > 1 RETURN"
                        + " count(a)");
    }

    private static Topic<?> topicOf(String table) {
        return switch (table) {
            case "management_directives" -> Topics.MANAGEMENT;
            default -> Topics.named(table.replace('_', '-'));
        };
    }

    private void assertCounted(String query, Topic<?> topic, AbandonedIds abandoned) {
        assertCounted(query, WrittenIds.count(stack.neo4j(), query), topic, abandoned);
    }

    private void assertCounted(String what, long count, Topic<?> topic, AbandonedIds abandoned) {
        long most = everWritten(topic).size();
        Set<String> all = distinct(topic);
        all.removeAll(abandoned.of(topic));
        assertThat(count).as(what).isBetween((long) all.size(), most);
    }

    private void assertNone(String query) {
        assertThat(WrittenIds.count(stack.neo4j(), query)).as(query).isZero();
    }

    private Set<String> everWritten(Topic<?> topic) {
        return WrittenIds.everWritten(stack.kafka(), topic.name());
    }

    private Set<String> distinct(Topic<?> topic) {
        return new HashSet<>(WrittenIds.ids(stack.kafka(), topic.name()));
    }

    private Set<String> ofSymbols(Topic<?> topic, Set<String> symbols) {
        Set<String> ids = new TreeSet<>(WrittenIds.ids(stack.kafka(), topic.name()));
        ids.removeIf(id -> !symbols.contains(id.substring(0, id.indexOf('@'))));
        return ids;
    }

    /**
     * Flink's own string serializer stamps messages with the event time, a day long past: by that
     * the broker would count them as too old to keep, and delete them at its next look, five
     * minutes after its start.
     */
    private void createAuditTopic() throws Exception {
        Properties config = new Properties();
        config.setProperty(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka().bootstrapServers());
        try (Admin admin = Admin.create(config)) {
            NewTopic audit =
                    new NewTopic("audit", PARTITIONS, (short) 1)
                            .configs(
                                    Map.of(
                                            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                            "LogAppendTime"));
            admin.createTopics(List.of(audit)).all().get();
        }
    }
}
