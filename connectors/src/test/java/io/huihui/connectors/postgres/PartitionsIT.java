package io.huihui.connectors.postgres;

import io.huihui.connectors.postgres.PostgresTarget.WriterRun;
import io.huihui.connectors.store.DecisionSamples;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.AlertSeverity;
import io.huihui.models.feature.SnapshotId;
import io.huihui.stack.PostgresServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tables in partitions: filled whatever the event time, emptied by age, made of older tables. */
class PartitionsIT {

    private static final String PASSWORD = "secret";
    private static final String WRITER = "partition_writer";

    @TempDir static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start(folder);
        try (Connection owner = owner("huihui")) {
            TwoTenants.execute(
                    owner,
                    "CREATE DATABASE older",
                    "CREATE DATABASE by_age",
                    "CREATE DATABASE by_time");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** As a database of the release before: flat tables, a login of its writer, no tenants. */
    @Test
    void anOlderDatabaseKeepsItsRowsAndItsLogins() throws Exception {
        try (Connection owner = owner("older")) {
            for (String file : Migrations.FILES.subList(0, 3)) {
                TwoTenants.execute(owner, Migrations.read(file));
            }
            TwoTenants.execute(
                    owner,
                    "CREATE ROLE older_writer LOGIN PASSWORD 'secret'",
                    "GRANT huihui_writer TO older_writer",
                    alertBefore("2026-01-31T23:59:59Z"),
                    alertBefore("2026-02-01T00:00:00Z"),
                    "INSERT INTO huihui.sink_ledger VALUES ('main', 'alerts', 0, 0, 2, 2, 1)",
                    "INSERT INTO huihui.dead_letters VALUES ('t', 0, 1, 'd', 'r', 'p')");

            assertThat(Migrations.apply(owner)).isEqualTo(Migrations.FILES);

            assertThat(
                            TwoTenants.query(
                                    owner,
                                    "SELECT tableoid::regclass || ' ' || tenant || ' ' || sentence"
                                            + " FROM huihui.alerts ORDER BY snapshot_time"))
                    .containsExactly(
                            "huihui_partitions.alerts_202601 main before",
                            "huihui_partitions.alerts_202602 main before");
            assertThat(
                            TwoTenants.query(
                                    owner,
                                    "SELECT tenant FROM huihui.sink_ledger UNION ALL"
                                            + " SELECT tenant FROM huihui.dead_letters"))
                    .containsExactly("main", "main");
        }
        Alert again = alert("2026-02-01T00:00:00Z");
        assertThat(write("older", "older_writer", List.of(again, alert("2026-02-01T00:00:01Z"))))
                .as("a row that was there before is recognised")
                .isEqualTo(1);
    }

    @Test
    void rowsOfAnyEventTimeFindAPlace() throws Exception {
        prepare("by_time");
        List<Alert> first = List.of(alert("2012-06-21T13:30:00Z"), alert("2035-01-01T00:00:00Z"));
        assertThat(write("by_time", WRITER, first)).isEqualTo(2);

        List<Alert> mixed =
                List.of(
                        alert("2012-06-21T13:30:00Z"),
                        alert("1998-10-08T00:00:00Z"),
                        alert("2012-06-21T13:30:01Z"));
        assertThat(write("by_time", WRITER, mixed))
                .as("one is there already, one needs a partition")
                .isEqualTo(2);

        try (Connection owner = owner("by_time")) {
            assertThat(
                            TwoTenants.query(
                                    owner,
                                    "SELECT count(*) || ' in ' || tableoid::regclass FROM"
                                            + " huihui.alerts GROUP BY tableoid ORDER BY 1"))
                    .containsExactly(
                            "1 in huihui_partitions.alerts_199810",
                            "1 in huihui_partitions.alerts_203501",
                            "2 in huihui_partitions.alerts_201206");
            assertThat(
                            TwoTenants.query(
                                            owner,
                                            "EXPLAIN SELECT FROM huihui.alerts WHERE snapshot_time >="
                                                    + " '2012-06-01' AND snapshot_time < '2012-06-30'")
                                    .toString())
                    .contains("alerts_201206")
                    .doesNotContain("alerts_1998", "alerts_2035", "alerts_2026");
        }
        try (Connection writer = DriverManager.getConnection(url("by_time"), WRITER, PASSWORD)) {
            assertThatThrownBy(
                            () ->
                                    TwoTenants.execute(
                                            writer,
                                            "SELECT huihui.ensure_partitions('alerts',"
                                                    + " ARRAY['2300-01-01'::timestamptz])"))
                    .hasMessageContaining("need times of alerts between 1970-01-01");
        }
    }

    @Test
    void whatIsOlderThanThePolicySaysGoes() throws Exception {
        prepare("by_age");
        write(
                "by_age",
                WRITER,
                List.of(
                        alert("2024-01-31T23:59:59Z"),
                        alert("2024-02-01T00:00:00Z"),
                        alert("2024-03-01T00:00:00Z")));
        try (Connection owner = owner("by_age")) {
            String keep = "SELECT dropped FROM huihui.keep_partitions('2024-03-02T00:00:00Z')";
            String left = "SELECT snapshot_time::date::text FROM huihui.alerts ORDER BY 1";

            assertThat(TwoTenants.query(owner, keep))
                    .as("by default all is kept")
                    .containsExactly("0");

            TwoTenants.execute(
                    owner,
                    "UPDATE huihui.partition_policy SET keep = '30 days' WHERE table_name = 'alerts'");
            assertThat(TwoTenants.query(owner, keep)).containsExactly("1");
            assertThat(TwoTenants.query(owner, left)).containsExactly("2024-02-01", "2024-03-01");
            assertThat(TwoTenants.query(owner, keep)).containsExactly("0");
            assertThat(
                            TwoTenants.query(
                                    owner,
                                    "SELECT made FROM huihui.keep_partitions('2024-03-03T00:00:00Z')"))
                    .as("one more day for each of the eight tables in days")
                    .containsExactly("8");
        }
    }

    private static void prepare(String database) throws SQLException {
        try (Connection owner = owner(database)) {
            Migrations.apply(owner);
            StoreLogins.ensure(
                    owner, WRITER, PASSWORD, StoreLogins.WRITER, StoreLogins.MAIN_TENANT);
        }
    }

    private static long write(String database, String login, List<Alert> alerts)
            throws IOException {
        PostgresConfig config = PostgresConfig.of(url(database), login, PASSWORD, "partitions");
        PostgresTable<Alert> table = DeskTables.alerts();
        RowEncoder<Alert> encoder = new RowEncoder<>(table);
        try (PostgresTarget target =
                new PostgresTarget(List.of(table), config, new WriterRun(0, 0))) {
            alerts.forEach(alert -> encoder.encode(alert, target::add));
            return target.send();
        }
    }

    private static Alert alert(String time) {
        SnapshotId snapshot = new SnapshotId("SPY", Instant.parse(time).toEpochMilli());
        return new Alert(
                Alert.idOf(snapshot, AlertKind.SIGNAL, "s"),
                snapshot,
                AlertKind.SIGNAL,
                AlertSeverity.WATCH,
                "s",
                "now",
                DecisionSamples.alert().signal());
    }

    private static String alertBefore(String time) {
        return "INSERT INTO huihui.alerts VALUES ('SPY', '%s', 'SIGNAL', 's', 'id', 'WATCH', 'before')"
                .formatted(time);
    }

    private static Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(url(database), server.user(), server.password());
    }

    private static String url(String database) {
        return server.jdbcUrl().replaceFirst("/huihui$", "/" + database);
    }
}
