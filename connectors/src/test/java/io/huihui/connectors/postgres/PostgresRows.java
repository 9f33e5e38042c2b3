package io.huihui.connectors.postgres;

import io.huihui.stack.PostgresServer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks at a server's rows from outside. */
final class PostgresRows {

    private PostgresRows() {}

    /** Returns the first column of the result. */
    static List<String> strings(PostgresServer server, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static long number(PostgresServer server, String query) throws SQLException {
        return Long.parseLong(strings(server, query).get(0));
    }
}
