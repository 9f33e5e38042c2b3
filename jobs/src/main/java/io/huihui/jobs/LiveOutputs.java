package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaConfig;
import io.huihui.connectors.kafka.KafkaSinks;
import io.huihui.connectors.neo4j.Neo4jSink;
import io.huihui.connectors.postgres.EncodedRows;
import io.huihui.connectors.postgres.PostgresCopySink;
import io.huihui.connectors.topic.Topic;
import io.huihui.models.graph.Facts;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.transformations.UnionTransformation;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes every stream to its topic, and to the stores that have a place for it. Each store has one
 * writer for all it takes (docs/decisions/0257).
 */
final class LiveOutputs implements Outputs {

    /** The uid of what gathers the streams of a topic is this and the topic's short name. */
    private static final String GATHERED_UID_PREFIX = "gathered-";

    private final KafkaConfig kafka;
    private final Stores stores;
    private final List<DataStream<EncodedRows>> rows = new ArrayList<>();

    LiveOutputs(KafkaConfig kafka, Stores stores) {
        this.kafka = kafka;
        this.stores = stores;
    }

    @Override
    public <T> void write(Topic<T> topic, DataStream<T> records) {
        DataStream<T> gathered = gathered(topic, records);
        KafkaSinks.attach(gathered, topic, kafka);
        if (stores.postgres() != null) {
            StorePlaces.tables(topic)
                    .forEach(table -> rows.add(PostgresCopySink.rows(gathered, table)));
        }
    }

    @Override
    public <T> void write(Topic<T> topic, DataStream<T> awaited, DataStream<T> others) {
        write(topic, awaited);
        DataStream<T> gathered = gathered(topic, others);
        KafkaSinks.attachBeside(gathered, topic, kafka);
        if (stores.postgres() != null) {
            StorePlaces.tables(topic)
                    .forEach(table -> rows.add(PostgresCopySink.rowsBeside(gathered, table)));
        }
    }

    @Override
    public boolean hasGraph() {
        return stores.neo4j() != null;
    }

    @Override
    public void link(DataStream<Facts> facts) {
        if (hasGraph()) {
            Neo4jSink.attach(facts, stores.neo4j());
        }
    }

    @Override
    public void end() {
        if (stores.postgres() != null) {
            PostgresCopySink.attach(
                    rows.stream().reduce(DataStream::union).orElseThrow(),
                    StorePlaces.tables(),
                    stores.postgres());
        }
    }

    /**
     * Returns records that come from several tasks as those of one: what takes them for the topic
     * and what takes them for a store would else be a task each.
     */
    private <T> DataStream<T> gathered(Topic<T> topic, DataStream<T> records) {
        if (!(records.getTransformation() instanceof UnionTransformation)) {
            return records;
        }
        String uid = GATHERED_UID_PREFIX + topic.shortName();
        return records.map(record -> record, records.getType()).uid(uid).name(uid);
    }
}
