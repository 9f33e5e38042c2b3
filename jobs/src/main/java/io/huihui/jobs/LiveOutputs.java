package io.huihui.jobs;

import io.huihui.connectors.kafka.KafkaSinks;
import io.huihui.connectors.neo4j.GraphWrite;
import io.huihui.connectors.neo4j.Neo4jConfig;
import io.huihui.connectors.neo4j.Neo4jSink;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.connectors.postgres.PostgresCopySink;
import io.huihui.connectors.topic.Topic;
import io.huihui.jobs.config.JobConfig;

import org.apache.flink.streaming.api.datastream.DataStream;

/** Writes every stream to its topic, and to the stores that have a place for it. */
final class LiveOutputs implements Outputs {

    private final JobConfig config;
    private final PostgresConfig postgres;
    private final Neo4jConfig neo4j;

    LiveOutputs(JobConfig config) {
        this.config = config;
        this.postgres =
                config.postgres().enabled() ? config.postgres().resolve(config.job()) : null;
        this.neo4j = config.neo4j().enabled() ? config.neo4j().resolve() : null;
    }

    @Override
    public <T> void write(Topic<T> topic, DataStream<T> records) {
        KafkaSinks.attach(records, topic, config.kafka());
        store(topic, records);
    }

    @Override
    public <T> void write(Topic<T> topic, DataStream<T> awaited, DataStream<T> others) {
        KafkaSinks.attach(awaited, topic, config.kafka());
        KafkaSinks.attachBeside(others, topic, config.kafka());
        store(topic, awaited.union(others));
    }

    private <T> void store(Topic<T> topic, DataStream<T> records) {
        if (postgres != null) {
            StorePlaces.tables(topic)
                    .forEach(table -> PostgresCopySink.attach(records, table, postgres));
        }
        if (neo4j != null) {
            StorePlaces.graph(topic).forEach(write -> Neo4jSink.attach(records, write, neo4j));
        }
    }

    @Override
    public <T> void link(GraphWrite<T> write, DataStream<T> records) {
        if (neo4j != null) {
            Neo4jSink.attach(records, write, neo4j);
        }
    }
}
