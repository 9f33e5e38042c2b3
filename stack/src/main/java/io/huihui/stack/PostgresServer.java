package io.huihui.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Postgres server with its tables in the given folder: Debian's or Homebrew's binaries where
 * installed, else the ones from Maven. Writes are durable (fsync on), as in production.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String DATABASE = "huihui";
    public static final String USER = "huihui";

    private static final Duration INIT = Duration.ofSeconds(60);
    private static final Duration READY = Duration.ofSeconds(60);

    /** The roles a Supabase project comes with; migrations grant to them. */
    private static final List<String> SUPABASE_ROLES =
            List.of("anon", "authenticated", "service_role");

    private final DataFolder folder;
    private final ChildProcess process;
    private final int port;
    private final String password;

    private PostgresServer(DataFolder folder, ChildProcess process, int port, String password) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /** Starts a server on a free port, the one it had before in this folder if that is free. */
    public static PostgresServer start(Path folder) {
        DataFolder data = DataFolder.open(folder);
        return start(data, Ports.remembered(data.path(), "postgres"));
    }

    /** Starts a server on that port. */
    public static PostgresServer start(Path folder, int port) {
        return start(DataFolder.open(folder), port);
    }

    private static PostgresServer start(DataFolder folder, int port) {
        ChildProcess process = null;
        try {
            Ports.requireFree(port, "Postgres");
            String password = folder.secret("postgres");
            PostgresBinaries binaries = PostgresBinaries.find();
            NotRoot notRoot = NotRoot.forFolder(folder.path());
            Path tables = folder.resolve("tables");
            if (!Files.exists(tables.resolve("PG_VERSION"))) {
                initialise(folder, binaries, notRoot, tables);
            }
            process = ChildProcess.start(command(folder, binaries, notRoot, port));
            process.await(READY, "Postgres on port " + port, () -> answers(port, password, tables));
            createDatabase(port, password);
            return new PostgresServer(folder, process, port, password);
        } catch (RuntimeException e) {
            if (process != null) {
                process.close();
            }
            folder.close();
            throw e;
        }
    }

    /** Returns the JDBC address of the project's database. */
    public String jdbcUrl() {
        return jdbcUrl(port, DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }

    private static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static void initialise(
            DataFolder folder, PostgresBinaries binaries, NotRoot notRoot, Path tables) {
        Path secret = folder.resolve("postgres.secret");
        notRoot.own(secret);
        notRoot.own(folder.folder("tables"));
        Commands.run(
                "the creation of Postgres's folder",
                INIT,
                folder.path(),
                notRoot.wrap(
                        List.of(
                                binaries.program("initdb"),
                                "--pgdata=" + tables,
                                "--username=" + USER,
                                "--pwfile=" + secret,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--no-locale")));
    }

    private static ChildProcess.Command command(
            DataFolder folder, PostgresBinaries binaries, NotRoot notRoot, int port) {
        List<String> words = new ArrayList<>(List.of(binaries.program("postgres")));
        words.addAll(
                List.of("-D", folder.resolve("tables").toString(), "-p", String.valueOf(port)));
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on")) {
            words.addAll(List.of("-c", setting));
        }
        // INT is Postgres's "fast" shutdown; TERM would wait for every client to leave.
        return new ChildProcess.Command(
                "postgres", folder.path(), notRoot.wrap(words), Map.of(), "INT");
    }

    private static boolean answers(int port, String password, Path tables) {
        try (Connection connection = connect(port, "postgres", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            if (!Files.isSameFile(Path.of(row.getString(1)), tables)) {
                throw new StackException(
                        "need our Postgres on port "
                                + port
                                + ", was one with tables in "
                                + row.getString(1));
            }
            return true;
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    private static void createDatabase(int port, String password) {
        try (Connection connection = connect(port, "postgres", password);
                Statement statement = connection.createStatement()) {
            for (String role : SUPABASE_ROLES) {
                statement.execute(
                        "DO $$ BEGIN CREATE ROLE "
                                + role
                                + " NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            }
            boolean exists;
            try (ResultSet found =
                    statement.executeQuery(
                            "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw new StackException("cannot prepare the database: " + e.getMessage(), e);
        }
    }

    private static Connection connect(int port, String database, String password)
            throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, database), USER, password);
    }
}
