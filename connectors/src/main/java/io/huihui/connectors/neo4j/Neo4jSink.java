package io.huihui.connectors.neo4j;

import io.huihui.connectors.batch.BatchingWriter;
import io.huihui.connectors.batch.Pause;
import io.huihui.models.graph.Facts;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/**
 * Merges the facts of all kinds of records into the graph in batches, by one writer with one
 * connection. Exactly once in effect: everything is merged by ids that come from the records, so a
 * replay after a restart changes nothing.
 */
public final class Neo4jSink implements Sink<Facts> {

    private static final long serialVersionUID = 1L;

    static final String UID = "neo4j";

    private final Neo4jConfig config;

    public Neo4jSink(Neo4jConfig config) {
        this.config = config;
    }

    /**
     * Attaches the sink to a stream. It has a thread of its own: a slow commit must not hold up the
     * operator before it.
     */
    public static DataStreamSink<Facts> attach(DataStream<Facts> facts, Neo4jConfig config) {
        return facts.sinkTo(new Neo4jSink(config))
                .uid(UID)
                .name("Neo4j")
                .setParallelism(config.writers())
                .disableChaining();
    }

    @Override
    public SinkWriter<Facts> createWriter(WriterInitContext context) {
        return new BatchingWriter<>(
                new Neo4jTarget(config),
                config.batch(),
                context.getProcessingTimeService(),
                Pause.sleeping(),
                context.metricGroup());
    }
}
