package io.huihui.connectors.postgres;

import io.huihui.models.vector.Candidates;
import io.huihui.models.vector.DeviceAgreement;
import io.huihui.stack.PgvectorPrograms;
import io.huihui.stack.PostgresServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against a real server with pgvector, by a login that may do nothing but write facts. */
class PostgresVectorsIT {

    private static final int DIMENSION = 19;

    @TempDir static Path folder;

    private static PostgresServer server;
    private static PostgresConfig config;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> programs = PgvectorPrograms.find();
        Assumptions.assumeTrue(
                programs.isPresent(),
                "need a Postgres with pgvector, was none: for Linux on x86 install pip");
        server = PostgresServer.startPrograms(programs.get(), folder);
        try (Connection owner = owner()) {
            Migrations.apply(owner);
            StoreLogins.ensure(
                    owner, "compares", "secret", StoreLogins.WRITER, StoreLogins.MAIN_TENANT);
        }
        config = PostgresConfig.of(server.jdbcUrl(), "compares", "secret", "vectors-test");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    @Test
    void findsWhatTheExactIndexFinds() {
        try (PostgresVectors device = new PostgresVectors(config)) {
            assertThat(DeviceAgreement.share(device, DIMENSION)).isGreaterThan(0.95);
        }
    }

    @Test
    void vectorsOfASessionAreItsOwnAndGoWithIt() throws SQLException {
        float[] here = {3, 4};
        float[] square = {25};
        try (PostgresVectors one = new PostgresVectors(config);
                PostgresVectors other = new PostgresVectors(config)) {
            one.put("SPY", 0, here, square);
            other.put("SPY", 0, new float[] {6, 8}, new float[] {100});
            assertThat(one.nearest("SPY", new float[] {0, 0}, 5).square(0)).isEqualTo(25f);
            assertThat(other.nearest("SPY", new float[] {0, 0}, 5).square(0)).isEqualTo(100f);
            one.put("SPY", 0, here, new float[] {Float.POSITIVE_INFINITY});
            assertThat(one.nearest("SPY", here, 5).count()).isZero();
            other.forget("SPY");
            assertThat(other.nearest("SPY", here, 5).count()).isZero();
        }
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet left =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_class WHERE relname = 'vectors'")) {
            left.next();
            assertThat(left.getInt(1)).isZero();
        }
    }

    @Test
    void aSessionThatIsCutOffIsSaidAndTheNextOneWorks() throws SQLException {
        try (PostgresVectors device = new PostgresVectors(config)) {
            device.put("SPY", 0, new float[] {1}, new float[] {1});
            try (Connection owner = owner();
                    Statement statement = owner.createStatement()) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE usename = 'compares'");
            }
            assertThatThrownBy(() -> device.nearest("SPY", new float[] {1}, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("to compare vectors");
        }
        try (PostgresVectors next = new PostgresVectors(config)) {
            next.put("SPY", 7, new float[] {1}, new float[] {1});
            Candidates near = next.nearest("SPY", new float[] {1}, 1);
            assertThat(near.place(0)).isEqualTo(7);
        }
    }

    @Test
    void aDatabaseWithoutTheExtensionIsSaid() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE DATABASE bare");
        }
        PostgresConfig bare =
                PostgresConfig.of(
                        server.jdbcUrl().replace("/huihui", "/bare"),
                        "compares",
                        "secret",
                        "vectors-test");
        assertThatThrownBy(() -> new PostgresVectors(bare))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("need the extension vector in the database of")
                .hasMessageContaining("CREATE EXTENSION vector");
    }
}
