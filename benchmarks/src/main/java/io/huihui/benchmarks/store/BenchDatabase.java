package io.huihui.benchmarks.store;

import io.huihui.benchmarks.BenchFolder;
import io.huihui.connectors.postgres.Migrations;
import io.huihui.connectors.postgres.PostgresConfig;
import io.huihui.connectors.postgres.StoreLogins;
import io.huihui.stack.PostgresServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A Postgres of its own (durable writes, as in production) with the tables of this release. */
final class BenchDatabase implements AutoCloseable {

    static final String WRITER = "bench_writer";
    static final String READER = "bench_reader";

    private static final String PASSWORD = "bench";

    /** Linux counts processor time in hundredths of a second. */
    private static final double TICKS_PER_SECOND = 100;

    /** Places of user and system time in /proc/PID/stat after the name's closing bracket. */
    private static final int USER_TIME = 11;

    private final BenchFolder folder;
    private final PostgresServer server;

    private BenchDatabase(BenchFolder folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    static BenchDatabase start() throws IOException, SQLException {
        BenchFolder folder = BenchFolder.create();
        BenchDatabase database =
                new BenchDatabase(folder, PostgresServer.start(folder.path().resolve("postgres")));
        try (Connection owner = database.owner()) {
            Migrations.apply(owner);
            ensure(owner, WRITER, StoreLogins.WRITER);
            ensure(owner, READER, StoreLogins.READER);
        }
        return database;
    }

    private static void ensure(Connection owner, String login, String group) throws SQLException {
        StoreLogins.ensure(owner, login, PASSWORD, group, StoreLogins.MAIN_TENANT);
    }

    PostgresConfig config(String job) {
        return PostgresConfig.of(server.jdbcUrl(), WRITER, PASSWORD, job);
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    /** Returns a connection with a parameter of the driver's, e.g. {@code ApplicationName=a}. */
    Connection login(String name, String parameters) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl() + "?" + parameters, name, PASSWORD);
    }

    /** Returns the processor seconds of the server process that serves this application so far. */
    double serverSeconds(String applicationName) {
        try (Connection owner = owner()) {
            double seconds = 0;
            for (String pid :
                    strings(
                            owner,
                            "SELECT pid FROM pg_stat_activity WHERE application_name = '"
                                    + applicationName
                                    + "'")) {
                String stat = Files.readString(Path.of("/proc", pid, "stat"));
                String[] parts = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                seconds +=
                        (Long.parseLong(parts[USER_TIME]) + Long.parseLong(parts[USER_TIME + 1]))
                                / TICKS_PER_SECOND;
            }
            return seconds;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first column of what a query yields. */
    static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
