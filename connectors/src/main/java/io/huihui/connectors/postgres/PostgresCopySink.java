package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.BatchingWriter;
import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.batch.Pause;
import io.huihui.connectors.postgres.PostgresTarget.WriterRun;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;

/**
 * Writes a stream of records into a Postgres table in batches, by binary COPY.
 *
 * <p>Exactly once in effect: every row has a key made of the record's identity, so what a restart
 * replays is recognised, whatever subtask or batch it comes back in (docs/decisions/0050). Every
 * row is there before the checkpoint that covers it completes, and within a second of its coming.
 */
public final class PostgresCopySink<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    /** The uid of a table's sink is this and the table's name. */
    public static final String UID_PREFIX = "postgres-";

    private final PostgresTable<T> table;
    private final PostgresConfig config;

    public PostgresCopySink(PostgresTable<T> table, PostgresConfig config) {
        this.table = table;
        this.config = config;
    }

    /**
     * Attaches the sink to a stream. It has a thread of its own: a slow commit must not hold up the
     * operator before it.
     */
    public static <T> DataStreamSink<T> attach(
            DataStream<T> rows, PostgresTable<T> table, PostgresConfig config) {
        return rows.sinkTo(new PostgresCopySink<>(table, config))
                .uid(UID_PREFIX + table.name().replace('_', '-'))
                .name("Postgres " + table.name())
                .setParallelism(config.writers())
                .disableChaining();
    }

    /**
     * Connects once, so that a wrong address, login or table is found before a job starts.
     *
     * @throws InvalidTargetException with a sentence on what to do
     */
    public static void verify(PostgresTable<?> table, PostgresConfig config) {
        new PostgresTarget<>(table, config, new WriterRun(0, 0)).verify();
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        WriterRun run =
                new WriterRun(
                        context.getTaskInfo().getIndexOfThisSubtask(),
                        context.getRestoredCheckpointId().orElse(0));
        return new BatchingWriter<>(
                new PostgresTarget<>(table, config, run),
                config.batch(),
                context.getProcessingTimeService(),
                Pause.sleeping(),
                context.metricGroup());
    }
}
