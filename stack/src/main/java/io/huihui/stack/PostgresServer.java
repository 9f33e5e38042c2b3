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
public final class PostgresServer extends LocalServer {

    public static final String DATABASE = "huihui";
    public static final String USER = "huihui";

    private static final String NAME = "Postgres";
    private static final Duration INIT = Duration.ofSeconds(60);
    private static final Duration READY = Duration.ofMinutes(2);

    /** The roles a Supabase project comes with; migrations grant to them. */
    private static final List<String> SUPABASE_ROLES =
            List.of("anon", "authenticated", "service_role");

    private final PostgresBinaries binaries;
    private final NotRoot notRoot;

    private PostgresServer(DataFolder folder, int port, PostgresBinaries binaries) {
        super(folder, port);
        this.binaries = binaries;
        this.notRoot = NotRoot.forFolder(folder.path());
    }

    /** Starts a server on a free port, the one it had before in this folder if that is free. */
    public static PostgresServer start(Path folder) {
        return start(folder, PostgresBinaries.find());
    }

    /** As {@link #start(Path)}, with the programs in a folder, e.g. of a server with extensions. */
    public static PostgresServer startPrograms(Path programs, Path folder) {
        return start(folder, new PostgresBinaries(programs));
    }

    /** As above, with these programs. */
    static PostgresServer start(Path folder, PostgresBinaries binaries) {
        DataFolder data = DataFolder.open(folder);
        int port = Ports.remembered(data.path(), "postgres");
        return start(new PostgresServer(data, port, binaries), NAME, READY);
    }

    /** Starts a server on that port. */
    public static PostgresServer start(Path folder, int port) {
        PostgresBinaries binaries = PostgresBinaries.find();
        return start(new PostgresServer(DataFolder.open(folder), port, binaries), NAME, READY);
    }

    /** Returns the JDBC address of the project's database. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return folder().secret("postgres");
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    private void initialise(Path tables) {
        password();
        Path secret = folder().resolve("postgres.secret");
        notRoot.own(secret);
        notRoot.own(folder().folder("tables"));
        Commands.run(
                "the creation of Postgres's folder",
                INIT,
                folder().path(),
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

    private Path tables() {
        return folder().resolve("tables");
    }

    @Override
    ChildProcess.Command command() {
        if (!Files.exists(tables().resolve("PG_VERSION"))) {
            initialise(tables());
        }
        List<String> words = new ArrayList<>(List.of(binaries.program("postgres")));
        words.addAll(List.of("-D", tables().toString(), "-p", String.valueOf(port())));
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
                "postgres", folder().path(), notRoot.wrap(words), Map.of(), "INT");
    }

    @Override
    boolean answers() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            if (!Files.isSameFile(Path.of(row.getString(1)), tables())) {
                throw new StackException(
                        "need our Postgres on port "
                                + port()
                                + ", was one with tables in "
                                + row.getString(1));
            }
            return true;
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** Creates the database, and the roles that the migrations grant to. */
    @Override
    void prepare() {
        try (Connection connection = connect();
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

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), USER, password());
    }
}
