package io.huihui.connectors.postgres;

import io.huihui.connectors.postgres.TwoTenants.Caller;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;

import static io.huihui.connectors.postgres.TwoTenants.MINE;
import static io.huihui.connectors.postgres.TwoTenants.SECRET;
import static io.huihui.connectors.postgres.TwoTenants.THEIRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ways round the wall between tenants, tried by callers that may run any SQL. */
class TenantBypassIT {

    /** A plan made for one caller must not serve another; the server keeps one after five uses. */
    private static final int USES_UNTIL_PLAN_IS_KEPT = 6;

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

    @ParameterizedTest
    @EnumSource(Caller.class)
    void viewsAndFunctionsOfTheCallerSeeNoMore(Caller caller) throws SQLException {
        try (Connection connection = tenants.as(caller)) {
            TwoTenants.execute(
                    connection,
                    "CREATE TEMP VIEW mirror AS SELECT * FROM huihui.alerts",
                    "CREATE FUNCTION pg_temp.all_alerts() RETURNS SETOF huihui.alerts LANGUAGE sql"
                            + " SECURITY DEFINER AS 'SELECT * FROM huihui.alerts'");
            for (String query :
                    List.of(
                            "SELECT sentence FROM mirror",
                            "SELECT sentence FROM pg_temp.all_alerts()",
                            "SELECT sentence FROM huihui.alerts WHERE tenant = 'theirs' OR true",
                            "WITH all_rows AS (SELECT * FROM huihui.alerts) SELECT sentence FROM all_rows",
                            "SELECT a.sentence FROM huihui.alerts a JOIN huihui.alerts b ON true",
                            "SELECT query_to_xml('TABLE huihui.alerts', true, false, '')::text")) {
                assertThat(TwoTenants.query(connection, query).toString())
                        .as("%s: %s", caller, query)
                        .doesNotContain(SECRET);
            }
        }
    }

