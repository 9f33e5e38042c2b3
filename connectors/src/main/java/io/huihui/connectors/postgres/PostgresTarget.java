package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.BatchTarget;
import io.huihui.connectors.batch.InvalidTargetException;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes batches of one table: the rows by {@link StagedBatch}, a line in the ledger, commit. A
 * batch is there whole or not at all, and sending it again changes nothing.
 */
public final class PostgresTarget<T> implements BatchTarget<T> {

    private final PostgresTable<T> table;
    private final PostgresConfig config;
    private final WriterRun run;
    private final StagedBatch<T> batch;
    private final CopyBuffer buffer = new CopyBuffer();

    private int rows;
    private Connection connection;

    /**
     * Which writer this is.
     *
     * @param restoredCheckpoint the checkpoint its run started from; 0 for a fresh start
     */
    public record WriterRun(int subtask, long restoredCheckpoint) {}

    /** Begins with an empty batch; the connection is opened by the first one. */
    public PostgresTarget(PostgresTable<T> table, PostgresConfig config, WriterRun run) {
        this.table = table;
        this.config = config;
        this.run = run;
        this.batch =
                new StagedBatch<>(
                        table, config.statementTimeout().toMillis(), run.restoredCheckpoint() > 0);
    }

    @Override
    public void add(T row) {
        rows += table.encode(row, buffer);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int bytes() {
        return buffer.size();
    }

    @Override
    public void clear() {
        buffer.clear();
        rows = 0;
    }

    @Override
    public String name() {
        return "Postgres at " + config.address() + ", table " + table.qualifiedName();
    }

    @Override
    public long send() throws IOException {
        try {
            if (connection == null) {
                connection = PostgresConnections.open(config);
                prepare();
            }
            long newRows = batch.move(connection, buffer, rows);
            addToLedger(newRows);
            connection.commit();
            return newRows;
        } catch (SQLException failure) {
            close();
            throw PostgresFailures.translate(failure, config, table.qualifiedName());
        }
    }

    /**
     * Connects and compares the table with what this release writes.
     *
     * @throws InvalidTargetException when they differ, or when the server is not as configured
     */
    void verify() {
        try {
            connection = PostgresConnections.open(config);
            compareColumns();
            requireTenant();
            connection.rollback();
        } catch (SQLException failure) {
            IOException unavailable =
                    PostgresFailures.translate(failure, config, table.qualifiedName());
            throw new InvalidTargetException(
                    unavailable.getMessage() + "; start the server or correct the address",
                    unavailable);
        } finally {
            close();
        }
    }

    private void prepare() throws SQLException {
        compareColumns();
        requireTenant();
        try (Statement statement = connection.createStatement()) {
            for (String preparation : table.preparation()) {
                statement.execute(preparation);
            }
        }
        connection.commit();
    }

    /** Binary COPY does not convert: a column of another type would be misread, so look first. */
    private void compareColumns() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(PostgresStatements.columnsOf(table))) {
            ResultSetMetaData found = none.getMetaData();
            for (int i = 0; i < table.columns().size(); i++) {
                PostgresColumn<?> column = table.columns().get(i);
                String type = found.getColumnTypeName(i + 1);
                if (!type.equals(column.type().catalogueName())) {
                    throw new InvalidTargetException(
                            "need column "
                                    + column.name()
                                    + " of "
                                    + table.qualifiedName()
                                    + " to be "
                                    + column.type().catalogueName()
                                    + ", was "
                                    + type
                                    + " in "
                                    + config.address()
                                    + "; apply supabase/migrations");
                }
            }
        }
    }

    /** Without a tenant the server would refuse every row, each batch anew. */
    private void requireTenant() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(PostgresStatements.callersTenant())) {
            found.next();
            if (found.getString(1) == null) {
                throw new InvalidTargetException(
                        "need user "
                                + config.user()
                                + " to belong to a tenant of "
                                + config.address()
                                + ", was none; SELECT huihui.assign_login('"
                                + config.user()
                                + "', TENANT) as an administrator");
            }
        }
    }

    private void addToLedger(long newRows) throws SQLException {
        try (PreparedStatement ledger =
                connection.prepareStatement(PostgresStatements.addToLedger())) {
            ledger.setString(1, config.job());
            ledger.setString(2, table.name());
            ledger.setInt(3, run.subtask());
            ledger.setLong(4, run.restoredCheckpoint());
            ledger.setLong(5, rows);
            ledger.setLong(6, newRows);
            ledger.executeUpdate();
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // An uncommitted batch is rolled back by the server and still in the buffer.
            }
            connection = null;
        }
    }
}
