package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.BatchingWriter;
import io.huihui.connectors.batch.Pause;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/**
 * Merges a stream of records into the graph in batches. Exactly once in effect: everything is
 * merged by ids that come from the records, so a replay after a restart changes nothing.
 */
public final class Neo4jSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    /** The uid of a sink is this and the name of what it writes. */
    public static final String UID_PREFIX = "neo4j-";

    private final GraphWrite<T> write;
    private final Neo4jConfig config;

    public Neo4jSink(GraphWrite<T> write, Neo4jConfig config) {
        this.write = write;
        this.config = config;
    }

    /**
     * Attaches the sink to a stream. It has a thread of its own: a slow commit must not hold up the
     * operator before it.
     */
    public static <T> DataStreamSink<T> attach(
            DataStream<T> records, GraphWrite<T> write, Neo4jConfig config) {
        return records.sinkTo(new Neo4jSink<>(write, config))
                .uid(UID_PREFIX + write.name())
                .name("Neo4j " + write.name())
                .setParallelism(config.writers())
                .disableChaining();
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new BatchingWriter<>(
                new Neo4jTarget<>(write, config),
                config.batch(),
                context.getProcessingTimeService(),
                Pause.sleeping(),
                context.metricGroup());
    }
}
