package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.batch.StoreUnavailableException;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/**
 * What a failure of the server means for the writer: try again, ask the operator, or stop.
 *
 * <p>Reference: PostgreSQL documentation, appendix A, "PostgreSQL Error Codes".
 */
final class PostgresFailures {

    /**
     * Classes of codes that pass: 08 connection, 40 deadlock or serialisation, 53 resources, 57
     * operator intervention (restart, failover, statement timeout).
     */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    /** Single codes that pass: lock not available; read-only, as a standby is during failover. */
    private static final Set<String> PASSING_CODES = Set.of("55P03", "25006");

    /** The driver's code for a login it cannot even try, e.g. without a password. */
    private static final String LOGIN_NOT_TRIED = "08004";

    private static final String LOGIN_CLASS = "28";
    private static final String NO_DATABASE = "3D000";
    private static final String NO_PRIVILEGE = "42501";

    /** No such table, schema, column, function, key. */
    private static final Set<String> NO_TABLE = Set.of("42P01", "3F000", "42703", "42883", "42P10");

    private PostgresFailures() {}

    /**
     * Returns the exception for a failure that passes or that is the batch's own fault.
     *
     * @throws InvalidTargetException when only an operator can help
     */
    static IOException translate(SQLException failure, PostgresConfig config, String table) {
        String code = failure.getSQLState() == null ? "" : failure.getSQLState();
        String kind = code.length() < 2 ? "" : code.substring(0, 2);
        String server = "Postgres at " + config.address();
        if (kind.equals(LOGIN_CLASS) || code.equals(LOGIN_NOT_TRIED)) {
            throw new InvalidTargetException(
                    sentence(
                            server + " to let user " + config.user() + " in",
                            failure,
                            "check user and password, and that the user is a member of"
                                    + " huihui_writer"),
                    failure);
        }
        if (code.equals(NO_DATABASE)) {
            throw new InvalidTargetException(
                    sentence("the database of " + config.address(), failure, "create it first"),
                    failure);
        }
        if (code.equals(NO_PRIVILEGE)) {
            throw new InvalidTargetException(
                    sentence(
                            "user " + config.user() + " to be allowed to write " + table,
                            failure,
                            "grant it huihui_writer on "
                                    + server
                                    + ", and see that its tenant is right"),
                    failure);
        }
        if (NO_TABLE.contains(code)) {
            throw new InvalidTargetException(
                    sentence(
                            table + " as this release writes it on " + server,
                            failure,
                            "apply supabase/migrations"),
                    failure);
        }
        String found = "need " + server + " to take a batch for " + table + ", was ";
        if (PASSING_CLASSES.contains(kind) || PASSING_CODES.contains(code)) {
            return new StoreUnavailableException(found + words(failure), failure);
        }
        return new IOException(
                found
                        + words(failure)
                        + "; this row cannot be stored as it is: report it with this sentence",
                failure);
    }

    private static String sentence(String need, SQLException failure, String remedy) {
        return "need " + need + ", was " + words(failure) + "; " + remedy;
    }

    /** Returns what the server said, with its code. */
    static String words(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").trim();
        return "\"" + message + "\" (" + failure.getSQLState() + ")";
    }
}
