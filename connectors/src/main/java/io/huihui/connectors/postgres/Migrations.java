package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.models.Sha256;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a database to the schema of this release: the files of {@code supabase/migrations}, in
 * order, each in one transaction with a line in {@code huihui.schema_migrations}. What is there is
 * skipped; a file that was changed after it was applied is refused. The same files work with {@code
 * supabase db push}; since every statement may run twice, both ways can be mixed.
 */
public final class Migrations {

    /** The files, in the order in which they are applied. */
    static final List<String> FILES =
            List.of(
                    "20261123010000_schema_and_roles.sql",
                    "20261123010100_facts.sql",
                    "20261125010000_desk_facts.sql",
                    "20261126010000_tenants.sql",
                    "20261126010100_partitions.sql",
                    "20261128010000_vectors.sql");

    private static final String FOLDER = "migrations/";

    /** Any number, the same in every release: two at once would trip over each other. */
    private static final long LOCK = 4_844_855_001L;

    private Migrations() {}

    /**
     * Applies what is missing and returns the names of the files applied.
     *
     * @param connection of a user who may create roles and the schema; its transaction is committed
     * @throws SQLException when the server refuses a statement
     * @throws InvalidTargetException when a file differs from what was applied under its name
     */
    public static List<String> apply(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        List<String> applied = new ArrayList<>();
        try {
            for (String file : FILES) {
                if (applyOne(connection, file)) {
                    applied.add(file);
                }
                connection.commit();
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
        return applied;
    }

    private static boolean applyOne(Connection connection, String file) throws SQLException {
        prepare(connection);
        String sql = read(file);
        String digest = Sha256.hex(sql);
        String applied = appliedDigest(connection, file);
        if (digest.equals(applied)) {
            return false;
        }
        if (applied != null) {
            throw new InvalidTargetException(
                    "need migration "
                            + file
                            + " as it was applied (SHA-256 "
                            + applied
                            + "), was "
                            + digest
                            + "; put further changes into a new file");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        record(connection, file, digest);
        return true;
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute("SET LOCAL client_min_messages = warning");
            statement.execute("CREATE SCHEMA IF NOT EXISTS huihui");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS huihui.schema_migrations ("
                            + "file text PRIMARY KEY, digest text NOT NULL, "
                            + "applied_at timestamptz NOT NULL DEFAULT now())");
        }
    }

    private static String appliedDigest(Connection connection, String file) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT digest FROM huihui.schema_migrations WHERE file = ?")) {
            query.setString(1, file);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static void record(Connection connection, String file, String digest)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO huihui.schema_migrations (file, digest) VALUES (?, ?)")) {
            insert.setString(1, file);
            insert.setString(2, digest);
            insert.executeUpdate();
        }
    }

    static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("need " + file + " in the jar, was none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
