package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.BatchConfig;
import io.huihui.connectors.batch.BatchingWriter;
import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.batch.ManualTime;
import io.huihui.connectors.store.DecisionSamples;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Outcome;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.GraphFacts;
import io.huihui.stack.Neo4jServer;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The graph on a real server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Neo4jSinkIT {

    private static final long SECOND = DecisionSamples.SECOND;

    @TempDir static Path folder;

    private static Neo4jServer server;
    private static Neo4jConfig config;
    private static Driver reader;

    @BeforeAll
    static void start() {
        server = Neo4jServer.start(folder);
        config = Neo4jConfig.of(server.uri(), server.user(), server.password());
        reader = Neo4jConnections.open(config);
        GraphMigrations.apply(config);
        GraphMigrations.apply(config);
    }

    @AfterAll
    static void stop() {
        reader.close();
        server.close();
    }

    @Test
    @Order(1)
    void aStateHoldsUntilTheNextWithTheRegimesThatWereActive() throws IOException {
        MarketState first = DecisionSamples.marketState(SECOND, 0);
        MarketState next = DecisionSamples.marketState(SECOND + 60_000, 60_000);

        write(GraphWrites.marketStates(), List.of(next));
        write(GraphWrites.marketStates(), List.of(first, next));

        assertThat(
                        strings(
                                "MATCH (:Symbol {id: 'SPY'})-[stay:IN_STATE]->(state:MarketState)"
                                        + " RETURN state.says + ' ' + stay.validFrom.epochSeconds"
                                        + " ORDER BY stay.validFrom"))
                .containsExactly("STRESS 1700000000", "STRESS 1700000060");
        assertThat(
                        strings(
                                "MATCH (state:MarketState)-[:WITH_REGIME]->(regime:EventRegime)"
                                        + " WITH regime, count(state) AS states"
                                        + " RETURN regime.says + ' ' + states"))
                .containsExactly("SKEW_SHIFT 2");
    }

    @Test
    @Order(2)
    void replayInAnyOrderGivesTheSameGraph() throws IOException {
        writeDecisionsForwards();
        List<String> once = wholeGraph();

        write(GraphWrites.outcomes(), List.of(DecisionSamples.outcome()));
        writeDecisionsForwards();
        assertThat(wholeGraph()).isEqualTo(once);

        strings("MATCH (n) WHERE NOT n:SchemaMigration DETACH DELETE n RETURN count(n) + ''");
        write(GraphWrites.outcomes(), List.of(DecisionSamples.outcome()));
        write(
                GraphWrites.directives(),
                List.of(DecisionSamples.noTrade(), DecisionSamples.trade()));
        write(GraphWrites.signals(), List.of(DecisionSamples.signal(), DecisionSamples.signal()));
        write(
                GraphWrites.marketStates(),
                List.of(
                        DecisionSamples.marketState(SECOND + 60_000, 60_000),
                        DecisionSamples.marketState(SECOND, 0)));
        assertThat(wholeGraph()).isEqualTo(once);
    }

    private static void writeDecisionsForwards() throws IOException {
        write(GraphWrites.signals(), List.of(DecisionSamples.signal()));
        write(
                GraphWrites.directives(),
                List.of(DecisionSamples.trade(), DecisionSamples.noTrade()));
        write(GraphWrites.outcomes(), List.of(DecisionSamples.outcome()));
    }

    @Test
    @Order(3)
    void aQuestionAsOfAMomentSeesNothingThatWasKnownLater() {
        String outcomesOfTrades =
                "MATCH (:Symbol {id: 'SPY'})-[advice:ADVISED]->(d:Directive {says: 'TRADE'})"
                        + "-[:MADE_AT]->(:Snapshot)-[known:TURNED_OUT]->(o:Outcome)"
                        + " WHERE advice.validFrom <= datetime({epochMillis: %s})"
                        + " AND known.validFrom <= datetime({epochMillis: %s})"
                        + " RETURN o.says";

        long minute = 60_000;
        assertThat(strings(outcomesOfTrades.formatted(SECOND + minute, SECOND + minute))).isEmpty();
        assertThat(strings(outcomesOfTrades.formatted(SECOND + 5 * minute, SECOND + 5 * minute)))
                .containsExactly("UP");
        assertThat(
                        strings(
                                "MATCH (:Directive)-[:RESTS_ON]->(s:Signal)<-[:SHOWED]-(:Symbol)"
                                        + " RETURN s.says"))
                .containsExactly("VAPI_SURGE");
    }

    @Test
    @Order(4)
    void writesAStreamFromAJob() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        Neo4jSink.attach(
                environment
                        .fromSequence(1, 2_000)
                        .uid("numbers")
                        .map(number -> GraphFacts.of(outcomeAt(number)))
                        .returns(Facts.class)
                        .uid("outcomes"),
                config);

        environment.execute("graph");

        assertThat(strings("MATCH (o:Outcome {detail: 'JOB 5m'}) RETURN count(o) + ''"))
                .containsExactly("2000");
    }

    private static Outcome outcomeAt(long number) {
        Outcome sample = DecisionSamples.outcome();
        return new Outcome(
                new SnapshotId("SYM" + number % 50, SECOND + number * 1_000),
                "JOB",
                sample.modelVersion(),
                sample.thesis(),
                sample.realized(),
                sample.logReturn(),
                sample.sigma(),
                sample.marketState(),
                sample.brier(),
                sample.logLoss(),
                sample.correct(),
                sample.abstained());
    }

    @Test
    @Order(5)
    void whatIsWrongAtTheStartIsOneSentence() {
        assertThatThrownBy(
                        () -> GraphMigrations.apply(Neo4jConfig.of(server.uri(), "neo4j", "wrong")))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageStartingWith(
                        "need Neo4j at " + server.uri() + " to let user neo4j write")
                .hasMessageContaining("check user, password and role")
                .hasMessageNotContaining("wrong");
        assertThatThrownBy(
                        () -> GraphMigrations.apply(Neo4jConfig.of("bolt://127.0.0.1:1", "a", "b")))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("start the server or correct the address");
    }

    @Test
    @Order(6)
    void noRecordIsLostWhenTheServerRestarts() throws Exception {
        BatchConfig batch = config.batch().withLimits(100, 1 << 20, Duration.ofMillis(500));
        ManualTime time = new ManualTime();
        BatchingWriter<Facts> writer =
                new BatchingWriter<>(
                        new Neo4jTarget(config),
                        batch,
                        time,
                        time.sleeping(),
                        new UnregisteredMetricsGroup());
        write(writer, 10_000, 10_150);

        server.process().crash();
        server.close();
        CompletableFuture<Neo4jServer> restarted =
                CompletableFuture.supplyAsync(() -> Neo4jServer.start(folder));
        write(writer, 10_150, 10_400);
        writer.flush(true);
        writer.close();
        server = restarted.join();

        assertThat(
                        strings(
                                "MATCH (o:Outcome {detail: 'JOB 5m'})<-[:TURNED_OUT]-(:Snapshot)"
                                        + " RETURN count(DISTINCT o) + ''"))
                .containsExactly("2400");
    }

    private static void write(BatchingWriter<Facts> writer, int from, int to)
            throws IOException, InterruptedException {
        for (int i = from; i < to; i++) {
            writer.write(GraphFacts.of(outcomeAt(i)), null);
        }
    }

    private static <T> void write(GraphWrite<T> kind, List<T> records) throws IOException {
        Neo4jTarget target = new Neo4jTarget(config);
        try (target) {
            records.forEach(record -> target.add(kind.facts().of(record)));
            target.send();
        }
    }

    private static List<String> wholeGraph() {
        List<String> nodes =
                strings(
                        "MATCH (n) WHERE NOT n:SchemaMigration UNWIND keys(n) AS key WITH n, key ORDER BY key"
                                + " WITH n, collect(key + '=' + toString(n[key])) AS values"
                                + " RETURN labels(n)[0] + reduce(s = '', v IN values | s + ' ' + v)"
                                + " AS line ORDER BY line");
        List<String> relations =
                strings(
                        "MATCH (a)-[r]->(b) RETURN a.id + ' ' + type(r) + ' '"
                                + " + b.id + ' ' + toString(r.validFrom) + ' '"
                                + " + coalesce(toString(r.validTo), '') AS line ORDER BY line");
        return Stream.concat(nodes.stream(), relations.stream()).toList();
    }

    private static List<String> strings(String query) {
        try (Session session = Neo4jConnections.session(reader, config)) {
            return session.run(query).list(record -> record.get(0).asString());
        }
    }
}
