package io.huihui.benchmarks.store;

import io.huihui.connectors.postgres.PostgresTable;
import io.huihui.connectors.postgres.PostgresTarget;
import io.huihui.connectors.postgres.RowEncoder;
import io.huihui.connectors.postgres.StoreTables;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;

import org.apache.flink.connector.jdbc.internal.executor.JdbcBatchStatementExecutor;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** A way to bring outcomes into Postgres, each of them so that a repeated row does no harm. */
interface OutcomeWriter extends AutoCloseable {

    /** Rows of a transaction, for all who make batches; the default of Flink's connector too. */
    int BATCH = 5_000;

    void write(List<Outcome> rows) throws IOException, SQLException;

    @Override
    void close() throws SQLException;

    /** The sink's own way. */
    static OutcomeWriter copy(BenchDatabase database, String job) {
        PostgresTable<Outcome> table = StoreTables.outcomes();
        return new ByCopy(
                new RowEncoder<>(table),
                new PostgresTarget(
                        List.of(table), database.config(job), new PostgresTarget.WriterRun(0, 0)));
    }

    /** Sends a batch as soon as it is full, as the sink's writer does. */
    record ByCopy(RowEncoder<Outcome> encoder, PostgresTarget target) implements OutcomeWriter {

        @Override
        public void write(List<Outcome> rows) throws IOException {
            for (Outcome row : rows) {
                encoder.encode(row, target::add);
                if (target.rows() == BATCH) {
                    send();
                }
            }
            if (target.rows() > 0) {
                send();
            }
        }

        private void send() throws IOException {
            target.send();
            target.clear();
        }

        @Override
        public void close() {
            target.close();
        }
    }

    /** One statement and one commit a row. */
    static OutcomeWriter rowByRow(Connection connection) throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        return closing(
                connection,
                rows -> {
                    for (Outcome row : rows) {
                        bind(insert, row);
                        insert.executeUpdate();
                    }
                });
    }

    /** JDBC batches; what the driver makes of them depends on the connection's parameters. */
    static OutcomeWriter batched(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        PreparedStatement insert = connection.prepareStatement(INSERT);
        return closing(
                connection,
                rows -> {
                    for (int i = 0; i < rows.size(); i++) {
                        bind(insert, rows.get(i));
                        insert.addBatch();
                        if ((i + 1) % BATCH == 0 || i + 1 == rows.size()) {
                            insert.executeBatch();
                            connection.commit();
                        }
                    }
                });
    }

    /** What Flink's JDBC sink calls, with its default batch, on a connection as it makes it. */
    static OutcomeWriter flinkConnector(Connection connection) throws SQLException {
        JdbcBatchStatementExecutor<Outcome> executor =
                JdbcBatchStatementExecutor.simple(INSERT, OutcomeWriter::bind);
        executor.prepareStatements(connection);
        return closing(
                connection,
                rows -> {
                    for (int i = 0; i < rows.size(); i++) {
                        executor.addToBatch(rows.get(i));
                        if ((i + 1) % BATCH == 0 || i + 1 == rows.size()) {
                            executor.executeBatch();
                        }
                    }
                });
    }

    /** The tenant is given, so that the others do not pay for looking it up row by row. */
    String INSERT =
            "INSERT INTO huihui.outcomes (tenant, symbol, snapshot_time, predictor, horizon_minutes,"
                    + " model_version, known_time, up, down, flat, realized, log_return, sigma,"
                    + " market_state, brier, log_loss, correct, abstained) VALUES ('main', ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static void bind(PreparedStatement insert, Outcome row) throws SQLException {
        Thesis thesis = row.thesis();
        insert.setString(1, row.snapshot().symbol());
        insert.setTimestamp(2, new Timestamp(row.snapshot().secondEndMillis()));
        insert.setString(3, row.predictor());
        insert.setInt(4, thesis.horizon().minutes());
        insert.setString(5, row.modelVersion());
        insert.setTimestamp(
                6, new Timestamp(row.snapshot().secondEndMillis() + thesis.horizon().millis()));
        insert.setDouble(7, thesis.up());
        insert.setDouble(8, thesis.down());
        insert.setDouble(9, thesis.flat());
        insert.setString(10, row.realized().name());
        insert.setDouble(11, row.logReturn());
        insert.setDouble(12, row.sigma());
        insert.setString(13, row.marketState());
        insert.setDouble(14, row.brier());
        insert.setDouble(15, row.logLoss());
        insert.setBoolean(16, row.correct());
        insert.setBoolean(17, row.abstained());
    }

    /** Writes rows. */
    interface Rows {
        void write(List<Outcome> rows) throws SQLException;
    }

    private static OutcomeWriter closing(Connection connection, Rows writing) {
        return new OutcomeWriter() {
            @Override
            public void write(List<Outcome> rows) throws SQLException {
                writing.write(rows);
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
