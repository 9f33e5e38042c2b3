package io.huihui.jobs;

import io.huihui.connectors.neo4j.GraphMigrations;
import io.huihui.connectors.neo4j.GraphWriter;
import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.neo4j.Neo4jGraph;
import io.huihui.connectors.topic.Topic;
import io.huihui.connectors.topic.Topics;
import io.huihui.jobs.config.ConfigFile;
import io.huihui.jobs.config.JobConfig;
import io.huihui.models.decision.Verdict;
import io.huihui.models.graph.ContextRules;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.KnownContext;
import io.huihui.models.graph.NodeKind;
import io.huihui.operators.graph.Contexts;
import io.huihui.operators.graph.Decision;
import io.huihui.simulator.SimulationConfig;
import io.huihui.stack.Neo4jServer;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job over a tape, and Neo4j with what the job writes there. */
class ContextsIT {

    private static final int MINUTES = 12;

    /** The facts of the first minutes go while the job runs. */
    private static final ContextRules RULES = new ContextRules(3, 5 * 60_000, 20, 100_000);

    private static final int EVERY_SECONDS = 60;

    @TempDir Path folder;

    @Test
    void aContextIsWhatTheStoreAnswersLater() throws Exception {
        Path tape = folder.resolve("tape");
        SimulatedTape.write(SimulationConfig.of(17, 1, 2), MINUTES, tape);
        replay(tape);

        try (Neo4jServer server = Neo4jServer.start(folder.resolve("neo4j"))) {
            Neo4jConfig config = Neo4jConfig.of(server.uri(), server.user(), server.password());
            GraphMigrations.apply(config);
            try (GraphWriter writer = new GraphWriter(config)) {
                List<Facts> facts = new ArrayList<>(Collected.FACTS);
                for (int i = 0; i < facts.size(); i += 500) {
                    writer.write(facts.subList(i, Math.min(i + 500, facts.size())));
                }
            }
            try (Neo4jGraph graph = Neo4jGraph.open(config)) {
                for (KnownContext known : Collected.CONTEXTS) {
                    assertThat(known.context())
                            .as(known.about())
                            .isEqualTo(graph.context(known.context().question()));
                }
            }
        }
        assertThat(Collected.CONTEXTS).hasSizeGreaterThan(10);
        assertThat(Collected.CONTEXTS).extracting(KnownContext::complete).contains(true, false);
        for (NodeKind kind :
                List.of(
                        NodeKind.MARKET_STATE,
                        NodeKind.EVENT_REGIME,
                        NodeKind.SIGNAL,
                        NodeKind.DIRECTIVE,
                        NodeKind.SNAPSHOT)) {
            assertThat(Collected.CONTEXTS)
                    .anySatisfy(known -> assertThat(known.context().nodes(kind)).isNotEmpty());
        }
    }

    /** Tells the surroundings of a snapshot every now and then: trades and conflicts are rare. */
    private static void replay(Path tape) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        StreamExecutionEnvironment environment = Environments.strict(configuration);
        JobConfig config =
                ConfigFile.read(
                        JobConfig.defaults().forReplay(), null, List.of("contexts.enabled=false"));
        Collected collected = new Collected();
        MainJob.define(TapeInputs.attach(environment, tape), collected, config);
        Contexts.attach(
                        collected.facts,
                        collected
                                .verdicts
                                .filter(ContextsIT::isAsked)
                                .uid("asked")
                                .map(
                                        each ->
                                                new Decision(
                                                        each.snapshot().text(), each.snapshot()),
                                        TypeInformation.of(Decision.class))
                                .uid("decisions"),
                        RULES)
                .filter(known -> Collected.CONTEXTS.add(known))
                .uid("collect-contexts")
                .sinkTo(new DiscardingSink<>())
                .uid("discard-contexts");
        environment.execute("contexts");
    }

    private static boolean isAsked(Verdict verdict) {
        return verdict.snapshot().secondEndMillis() / 1_000 % EVERY_SECONDS == 0;
    }

    /** Keeps what goes to the graph. */
    private static final class Collected implements Outputs {

        private static final Queue<KnownContext> CONTEXTS = new ConcurrentLinkedQueue<>();
        private static final Queue<Facts> FACTS = new ConcurrentLinkedQueue<>();

        private DataStream<Verdict> verdicts;
        private DataStream<Facts> facts;

        @Override
        @SuppressWarnings("unchecked") // what is written to a topic are its records
        public <T> void write(Topic<T> topic, DataStream<T> records) {
            if (topic == Topics.VERDICTS) {
                verdicts = (DataStream<Verdict>) records;
            }
        }

        @Override
        public boolean hasGraph() {
            return true;
        }

        @Override
        public void link(DataStream<Facts> facts) {
            this.facts = facts;
            facts.filter(fact -> FACTS.add(fact))
                    .uid("collect-facts")
                    .sinkTo(new DiscardingSink<>())
                    .uid("discard-facts");
        }
    }
}