    /**
     * The server must judge by the policy first, however cheap a function of the caller claims to
     * be.
     */
    @ParameterizedTest
    @EnumSource(Caller.class)
    void aFunctionThatTellsWhatItIsGivenIsGivenNothing(Caller caller) throws SQLException {
        try (Connection connection = tenants.as(caller);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE FUNCTION pg_temp.tell(word text) RETURNS boolean LANGUAGE plpgsql COST"
                            + " 0.0000001 AS 'BEGIN RAISE NOTICE ''told %'', word; RETURN true; END'");
            statement
                    .executeQuery("SELECT FROM huihui.alerts WHERE pg_temp.tell(sentence)")
                    .close();

            int told = 0;
            for (SQLWarning each = statement.getWarnings();
                    each != null;
                    each = each.getNextWarning()) {
                assertThat(each.getMessage()).doesNotContain(SECRET);
                told++;
            }
            assertThat(told).isEqualTo(caller == Caller.NOBODY ? 0 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void copyIsBoundToo(Caller caller) throws SQLException, IOException {
        try (Connection connection = tenants.as(caller)) {
            for (String copy : List.of("huihui.alerts", "(SELECT * FROM huihui.features)")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY " + copy + " TO STDOUT", out);
                assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
            }
            assertThatThrownBy(
                            () ->
                                    connection
                                            .unwrap(PGConnection.class)
                                            .getCopyAPI()
                                            .copyIn(
                                                    "COPY huihui.alerts FROM STDIN",
                                                    new ByteArrayInputStream(new byte[0])))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void namesOfTheCallerDoNotStandInForOurs(Caller caller) throws SQLException {
        try (Connection connection = tenants.as(caller)) {
            TwoTenants.execute(
                    connection,
                    "CREATE TEMP TABLE tenant_logins (login name, tenant text)",
                    "INSERT INTO tenant_logins SELECT session_user, 'theirs'",
                    "CREATE FUNCTION pg_temp.caller_tenant() RETURNS text LANGUAGE sql AS"
                            + " 'SELECT ''theirs''::text'",
                    "CREATE FUNCTION pg_temp.nullif(text, text) RETURNS text LANGUAGE sql AS"
                            + " 'SELECT ''theirs''::text'",
                    "SET search_path = pg_temp, huihui, pg_catalog");

            assertThat(TwoTenants.query(connection, "SELECT sentence FROM huihui.alerts"))
                    .doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Caller.class,
            names = {"WRITER", "READER", "NOBODY"})
    void aLoginCannotClaimToBeSomebodyElse(Caller caller) throws SQLException {
        try (Connection connection = tenants.as(caller)) {
            TwoTenants.execute(connection, TwoTenants.claims(THEIRS));

            assertThat(TwoTenants.query(connection, "SELECT sentence FROM huihui.alerts"))
                    .doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void whatIsNotOnesOwnIsRefused(Caller caller) throws SQLException {
        List<String> before = tenants.theirRows();
        try (Connection connection = tenants.as(caller)) {
            for (String attempt :
                    List.of(
                            "SET SESSION AUTHORIZATION their_reader",
                            "SET ROLE their_reader",
                            "SET ROLE huihui",
                            "SET row_security = off; SELECT FROM huihui.alerts",
                            "SELECT FROM " + partition("alerts"),
                            "SELECT FROM huihui.tenant_logins",
                            "UPDATE huihui.tenant_logins SET tenant = 'theirs'",
                            "SELECT huihui.assign_login(session_user::name, 'theirs')",
                            "SELECT huihui.keep_partitions('2100-01-01')",
                            "UPDATE huihui.partition_policy SET keep = '1 second'",
                            "DROP TABLE " + partition("alerts"),
                            "ALTER TABLE huihui.alerts DISABLE ROW LEVEL SECURITY",
                            "DROP POLICY tenant_wall ON huihui.alerts",
                            "CREATE POLICY mine ON huihui.alerts USING (true)",
                            "CREATE TRIGGER spy BEFORE INSERT ON huihui.alerts EXECUTE FUNCTION"
                                    + " suppress_redundant_updates_trigger()",
                            "CREATE RULE spy AS ON INSERT TO huihui.alerts DO ALSO SELECT 1",
                            "CREATE FUNCTION huihui.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                            "CREATE OR REPLACE FUNCTION huihui.caller_tenant() RETURNS text LANGUAGE sql"
                                    + " AS 'SELECT ''theirs''::text'")) {
                assertThatThrownBy(() -> TwoTenants.execute(connection, attempt))
                        .as("%s: %s", caller, attempt)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(tenants.theirRows()).isEqualTo(before);
    }

    /** The server only warns of a grant by one who may not. */
    @ParameterizedTest
    @EnumSource(Caller.class)
    void nobodyPassesOnWhatHeMay(Caller caller) throws SQLException {
        try (Connection connection = tenants.as(caller);
                Connection owner = tenants.owner()) {
            TwoTenants.execute(connection, "GRANT SELECT ON huihui.alerts TO PUBLIC");

            assertThat(
                            TwoTenants.query(
                                    owner,
                                    "SELECT table_name FROM information_schema.table_privileges WHERE"
                                            + " grantee = 'PUBLIC' AND table_schema LIKE 'huihui%'"))
                    .isEmpty();
        }
    }

    @Test
    void onlyWritersMakePartitions() throws SQLException {
        String call = "SELECT huihui.ensure_partitions('alerts', ARRAY[now()])";
        for (Caller caller : List.of(Caller.READER, Caller.SIGNED_IN)) {
            try (Connection connection = tenants.as(caller)) {
                assertThatThrownBy(() -> TwoTenants.execute(connection, call))
                        .isInstanceOf(SQLException.class);
            }
        }
        try (Connection writer = tenants.as(Caller.WRITER)) {
            TwoTenants.execute(writer, call);
            assertThatThrownBy(() -> TwoTenants.execute(writer, call.replace("alerts", "a; b")))
                    .hasMessageContaining("need a table in partitions, was a; b");
        }
    }

    @Test
    void aKeptPlanServesWhoeverCalls() throws SQLException {
        try (Connection api = tenants.signedIn(MINE);
                PreparedStatement prepared =
                        api.prepareStatement(
                                "SELECT tenant FROM huihui.alerts WHERE symbol <> ?")) {
            prepared.setString(1, "none");
            for (int use = 0; use < USES_UNTIL_PLAN_IS_KEPT + 5; use++) {
                assertThat(only(prepared)).isEqualTo(MINE);
            }

            TwoTenants.execute(api, TwoTenants.claims(THEIRS));
            assertThat(only(prepared)).isEqualTo(THEIRS);

            TwoTenants.execute(api, "SELECT set_config('request.jwt.claims', '', false)");
            try (ResultSet rows = prepared.executeQuery()) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void statisticsTellNothing(Caller caller) throws SQLException {
        try (Connection connection = tenants.as(caller)) {
            assertThat(
                            TwoTenants.query(
                                    connection,
                                    "SELECT tablename FROM pg_stats WHERE schemaname IN ('huihui',"
                                            + " 'huihui_partitions') AND attname = 'tenant'"))
                    .isEmpty();
        }
    }

    private static String only(PreparedStatement prepared) throws SQLException {
        try (ResultSet rows = prepared.executeQuery()) {
            assertThat(rows.next()).isTrue();
            String first = rows.getString(1);
            assertThat(rows.next()).isFalse();
            return first;
        }
    }

    private static String partition(String table) throws SQLException {
        try (Connection owner = tenants.owner()) {
            return TwoTenants.query(
                            owner,
                            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent ="
                                    + " 'huihui."
                                    + table
                                    + "'::regclass ORDER BY 1 LIMIT 1")
                    .get(0);
        }
    }
}
