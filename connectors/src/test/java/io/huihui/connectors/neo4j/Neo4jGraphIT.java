package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.store.DecisionSamples;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.narrative.NarratedStory;
import io.huihui.models.expert.sentiment.narrative.NarrativeEvent;
import io.huihui.models.graph.Context;
import io.huihui.models.graph.ContextQuestion;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.GraphFacts;
import io.huihui.models.graph.GraphMirror;
import io.huihui.models.graph.Node;
import io.huihui.models.graph.NodeId;
import io.huihui.models.graph.NodeKind;
import io.huihui.models.graph.PlainGraph;
import io.huihui.models.graph.RandomGraph;
import io.huihui.models.graph.SectorMembership;
import io.huihui.stack.Neo4jServer;

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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Migrations of, and questions to, the graph on a real server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Neo4jGraphIT {

    private static final long SECOND = DecisionSamples.SECOND;
    private static final long MINUTE = 60_000;

    private static final GraphWrite<Facts> FACTS = new GraphWrite<>("facts", facts -> facts);

    @TempDir static Path folder;

    private static Neo4jServer server;
    private static Neo4jConfig config;
    private static Neo4jGraph graph;
    private static Driver driver;

    @BeforeAll
    static void start() {
        server = Neo4jServer.start(folder);
        config = Neo4jConfig.of(server.uri(), server.user(), server.password());
        graph = Neo4jGraph.open(config);
        driver = Neo4jConnections.open(config);
    }

    @AfterAll
    static void stop() {
        driver.close();
        graph.close();
        server.close();
    }

    @Test
    @Order(1)
    void aGraphOfBeforeMigrationsBecomesOneOfThisRelease() {
        String second = "datetime({epochMillis: " + SECOND + "})";
        run("CREATE CONSTRAINT symbol_name FOR (n:Symbol) REQUIRE n.name IS UNIQUE");
        run("CREATE INDEX in_state_interval FOR ()-[r:IN_STATE]-() ON (r.validFrom, r.validTo)");
        run(
                "CREATE (s:Symbol {name: 'SPY'})-[:IN_STATE {validFrom: "
                        + second
                        + ", validTo: "
                        + second
                        + "}]->(:MarketState {id: 'SPY@1/STRESS', condition: 'STRESS'}),"
                        + " (s)-[:IN_REGIME {validFrom: "
                        + second
                        + ", validTo: "
                        + second
                        + "}]->(:EventRegime {id: 'SPY@1/PIN', name: 'PIN'}),"
                        + " (s)-[:ADVISED {validFrom: "
                        + second
                        + "}]->(:Directive {id: 'd', action: 'TRADE', thesis: 'BULLISH',"
                        + " probability: 0.7})");

        assertThatThrownBy(() -> GraphMigrations.require(config))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageContaining("was without 0001_constraints.cypher")
                .hasMessageContaining("run ./huihui graph migrate");

        assertThat(GraphMigrations.apply(config)).isEqualTo(GraphMigrations.FILES);
        GraphMigrations.require(config);
        assertThat(GraphMigrations.apply(config)).isEmpty();

        Context answer = ask(NodeId.symbol("SPY"), 2, SECOND + MINUTE);
        assertThat(answer.nodes())
                .containsExactly(
                        new Node(
                                new NodeId(NodeKind.MARKET_STATE, "SPY@1/STRESS"),
                                "STRESS",
                                null,
                                null),
                        new Node(new NodeId(NodeKind.EVENT_REGIME, "SPY@1/PIN"), "PIN", null, null),
                        new Node(new NodeId(NodeKind.DIRECTIVE, "d"), "TRADE", "BULLISH", 0.7));
        assertThat(run("SHOW INDEXES YIELD name WHERE name ENDS WITH 'interval' RETURN name"))
                .isEmpty();
        run("MATCH (n) WHERE NOT n:SchemaMigration DETACH DELETE n");
    }

    @Test
    @Order(2)
    void aMigrationThatWasChangedIsRefused() {
        String file = GraphMigrations.FILES.get(0);
        run(
                "MATCH (m:SchemaMigration {file: '"
                        + file
                        + "'}) SET m.kept = m.digest, m.digest = 'x'");

        assertThatThrownBy(() -> GraphMigrations.apply(config))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageStartingWith("need migration " + file + " as it was applied")
                .hasMessageEndingWith("put further changes into a new file");

        run("MATCH (m:SchemaMigration {file: '" + file + "'}) SET m.digest = m.kept REMOVE m.kept");
        assertThat(GraphMigrations.apply(config)).isEmpty();
    }

    @Test
    @Order(3)
    void threeHopsLeadFromASymbolToWhatCameOfItsAdviceAndToItsPeers() throws IOException {
        write(GraphWrites.signals(), List.of(DecisionSamples.signal()));
        write(GraphWrites.directives(), List.of(DecisionSamples.trade()));
        write(GraphWrites.outcomes(), List.of(DecisionSamples.outcome()));
        write(GraphWrites.marketStates(), List.of(DecisionSamples.marketState(SECOND, 0)));
        write(
                new GraphWrite<SectorMembership>("sectors", GraphFacts::of),
                List.of(
                        new SectorMembership("SPY", "Index", SECOND - MINUTE, null),
                        new SectorMembership("QQQ", "Index", SECOND - MINUTE, null)));
        NewsItem item =
                new NewsItem("n1", SECOND, SECOND, "wire", 1, "Index falls", null, List.of("QQQ"));
        write(GraphWrites.stories(), List.of(new NarratedStory(item, 17)));
        write(
                GraphWrites.narratives(),
                List.of(
                        new NarrativeEvent(
                                NarrativeEvent.Kind.BORN,
                                17,
                                SECOND,
                                true,
                                List.of("index", "falls"))));

        Context before = ask(NodeId.symbol("SPY"), 3, SECOND + 4 * MINUTE);
        assertThat(before.nodes(NodeKind.DIRECTIVE))
                .extracting(Node::says)
                .containsExactly("TRADE");
        assertThat(before.nodes(NodeKind.SIGNAL))
                .extracting(Node::says)
                .containsExactly("VAPI_SURGE");
        assertThat(before.nodes(NodeKind.EVENT_REGIME))
                .extracting(Node::says)
                .containsExactly("SKEW_SHIFT");
        assertThat(before.nodes(NodeKind.SYMBOL))
                .extracting(node -> node.id().id())
                .containsExactly("QQQ");
        assertThat(before.nodes(NodeKind.NEWS))
                .extracting(Node::says)
                .containsExactly("Index falls");
        assertThat(before.nodes(NodeKind.OUTCOME)).isEmpty();

        Context after = ask(NodeId.symbol("SPY"), 3, SECOND + 5 * MINUTE);
        assertThat(after.nodes(NodeKind.OUTCOME)).extracting(Node::says).containsExactly("UP");

        Context story = ask(NodeId.symbol("QQQ"), 3, SECOND + MINUTE);
        assertThat(story.nodes(NodeKind.NARRATIVE_CHANGE))
                .extracting(Node::detail)
                .containsExactly("index falls");
        run("MATCH (n) WHERE NOT n:SchemaMigration DETACH DELETE n");
    }

    @Test
    @Order(4)
    void theStoreTheMirrorAndWhoLooksAtEveryLinkAgree() throws IOException {
        List<Facts> facts = new ArrayList<>(RandomGraph.of(3, 1_500));
        long end = facts.get(facts.size() - 1).knownMillis();
        PlainGraph plain = new PlainGraph();
        GraphMirror mirror = new GraphMirror();
        facts.forEach(plain::take);
        facts.forEach(mirror::take);
        Collections.shuffle(facts, new Random(4));
        for (int i = 0; i < facts.size(); i += 250) {
            List<Facts> batch = facts.subList(i, Math.min(i + 250, facts.size()));
            write(FACTS, batch);
            write(FACTS, batch);
        }

        Random random = new Random(5);
        int sights = 0;
        for (int i = 0; i < 120; i++) {
            ContextQuestion question = RandomGraph.question(random, RandomGraph.BEGIN, end);
            Context answer = graph.context(question);
            assertThat(answer).isEqualTo(plain.context(question));
            assertThat(mirror.context(question)).isEqualTo(answer);
            assertThat(answer.sights())
                    .allSatisfy(
                            sight ->
                                    assertThat(sight.link().validFromMillis())
                                            .isLessThanOrEqualTo(question.asOfMillis()));
            sights += answer.sights().size();
        }
        assertThat(sights).isGreaterThan(1_000);
    }

    @Test
    @Order(5)
    void aServerThatIsAwayIsOneSentence() {
        try (Neo4jGraph away = Neo4jGraph.open(Neo4jConfig.of("bolt://127.0.0.1:1", "a", "b"))) {
            assertThatThrownBy(
                            () ->
                                    away.context(
                                            new ContextQuestion(
                                                    NodeId.symbol("SPY"), 1, SECOND, MINUTE, 5)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("need Neo4j at bolt://127.0.0.1:1 to take a question");
        }
    }

    private static Context ask(NodeId about, int hops, long asOfMillis) {
        return graph.context(new ContextQuestion(about, hops, asOfMillis, 60 * MINUTE, 10));
    }

    private static <T> void write(GraphWrite<T> kind, List<T> records) throws IOException {
        try (GraphWriter writer = new GraphWriter(config)) {
            writer.write(records.stream().map(kind.facts()::of).toList());
        }
    }

    private static List<String> run(String statement) {
        try (Session session = Neo4jConnections.session(driver, config)) {
            return session.run(statement).list(record -> record.get(0).asString());
        }
    }
}
