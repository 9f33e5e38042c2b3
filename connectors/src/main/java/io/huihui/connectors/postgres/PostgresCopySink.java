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

import java.util.List;

/**
 * Writes the rows of all tables into Postgres in batches, by binary COPY. They are encoded where
 * their records are made, and one writer with one connection takes them all: of a batch all tables
 * show either everything or nothing.
 *
 * <p>Exactly once in effect: every row has a key made of the record's identity, so what a restart
 * replays is recognised, whatever subtask or batch it comes back in (docs/decisions/0050). Every
 * row is there before the checkpoint that covers it completes, and within a second of its coming.
 */
public final class PostgresCopySink implements Sink<EncodedRows> {

    private static final long serialVersionUID = 1L;

    static final String UID = "postgres";

    /** The uid of what encodes the rows of a table is this and the table's name. */
    static final String ROWS_UID_PREFIX = "rows-";

    private final List<PostgresTable<?>> tables;
    private final PostgresConfig config;

    public PostgresCopySink(List<PostgresTable<?>> tables, PostgresConfig config) {
        this.tables = List.copyOf(tables);
        this.config = config;
    }

    /** Attaches what encodes the rows of a table, to the task that makes their records. */
    public static <T> DataStream<EncodedRows> rows(DataStream<T> records, PostgresTable<T> table) {
        return rows(records, table, table.name());
    }

    /** Attaches a second one, for records of the same table that another task makes. */
    public static <T> DataStream<EncodedRows> rowsBeside(
            DataStream<T> records, PostgresTable<T> table) {
        return rows(records, table, table.name() + "-beside");
    }

    private static <T> DataStream<EncodedRows> rows(
            DataStream<T> records, PostgresTable<T> table, String name) {
        RowEncoder<T> encoder = new RowEncoder<>(table);
        return records.<EncodedRows>flatMap(
                        (record, out) -> encoder.encode(record, out::collect),
                        EncodedRowsTypeInfo.INSTANCE)
                .uid(ROWS_UID_PREFIX + name.replace('_', '-'))
                .name("Rows of " + name)
                .setParallelism(records.getParallelism());
    }

    /**
     * Attaches the sink. It has a thread of its own: a slow commit must not hold up the operator
     * before it.
     *
     * @param rows of any of the tables
     */
    public static DataStreamSink<EncodedRows> attach(
            DataStream<EncodedRows> rows, List<PostgresTable<?>> tables, PostgresConfig config) {
        return rows.sinkTo(new PostgresCopySink(tables, config))
                .uid(UID)
                .name("Postgres")
                .setParallelism(config.writers())
                .disableChaining();
    }

    /**
     * Connects once, so that a wrong address, login or table is found before a job starts.
     *
     * @throws InvalidTargetException with a sentence on what to do
     */
    public static void verify(List<PostgresTable<?>> tables, PostgresConfig config) {
        new PostgresTarget(tables, config, new WriterRun(0, 0)).verify();
    }

    @Override
    public SinkWriter<EncodedRows> createWriter(WriterInitContext context) {
        WriterRun run =
                new WriterRun(
                        context.getTaskInfo().getIndexOfThisSubtask(),
                        context.getRestoredCheckpointId().orElse(0));
        return new BatchingWriter<>(
                new PostgresTarget(tables, config, run),
                config.batch(),
                context.getProcessingTimeService(),
                Pause.sleeping(),
                context.metricGroup());
    }
}
