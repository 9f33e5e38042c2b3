package io.huihui.connectors.store;

import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.neo4j.Neo4jSink;
import io.huihui.connectors.postgres.EncodedRows;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.connectors.postgres.PostgresCopySink;
import io.huihui.connectors.postgres.StoreTables;
import io.huihui.models.InvalidRecordException;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.graph.Facts;
import io.huihui.models.graph.GraphFacts;

import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreSinksTest {

    private static final PostgresConfig POSTGRES =
            PostgresConfig.of("jdbc:postgresql://localhost/huihui", "writer", "secret", "main");

    private static final Neo4jConfig NEO4J =
            Neo4jConfig.of("bolt://localhost:7687", "neo4j", "secret");

    @Test
    void eachSinkHasItsUidAndItsOwnConnections() {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(4);

        DataStream<EncodedRows> rows =
                PostgresCopySink.rows(
                        environment.fromData(new DeadLetter("t", 0, 1, "need a", "")),
                        StoreTables.deadLetters());
        DataStreamSink<EncodedRows> postgres =
                PostgresCopySink.attach(rows, AllTables.all(), POSTGRES);
        DataStreamSink<Facts> neo4j =
                Neo4jSink.attach(
                        environment.fromData(GraphFacts.of(DecisionSamples.outcome())), NEO4J);

        assertThat(
                        List.of(
                                rows.getTransformation(),
                                postgres.getTransformation(),
                                neo4j.getTransformation()))
                .extracting(Transformation::getUid)
                .containsExactly("rows-dead-letters", "postgres", "neo4j");
        assertThat(postgres.getTransformation().getParallelism()).isEqualTo(1);
        assertThat(neo4j.getTransformation().getParallelism()).isEqualTo(1);
    }

    @Test
    void everySinkTravelsToTheCluster() throws IOException, ClassNotFoundException {
        InstantiationUtil.<PostgresCopySink>deserializeObject(
                InstantiationUtil.serializeObject(new PostgresCopySink(AllTables.all(), POSTGRES)),
                getClass().getClassLoader());
        InstantiationUtil.<Neo4jSink>deserializeObject(
                InstantiationUtil.serializeObject(new Neo4jSink(NEO4J)),
                getClass().getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:5432", "jdbc:mysql://localhost/x", " "})
    void refusesWhatIsNoAddressOfPostgres(String url) {
        assertThatThrownBy(() -> PostgresConfig.of(url, "u", "p", "main"))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Postgres address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:7687", "http://localhost:7474", " "})
    void refusesWhatIsNoAddressOfNeo4j(String uri) {
        assertThatThrownBy(() -> Neo4jConfig.of(uri, "u", "p"))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Neo4j address");
    }

    @Test
    void configurationsShowNoSecret() {
        assertThat(List.of(POSTGRES.toString(), NEO4J.toString()))
                .noneMatch(text -> text.contains("secret"));
    }
}
