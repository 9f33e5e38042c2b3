package io.huihui.connectors.postgres;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The rows of a batch that belong into one table, and their way there within the caller's
 * transaction: COPY into a staging table, since COPY itself is refused where row-level security
 * holds, and from there by INSERT.
 *
 * <p>As a rule all rows are new, and a plain insert is the fastest way to move them. When one turns
 * out to be there already, the server takes the insert back and the rows go again in key order with
 * ON CONFLICT (docs/decisions/0256). After a restart, when replayed rows are to be expected, that
 * careful way is taken from the start, until a batch was new throughout.
 */
final class TableBatch {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    /** Also that of "no partition found for row"; no table of ours has other checks. */
    private static final String CHECK_VIOLATION = "23514";

    /** What the careful way, or the server, mends; the rows themselves are right. */
    private static final Set<String> MENDED = Set.of(UNIQUE_VIOLATION, DEADLOCK, CHECK_VIOLATION);

    /**
     * A try ends at the first thing that is wrong: a missing partition, then a row that is there.
     */
    private static final int MOST_TRIES = 3;

    private final PostgresTable<?> table;
    private final long statementTimeoutMillis;
    private final CopyBuffer buffer = new CopyBuffer();
    private int rows;
    private boolean careful;

    /**
     * Begins with an empty batch.
     *
     * @param replaying whether rows that are there already are to be expected
     */
    TableBatch(PostgresTable<?> table, long statementTimeoutMillis, boolean replaying) {
        this.table = table;
        this.statementTimeoutMillis = statementTimeoutMillis;
        this.careful = replaying;
    }

    PostgresTable<?> table() {
        return table;
    }

    void add(EncodedRows added) {
        buffer.append(added.bytes());
        rows += added.rows();
    }

    int rows() {
        return rows;
    }

    /** Forgets the rows, which were written. */
    void clear() {
        buffer.clear();
        rows = 0;
    }

    /**
     * Moves all rows and keeps them, for another try. Returns how many were new, or newer than what
     * stood there.
     */
    long move(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PostgresStatements.createStaging(table, statementTimeoutMillis));
            CopyIn copy =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(PostgresStatements.copyIntoStaging(table));
            buffer.writeTo(copy);
            copy.endCopy();
            long newRows = insert(statement);
            careful = careful && newRows < rows;
            return newRows;
        }
    }

    private long insert(Statement statement) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                // Together, since over a slow network each statement costs a way there and back.
                statement.execute(PostgresStatements.SAVEPOINT + insertion());
                statement.getMoreResults();
                return statement.getLargeUpdateCount();
            } catch (SQLException refused) {
                if (tries == MOST_TRIES || !MENDED.contains(refused.getSQLState())) {
                    throw refused;
                }
                statement.execute(PostgresStatements.BACK_TO_SAVEPOINT);
                mend(statement, refused);
            }
        }
    }

    private void mend(Statement statement, SQLException refused) throws SQLException {
        if (!refused.getSQLState().equals(CHECK_VIOLATION)) {
            careful = true;
        } else if (table.timeColumn() != null) {
            statement.execute(PostgresStatements.ensurePartitions(table));
        } else {
            throw refused;
        }
    }

    private String insertion() {
        boolean plain = !careful && table.versionColumn() == null;
        return plain ? PostgresStatements.insert(table) : PostgresStatements.upsert(table);
    }
}
