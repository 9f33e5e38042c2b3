package io.huihui.connectors.postgres;

import io.huihui.models.Require;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the logins of a local stack; a deployment's are made by its administrator. */
public final class StoreLogins {

    /** May add facts. */
    public static final String WRITER = "huihui_writer";

    /** May read facts. */
    public static final String READER = "huihui_reader";

    /** The one tenant of a deployment that has no others. */
    public static final String MAIN_TENANT = "main";

    private StoreLogins() {}

    /**
     * Makes or updates a login that is a member of a group role and belongs to a tenant.
     *
     * @param group {@link #WRITER} or {@link #READER}; the migrations made it
     */
    public static void ensure(
            Connection connection, String login, String password, String group, String tenant)
            throws SQLException {
        Require.that(
                group.equals(WRITER) || group.equals(READER),
                WRITER + " or " + READER,
                "group=" + group);
        String verb = exists(connection, login) ? "ALTER" : "CREATE";
        try (PreparedStatement quoting =
                        connection.prepareStatement(
                                "SELECT format('%s ROLE %I LOGIN PASSWORD %L; GRANT %I TO %I;"
                                        + " SELECT huihui.assign_login(%L, %L)',"
                                        + " ?, ?, ?, ?, ?, ?, ?)");
                Statement statement = connection.createStatement()) {
            quoting.setString(1, verb);
            quoting.setString(2, login);
            quoting.setString(3, password);
            quoting.setString(4, group);
            quoting.setString(5, login);
            quoting.setString(6, login);
            quoting.setString(7, tenant);
            try (ResultSet quoted = quoting.executeQuery()) {
                quoted.next();
                statement.execute(quoted.getString(1));
            }
        }
    }

    private static boolean exists(Connection connection, String login) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, login);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
