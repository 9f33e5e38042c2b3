package io.huihui.connectors.postgres;

import io.huihui.connectors.postgres.TwoTenants.Caller;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import static io.huihui.connectors.postgres.TwoTenants.MINE;
import static io.huihui.connectors.postgres.TwoTenants.SECRET;
import static io.huihui.connectors.postgres.TwoTenants.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What each role may do to each table: reading, adding, changing and deleting, on both sides. */
class TenantWallIT {

    /** No row may be changed but these, by the writer. */
    private static final List<String> CHANGING =
            List.of("recommendations", "recommendation_legs", "sink_ledger");

    /** Not shown to people who sign in. */
    private static final String LEDGER = "sink_ledger";

    @TempDir static Path folder;

    private static TwoTenants tenants;

    @BeforeAll
    static void start() throws SQLException {
        tenants = TwoTenants.start(folder);
    }

    @AfterAll
    static void stop() {
        tenants.close();
    }

    @Test
    void everyTableOfFactsHasAWall() throws SQLException {
        assertThat(tenants.tables())
                .containsAll(
                        io.huihui.connectors.store.AllTables.all().stream()
                                .map(PostgresTable::name)
                                .toList())
                .contains(LEDGER);
        try (Connection owner = tenants.owner()) {
            assertThat(
                            TwoTenants.query(
                                    owner,
                                    "SELECT tablename FROM pg_policies WHERE schemaname = 'huihui' AND"
                                            + " permissive = 'RESTRICTIVE' AND cmd = 'ALL' AND roles ="
                                            + " '{public}' ORDER BY 1"))
                    .isEqualTo(tenants.tables());
            assertThat(
                            TwoTenants.query(
                                    owner,
                                    "SELECT relname FROM pg_class WHERE relnamespace IN"
                                            + " ('huihui'::regnamespace, 'huihui_partitions'::regnamespace)"
                                            + " AND relkind IN ('r', 'p', 'v', 'm') AND NOT relrowsecurity"))
                    .as("only the list of migrations, which nobody is granted, is without policies")
                    .containsExactly("schema_migrations");
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void seesItsOwnRowsOnly(Caller caller) throws SQLException {
        try (Connection connection = tenants.as(caller)) {
            for (String table : tenants.tables()) {
                if (caller == Caller.SIGNED_IN && table.equals(LEDGER)) {
                    assertDenied(connection, "SELECT FROM huihui." + table);
                    continue;
                }
                assertThat(TwoTenants.query(connection, "SELECT tenant FROM huihui." + table))
                        .as("%s reads %s", caller, table)
                        .isEqualTo(caller == Caller.NOBODY ? List.of() : List.of(MINE));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void addsItsOwnRowsOnly(Caller caller) throws SQLException {
        try (Connection owner = tenants.owner();
                Connection connection = tenants.as(caller)) {
            connection.setAutoCommit(false);
            for (String table : tenants.tables()) {
                assertDenied(connection, TwoTenants.row(owner, table, THEIRS, "new"));
                String ofTheirKey = TwoTenants.row(owner, table, MINE, SECRET);
                if (caller == Caller.WRITER) {
                    TwoTenants.execute(connection, ofTheirKey);
                    connection.rollback();
                } else {
                    assertDenied(connection, ofTheirKey);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void changesNoRowOfOthers(Caller caller) throws SQLException {
        List<String> before = tenants.theirRows();
        assertThat(before).hasSize(tenants.tables().size());

        try (Connection connection = tenants.as(caller)) {
            connection.setAutoCommit(false);
            for (String table : tenants.tables()) {
                assertDenied(connection, "DELETE FROM huihui." + table);
                assertDenied(connection, "TRUNCATE huihui." + table);
                boolean writer = caller == Caller.WRITER || caller == Caller.NOBODY;
                if (!writer || !CHANGING.contains(table)) {
                    assertDenied(connection, "UPDATE huihui." + table + " SET tenant = tenant");
                    continue;
                }
                assertThat(changed(connection, table, "tenant = tenant"))
                        .isEqualTo(caller == Caller.WRITER ? 1 : 0);
                if (caller == Caller.WRITER) {
                    assertDenied(connection, "UPDATE huihui." + table + " SET tenant = 'theirs'");
                }
            }
            connection.commit();
        }

        assertThat(tenants.theirRows()).isEqualTo(before);
    }

    private static int changed(Connection connection, String table, String change)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("UPDATE huihui." + table + " SET " + change);
        }
    }

    /** Code 42501: no privilege, or a policy. */
    private static void assertDenied(Connection connection, String sql) throws SQLException {
        assertThatThrownBy(() -> TwoTenants.execute(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
