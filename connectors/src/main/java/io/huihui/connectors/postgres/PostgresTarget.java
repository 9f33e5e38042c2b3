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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes batches with rows of several tables in one transaction: those of each table by {@link
 * TableBatch} with a line in the ledger, commit. A batch is there whole or not at all, and sending
 * it again changes nothing.
 */
public final class PostgresTarget implements BatchTarget<EncodedRows> {

    private final PostgresConfig config;
    private final WriterRun run;

    /** By name, in an order of their own, so that two writers lock what they share in it. */
    private final Map<String, TableBatch> batches = new LinkedHashMap<>();

    private int rows;
    private int bytes;
    private Connection connection;

    /** Whose turn it is, for sentences; null before the first. */
    private PostgresTable<?> current;

    /**
     * Which writer this is.
     *
     * @param restoredCheckpoint the checkpoint its run started from; 0 for a fresh start
     */
    public record WriterRun(int subtask, long restoredCheckpoint) {}

    /** Begins with an empty batch; the connection is opened by the first one. */
    public PostgresTarget(List<PostgresTable<?>> tables, PostgresConfig config, WriterRun run) {
        this.config = config;
        this.run = run;
        for (PostgresTable<?> table : tables) {
            batches.put(
                    table.name(),
                    new TableBatch(
                            table,
                            config.statementTimeout().toMillis(),
                            run.restoredCheckpoint() > 0));
        }
    }

    @Override
    public void add(EncodedRows added) {
        TableBatch batch = batches.get(added.table());
        if (batch == null) {
            throw new IllegalArgumentException(
                    "need rows of one of " + batches.keySet() + ", was " + added.table());
        }
        batch.add(added);
        rows += added.rows();
        bytes += added.bytes().length;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int bytes() {
        return bytes;
    }

    @Override
    public void clear() {
        batches.values().forEach(TableBatch::clear);
        rows = 0;
        bytes = 0;
    }

    @Override
    public String name() {
        return "Postgres at " + config.address();
    }

    @Override
    public long send() throws IOException {
        try {
            if (connection == null) {
                connection = PostgresConnections.open(config);
                prepare();
            }
            long newRows = 0;
            for (TableBatch batch : batches.values()) {
                if (batch.rows() > 0) {
                    current = batch.table();
                    long newOfTable = batch.move(connection);
                    addToLedger(batch, newOfTable);
                    newRows += newOfTable;
                }
            }
            connection.commit();
            return newRows;
        } catch (SQLException failure) {
            close();
            throw PostgresFailures.translate(failure, config, currentName());
        }
    }

    /**
     * Connects and compares the tables with what this release writes.
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
            IOException unavailable = PostgresFailures.translate(failure, config, currentName());
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
            for (TableBatch batch : batches.values()) {
                current = batch.table();
                for (String preparation : current.preparation()) {
                    statement.execute(preparation);
                }
            }
        }
        connection.commit();
    }

    /** Binary COPY does not convert: a column of another type would be misread, so look first. */
    private void compareColumns() throws SQLException {
        for (TableBatch batch : batches.values()) {
            current = batch.table();
            compareColumns(current);
        }
    }

    private void compareColumns(PostgresTable<?> table) throws SQLException {
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

    private void addToLedger(TableBatch batch, long newRows) throws SQLException {
        try (PreparedStatement ledger =
                connection.prepareStatement(PostgresStatements.addToLedger())) {
            ledger.setString(1, config.job());
            ledger.setString(2, batch.table().name());
            ledger.setInt(3, run.subtask());
            ledger.setLong(4, run.restoredCheckpoint());
            ledger.setLong(5, batch.rows());
            ledger.setLong(6, newRows);
            ledger.executeUpdate();
        }
    }

    private String currentName() {
        return current == null ? "all tables" : current.qualifiedName();
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
