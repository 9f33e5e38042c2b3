package io.huihui.connectors.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements by which one batch reaches a table. The names in them come from {@link
 * PostgresTable}, which lets only plain identifiers through.
 */
final class PostgresStatements {

    /** Lives for one transaction, so that it works behind a pooler in transaction mode too. */
    private static final String STAGING = "pg_temp.huihui_staging";

    private PostgresStatements() {}

    /** Returns a query without rows, whose result has the columns as the server has them. */
    static String columnsOf(PostgresTable<?> table) {
        return "SELECT " + columns(table) + " FROM " + table.qualifiedName() + " LIMIT 0";
    }

    static String createStaging(PostgresTable<?> table, long statementTimeoutMillis) {
        return "SET LOCAL statement_timeout = "
                + statementTimeoutMillis
                + "; CREATE TEMPORARY TABLE huihui_staging ON COMMIT DROP AS "
                + "SELECT "
                + columns(table)
                + " FROM "
                + table.qualifiedName()
                + " WITH NO DATA";
    }

    static String copyIntoStaging(PostgresTable<?> table) {
        return "COPY " + STAGING + " (" + columns(table) + ") FROM STDIN WITH (FORMAT binary)";
    }

    /**
     * Returns the statement that moves the staged rows over, one per key. In a batch the first row
     * of a key is taken (rows of a heap filled by one COPY lie in the order of their ctid), or the
     * last of the newest version. Rows go in key order, so that two writers cannot deadlock.
     */
    static String upsert(PostgresTable<?> table) {
        String key = String.join(", ", table.key());
        String version = table.versionColumn();
        String order = version == null ? "ctid" : version + " DESC, ctid DESC";
        return "INSERT INTO "
                + table.qualifiedName()
                + " AS stored ("
                + columns(table)
                + ") SELECT DISTINCT ON ("
                + key
                + ") "
                + columns(table)
                + " FROM "
                + STAGING
                + " ORDER BY "
                + key
                + ", "
                + order
                + " ON CONFLICT ("
                + key
                + ") DO "
                + (version == null ? "NOTHING" : replaceOlder(table, version));
    }

    private static String replaceOlder(PostgresTable<?> table, String version) {
        List<String> rest =
                table.columnNames().stream().filter(name -> !table.key().contains(name)).toList();
        return "UPDATE SET "
                + rest.stream()
                        .map(name -> name + " = excluded." + name)
                        .collect(Collectors.joining(", "))
                + " WHERE stored."
                + version
                + " <= excluded."
                + version;
    }

    /** Returns the statement that adds a batch to the writer's line in the ledger. */
    static String addToLedger() {
        return "INSERT INTO huihui.sink_ledger AS ledger (job, table_name, subtask,"
                + " restored_checkpoint, rows_received, rows_new, batches)"
                + " VALUES (?, ?, ?, ?, ?, ?, 1)"
                + " ON CONFLICT (job, table_name, subtask, restored_checkpoint) DO UPDATE SET"
                + " rows_received = ledger.rows_received + excluded.rows_received,"
                + " rows_new = ledger.rows_new + excluded.rows_new,"
                + " batches = ledger.batches + 1, last_batch_at = now()";
    }

    private static String columns(PostgresTable<?> table) {
        return String.join(", ", table.columnNames());
    }
}
