package io.huihui.connectors.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements by which one batch reaches a table. The names in them come from {@link
 * PostgresTable}, which lets only plain identifiers through.
 */
final class PostgresStatements {

    static final String SAVEPOINT = "SAVEPOINT staged; ";

    static final String BACK_TO_SAVEPOINT = "ROLLBACK TO SAVEPOINT staged";

    /** Every table has it; no record does: whose rows they are is known from the login. */
    private static final String TENANT = "tenant";

    private static final String STAGING_PREFIX = "huihui_staging_";

    private static final String CALLERS_TENANT = "(SELECT huihui.caller_tenant())";

    private PostgresStatements() {}

    /** Returns a query without rows, whose result has the columns as the server has them. */
    static String columnsOf(PostgresTable<?> table) {
        return "SELECT " + columns(table) + " FROM " + table.qualifiedName() + " LIMIT 0";
    }

    /** Returns a query for the tenant of the login; it is NULL when it has none. */
    static String callersTenant() {
        return "SELECT huihui.caller_tenant()";
    }

    /**
     * Returns statements that make sure of an empty staging table. It stays for the connection and
     * is emptied by each commit: a new one for every batch would bloat the server's catalogue.
     * Behind a pooler in transaction mode each server connection gets its own.
     */
    static String createStaging(PostgresTable<?> table, long statementTimeoutMillis) {
        return "SET LOCAL statement_timeout = "
                + statementTimeoutMillis
                + "; SET LOCAL client_min_messages = warning"
                + "; CREATE TEMPORARY TABLE IF NOT EXISTS "
                + STAGING_PREFIX
                + table.name()
                + " ON COMMIT DELETE ROWS AS SELECT "
                + columns(table)
                + " FROM "
                + table.qualifiedName()
                + " WITH NO DATA";
    }

    static String copyIntoStaging(PostgresTable<?> table) {
        return "COPY "
                + staging(table)
                + " ("
                + columns(table)
                + ") FROM STDIN WITH (FORMAT binary)";
    }

    /**
     * Returns the statement that moves the staged rows over; it fails when one is there already.
     */
    static String insert(PostgresTable<?> table) {
        return insertInto(table, "") + "SELECT " + tenantAndColumns(table) + from(table);
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
        return insertInto(table, " AS stored")
                + "SELECT DISTINCT ON ("
                + key
                + ") "
                + tenantAndColumns(table)
                + from(table)
                + " ORDER BY "
                + key
                + ", "
                + order
                + " ON CONFLICT ("
                + TENANT
                + ", "
                + key
                + ") DO "
                + (version == null ? "NOTHING" : replaceOlder(table, version));
    }

    /** Returns the statement that makes the partitions in which the staged rows lie. */
    static String ensurePartitions(PostgresTable<?> table) {
        return "SELECT huihui.ensure_partitions('"
                + table.name()
                + "', ARRAY(SELECT DISTINCT date_trunc('day', "
                + table.timeColumn()
                + ", 'UTC')"
                + from(table)
                + "))";
    }

    private static String insertInto(PostgresTable<?> table, String alias) {
        return "INSERT INTO "
                + table.qualifiedName()
                + alias
                + " ("
                + TENANT
                + ", "
                + columns(table)
                + ") ";
    }

    /** The tenant as a sub-query: the server looks it up once for the whole batch. */
    private static String tenantAndColumns(PostgresTable<?> table) {
        return CALLERS_TENANT + ", " + columns(table);
    }

    private static String from(PostgresTable<?> table) {
        return " FROM " + staging(table);
    }

    private static String staging(PostgresTable<?> table) {
        return "pg_temp." + STAGING_PREFIX + table.name();
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
        return "INSERT INTO huihui.sink_ledger AS ledger (tenant, job, table_name,"
                + " subtask, restored_checkpoint, rows_received, rows_new, batches) VALUES ("
                + CALLERS_TENANT
                + ", ?, ?, ?, ?, ?, ?, 1)"
                + " ON CONFLICT (tenant, job, table_name, subtask, restored_checkpoint) DO UPDATE SET"
                + " rows_received = ledger.rows_received + excluded.rows_received,"
                + " rows_new = ledger.rows_new + excluded.rows_new,"
                + " batches = ledger.batches + 1, last_batch_at = now()";
    }

    private static String columns(PostgresTable<?> table) {
        return String.join(", ", table.columnNames());
    }
}
