package io.huihui.connectors.postgres;

import io.huihui.stack.PostgresServer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A server on which the desks {@code mine} and {@code theirs} have one row in every table. */
final class TwoTenants implements AutoCloseable {

    static final String MINE = "mine";
    static final String THEIRS = "theirs";

    /** Stands in every text of their rows, so that it shows wherever one of them comes through. */
    static final String SECRET = "sesame";

    private static final String PASSWORD = "secret";

    /** Who calls, all of desk {@code mine} but the last, which belongs to nobody. */
    enum Caller {
        WRITER,
        READER,
        SIGNED_IN,
        NOBODY
    }

    private final PostgresServer server;

    private TwoTenants(PostgresServer server) {
        this.server = server;
    }

    static TwoTenants start(Path folder) throws SQLException {
        TwoTenants tenants = new TwoTenants(PostgresServer.start(folder));
        try (Connection owner = tenants.owner()) {
            Migrations.apply(owner);
            login(owner, "my_writer", StoreLogins.WRITER, MINE);
            login(owner, "my_reader", StoreLogins.READER, MINE);
            login(owner, "their_reader", StoreLogins.READER, THEIRS);
            execute(
                    owner,
                    "CREATE ROLE nobody_at_all LOGIN PASSWORD 'secret'",
                    "GRANT huihui_writer TO nobody_at_all",
                    "CREATE ROLE authenticator LOGIN NOINHERIT PASSWORD 'secret'",
                    "GRANT authenticated TO authenticator");
            for (String table : tenants.tables()) {
                execute(owner, row(owner, table, MINE, "own"), row(owner, table, THEIRS, SECRET));
            }
            execute(owner, "ANALYZE");
        }
        return tenants;
    }

    private static void login(Connection owner, String name, String group, String tenant)
            throws SQLException {
        StoreLogins.ensure(owner, name, PASSWORD, group, tenant);
    }

    /** Returns every table that has a tenant. */
    List<String> tables() throws SQLException {
        return PostgresRows.strings(
                server,
                "SELECT table_name FROM information_schema.columns WHERE table_schema = 'huihui'"
                        + " AND column_name = 'tenant' AND table_name NOT LIKE 'tenant%' ORDER BY 1");
    }

    /** Returns a statement that adds a row: every text is {@code word}, every number 1. */
    static String row(Connection owner, String table, String tenant, String word)
            throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet columns =
                        statement.executeQuery(
                                "SELECT column_name, data_type FROM information_schema.columns"
                                        + " WHERE table_schema = 'huihui' AND table_name = '"
                                        + table
                                        + "' AND column_name <> 'tenant'")) {
            while (columns.next()) {
                names.add(columns.getString(1));
                values.add(value(columns.getString(2), word));
            }
        }
        return "INSERT INTO huihui.%s (tenant, %s) VALUES ('%s', %s)"
                .formatted(table, String.join(", ", names), tenant, String.join(", ", values));
    }

    private static String value(String type, String word) {
        return switch (type) {
            case "text" -> "'" + word + "'";
            case "boolean" -> "true";
            case "ARRAY" -> "'{}'";
            case "timestamp with time zone" -> "date_trunc('day', now())";
            default -> "1";
        };
    }

    Connection as(Caller caller) throws SQLException {
        return switch (caller) {
            case WRITER -> login("my_writer");
            case READER -> login("my_reader");
            case NOBODY -> login("nobody_at_all");
            case SIGNED_IN -> signedIn(MINE);
        };
    }

    /** Returns a connection as Supabase's API makes it after it has checked the claims. */
    Connection signedIn(String tenant) throws SQLException {
        Connection api = login("authenticator");
        execute(api, claims(tenant), "SET ROLE authenticated");
        return api;
    }

    static String claims(String tenant) {
        return "SELECT set_config('request.jwt.claims', '{\"app_metadata\": {\"tenant\": \"%s\"}}', false)"
                .formatted(tenant);
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private Connection login(String name) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), name, PASSWORD);
    }

    /** Returns their rows as they stand, as the owner sees them. */
    List<String> theirRows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables()) {
            rows.addAll(
                    PostgresRows.strings(
                            server,
                            "SELECT '%s' || whole::text FROM huihui.%s AS whole WHERE tenant = '%s' ORDER BY 1"
                                    .formatted(table, table, THEIRS)));
        }
        return rows;
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns all that the query yields, one string a row. */
    static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        server.close();
    }
}
