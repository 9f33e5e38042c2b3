package io.huihui.connectors.postgres;

import io.huihui.connectors.batch.InvalidTargetException;
import io.huihui.connectors.batch.StoreUnavailableException;
import io.huihui.connectors.postgres.PostgresTarget.WriterRun;
import io.huihui.connectors.store.AllTables;
import io.huihui.connectors.store.DecisionSamples;
import io.huihui.models.decision.DeadLetter;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.feature.Feature;
import io.huihui.stack.PostgresServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.huihui.models.decision.RecommendationStatus.ACTIVE_NEW;
import static io.huihui.models.decision.RecommendationStatus.ACTIVE_OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The tables against a real server, written by a login that may do nothing but write. */
class PostgresStoreIT {

    private static final String PASSWORD = "it's a \"password\"";

    @TempDir static Path folder;

    private static PostgresServer server;
    private static PostgresConfig config;

    private record Versioned(String id, long version, double value) {}

    private static final PostgresTable<Versioned> VERSIONED =
            PostgresTable.<Versioned>named("versioned")
                    .text("id", Versioned::id)
                    .bigint("version", Versioned::version)
                    .real("value", Versioned::value)
                    .key("id")
                    .newestBy("version")
                    .build();

    @BeforeAll
    static void start() throws SQLException {
        server = PostgresServer.start(folder);
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            assertThat(Migrations.apply(owner)).isEqualTo(Migrations.FILES);
            StoreLogins.ensure(
                    owner, "test_writer", PASSWORD, StoreLogins.WRITER, StoreLogins.MAIN_TENANT);
            StoreLogins.ensure(
                    owner, "test_reader", PASSWORD, StoreLogins.READER, StoreLogins.MAIN_TENANT);
            statement.execute(
                    "CREATE TABLE huihui.versioned (tenant text NOT NULL, id text NOT NULL,"
                            + " version bigint NOT NULL, value double precision NOT NULL,"
                            + " PRIMARY KEY (tenant, id))");
            statement.execute("GRANT SELECT, INSERT, UPDATE ON huihui.versioned TO huihui_writer");
        }
        config = PostgresConfig.of(server.jdbcUrl(), "test_writer", PASSWORD, "store-test");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyTableIsAsThisReleaseWritesIt() {
        PostgresCopySink.verify(AllTables.all(), config);
    }

    @Test
    void migrationsAreAppliedOnceAndMayRunTwice() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            assertThat(Migrations.apply(owner)).isEmpty();
            assertThat(owner.getAutoCommit()).isTrue();

            for (String file : Migrations.FILES) {
                statement.execute(Migrations.read(file));
            }

            statement.execute("UPDATE huihui.schema_migrations SET digest = 'other'");
            assertThatThrownBy(() -> Migrations.apply(owner))
                    .isInstanceOf(InvalidTargetException.class)
                    .hasMessageContaining("need migration " + Migrations.FILES.get(0));
            statement.execute("DELETE FROM huihui.schema_migrations");
            assertThat(Migrations.apply(owner)).isEqualTo(Migrations.FILES);
        }
    }

    @Test
    void featuresKeepWhatIsMissingMissing() throws Exception {
        write(FeatureTable.features(), List.of(DecisionSamples.features(0)), 1);
        write(FeatureTable.features(), List.of(DecisionSamples.features(1)), 1);

        assertThat(
                        strings(
                                "SELECT concat_ws('|', symbol, snapshot_time AT TIME ZONE 'UTC',"
                                        + " revision, mid, coalesce(gamma_flip::text, 'NULL'))"
                                        + " FROM huihui.features ORDER BY revision"))
                .containsExactly(
                        "SPY|2023-11-14 22:13:20|0|450.25|NULL",
                        "SPY|2023-11-14 22:13:20|1|450.25|NULL");
        assertThat(
                        strings(
                                "SELECT feature_values[n.place] || n.unit FROM huihui.features f"
                                        + " JOIN huihui.feature_names n USING (feature_set)"
                                        + " WHERE n.name = 'VPIN' AND f.revision = 0"))
                .containsExactly("0.4PROBABILITY");
        assertThat(strings("SELECT array_length(feature_values, 1)::text FROM huihui.features"))
                .containsOnly(String.valueOf(Feature.count()));
        assertThat(
                        strings(
                                "SELECT array_length(array_remove(feature_values, NULL), 1)::text"
                                        + " FROM huihui.features"))
                .containsOnly("2");
        String qualities = strings("SELECT feature_qualities FROM huihui.features").get(0);
        assertThat(qualities.charAt(Feature.MID.ordinal())).isEqualTo('O');
        assertThat(qualities.charAt(Feature.VPIN.ordinal())).isEqualTo('S');
        assertThat(qualities.charAt(Feature.GAMMA_FLIP.ordinal())).isEqualTo('W');
    }

    @Test
    void decisionsArriveAsTheyWere() throws Exception {
        write(
                StoreTables.opinions(),
                List.of(DecisionSamples.opinion(), DecisionSamples.abstention()),
                2);
        write(StoreTables.verdicts(), List.of(DecisionSamples.verdict()), 1);
        write(
                StoreTables.marketStates(),
                List.of(DecisionSamples.marketState(DecisionSamples.SECOND, 5_000)),
                1);
        write(StoreTables.outcomes(), List.of(DecisionSamples.outcome()), 1);
        write(TradeTables.signals(), List.of(DecisionSamples.signal()), 1);
        write(
                TradeTables.directives(),
                List.of(DecisionSamples.trade(), DecisionSamples.noTrade()),
                2);

        assertThat(
                        strings(
                                "SELECT concat_ws('|', expert, up_5m, down_15m, flat_60m,"
                                        + " vol_expand, contribution_inputs, contribution_values,"
                                        + " qualities, abstained, coalesce(abstain_reason, 'NULL'))"
                                        + " FROM huihui.opinions ORDER BY expert"))
                .startsWith("FLOW|0.5|0.5|0.5|0.5|{VAPI_FA_5M,DWFD_5M}|{0.7,-0.2}|{OK}|f|NULL")
                .last()
                .asString()
                .endsWith("|{}|{}|{}|t|no news is fed");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', weight_experts, weights, answered, missing,"
                                        + " conflicted) FROM huihui.verdicts"))
                .containsExactly("{REGIME,FLOW,SENTIMENT}|{0.5,0.5,0}|{REGIME,FLOW}|{SENTIMENT}|t");
        assertThat(
                        strings(
                                "SELECT (snapshot_time - condition_since)::text"
                                        + " FROM huihui.market_states"))
                .containsExactly("00:00:05");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', known_time - snapshot_time, horizon_minutes,"
                                        + " realized, correct) FROM huihui.outcomes"))
                .containsExactly("00:05:00|5|UP|t");
        assertThat(strings("SELECT coalesce(strike::text, 'NULL') FROM huihui.signals"))
                .containsExactly("NULL");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', action, coalesce(structure, '-'),"
                                        + " stop_price, target_prices, signals, exit_by -"
                                        + " snapshot_time) FROM huihui.directives ORDER BY"
                                        + " config_version"))
                .containsExactly(
                        "TRADE|LONG_CALL|448|{452,454}|{SPY@1700000000000/VAPI_SURGE}|01:00:00",
                        "NO_TRADE|-|{}|{}");
    }

    @Test
    void repeatedRowsAreRecognisedInOneBatchAndAcrossBatches() throws Exception {
        DeadLetter first = new DeadLetter("repeat", 0, 1, "need a, was b\0", "AA==");
        DeadLetter second = new DeadLetter("repeat", 0, 2, "need a, was c", "AA==");
        DeadLetter otherReason = new DeadLetter("repeat", 0, 1, "need d, was e", "AA==");

        write(StoreTables.deadLetters(), List.of(first, second, first, first), 2);
        write(StoreTables.deadLetters(), List.of(second, otherReason, first), 1);

        assertThat(
                        strings(
                                "SELECT record_offset || reason FROM huihui.dead_letters"
                                        + " WHERE topic = 'repeat' ORDER BY 1"))
                .containsExactly("1need a, was b\uFFFD", "1need d, was e", "2need a, was c");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', rows_received, rows_new, batches)"
                                        + " FROM huihui.sink_ledger"
                                        + " WHERE table_name = 'dead_letters' AND subtask = 0"))
                .containsExactly("7|3|2");
    }

    @Test
    void theNewestVersionStands() throws Exception {
        write(
                VERSIONED,
                List.of(
                        new Versioned("a", 1, 1),
                        new Versioned("a", 3, 3),
                        new Versioned("a", 2, 2),
                        new Versioned("b", 1, 10)),
                2);
        assertThat(strings("SELECT id || value FROM huihui.versioned ORDER BY id"))
                .containsExactly("a3", "b10");

        write(VERSIONED, List.of(new Versioned("a", 2, 2), new Versioned("b", 2, 20)), 1);

        assertThat(strings("SELECT id || value FROM huihui.versioned ORDER BY id"))
                .containsExactly("a3", "b20");
    }

    @Test
    void aFollowedTradeShowsWhereItStandsNow() throws Exception {
        PostgresTable<Recommendation> table = TradeTables.recommendations();
        Recommendation ended = DecisionSamples.recommendation(9, RecommendationStatus.EXITED_STOP);

        write(table, List.of(DecisionSamples.recommendation(1, ACTIVE_NEW), ended), 1);
        write(table, List.of(DecisionSamples.recommendation(5, ACTIVE_OPEN)), 0);
        write(TradeTables.managementDirectives(), List.of(DecisionSamples.management()), 1);

        assertThat(
                        strings(
                                "SELECT concat_ws('|', status, exit_reason, updated_time -"
                                        + " issued_time, exit_time - issued_time, stop_price,"
                                        + " target_prices, state_at_exit, best_percent) FROM"
                                        + " huihui.recommendations"))
                .containsExactly(
                        "EXITED_STOP|STOP_REACHED|00:00:09|00:00:09|448|{452}|HIGH_VOL_TRENDING|0.5");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', action, stop_price, target_prices, fraction)"
                                        + " FROM huihui.management_directives"))
                .containsExactly("PARTIAL_TAKE|450.25|{}|0.5");
    }

    @Test
    void legsFollowTheirTradeAndFillInTheirContracts() throws Exception {
        PostgresTable<Recommendation> table = TradeTables.recommendationLegs();

        write(table, List.of(DecisionSamples.spreadWithContract(5)), 2);
        write(table, List.of(DecisionSamples.recommendation(1, ACTIVE_NEW)), 0);

        assertThat(
                        strings(
                                "SELECT concat_ws('|', place, side, kind, quantity, delta_low,"
                                        + " days_to_expiry_most, root, strike, entry_price,"
                                        + " implied_vol_annual, delta, stop_price, target_prices,"
                                        + " expiry - issued_time, updated_time - issued_time)"
                                        + " FROM huihui.recommendation_legs ORDER BY place"))
                .containsExactly(
                        "0|LONG|CALL|1|0.4|7|SPY|450|3.25|0.25|0.5|2|{4,5}|1 day|00:00:05",
                        "1|SHORT|CALL|1|0.2|7|{}|00:00:05");
        write(TradeTables.recommendations(), List.of(DecisionSamples.spreadWithContract(9)), 1);
        assertThat(
                        strings(
                                "SELECT concat_ws('|', units, open_units, entry_value, value,"
                                        + " profit, worst_profit, best_profit,"
                                        + " filled_time - issued_time)"
                                        + " FROM huihui.recommendations"
                                        + " WHERE units IS NOT NULL"))
                .containsExactly("2|1|1.25|1.5|45|-10|50|00:00:02");
        assertThat(
                        strings(
                                "SELECT rows_received::text FROM huihui.sink_ledger"
                                        + " WHERE table_name = 'recommendation_legs'"))
                .containsExactly("3");
    }

    @Test
    void aPersonFindsAlertsExplanationsAndLevels() throws Exception {
        write(DeskTables.alerts(), List.of(DecisionSamples.alert(), DecisionSamples.alert()), 1);
        write(DeskTables.explanations(), List.of(DecisionSamples.explanation()), 1);
        write(
                DeskTables.keyLevels(),
                List.of(
                        DecisionSamples.keyLevels(1, List.of()),
                        DecisionSamples.keyLevels(
                                2,
                                List.of(DecisionSamples.level(448), DecisionSamples.level(455)))),
                2);

        write(DeskTables.thresholds(), List.of(DecisionSamples.thresholds()), 2);

        assertThat(
                        strings(
                                "SELECT concat_ws('|', metric, session, from_history, samples,"
                                        + " extreme_low, confirm_high, extreme_high)"
                                        + " FROM huihui.thresholds ORDER BY metric"))
                .containsExactly("DWFD_Z|MORNING|f|0|-3|1|3", "VAPI_FA_Z|MORNING|t|500|-2|1|2");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', kind, subject, severity, signal_id,"
                                        + " sentence) FROM huihui.alerts"))
                .containsExactly(
                        "SIGNAL|VAPI_SURGE|WATCH|SPY@1700000000000/VAPI_SURGE|flow is strong");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', subject_id, base, contribution_inputs,"
                                        + " contribution_values, score, body, written_by)"
                                        + " FROM huihui.explanations"))
                .containsExactly(
                        "SPY@1700000000000/verdict/equal-weight/1|0.5|{FLOW,REGIME}|{0.75,-0.25}|1"
                                + "|flow speaks for it|template/1");
        assertThat(
                        strings(
                                "SELECT concat_ws('|', place, price, type, score, sources, touches,"
                                        + " last_outcome, snapshot_time - first_seen_time)"
                                        + " FROM huihui.key_levels ORDER BY place"))
                .containsExactly(
                        "0|448|SUPPORT|0.5|{MSPI,NVP}|3|HELD|00:01:02",
                        "1|455|SUPPORT|0.5|{MSPI,NVP}|3|HELD|00:01:02");
    }

    /** As when a task that was thought dead still writes beside the one that replaced it. */
    @Test
    void twoWritersOfTheSameRowsDoNotBlockEachOther() throws Exception {
        List<DeadLetter> rows =
                IntStream.range(0, 2_000)
                        .mapToObj(i -> new DeadLetter("twice", 0, i, "need a", "AA=="))
                        .collect(Collectors.toList());
        List<DeadLetter> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);

        CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> sendEach(backwards));
        long mine = sendEach(rows);

        assertThat(mine + other.join()).isEqualTo(rows.size());
        assertThat(strings("SELECT count(*) FROM huihui.dead_letters WHERE topic = 'twice'"))
                .containsExactly("2000");
    }

    private static long sendEach(List<DeadLetter> rows) {
        long newRows = 0;
        PostgresTable<DeadLetter> table = StoreTables.deadLetters();
        RowEncoder<DeadLetter> encoder = new RowEncoder<>(table);
        try (PostgresTarget target =
                new PostgresTarget(List.of(table), config, new WriterRun(1, 0))) {
            for (DeadLetter row : rows) {
                encoder.encode(row, target::add);
                if (target.rows() == 500) {
                    newRows += target.send();
                    target.clear();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return newRows;
    }

    @Test
    void aStatementThatTakesTooLongIsTriedAgain() throws Exception {
        PostgresConfig impatient =
                new PostgresConfig(
                        config.jdbcUrl(),
                        config.user(),
                        config.password(),
                        config.job(),
                        config.connectTimeout(),
                        Duration.ofSeconds(1),
                        1,
                        config.batch());
        PostgresTable<DeadLetter> table = StoreTables.deadLetters();
        PostgresTarget target = new PostgresTarget(List.of(table), impatient, new WriterRun(2, 0));
        try (target;
                Connection owner = owner();
                Statement statement = owner.createStatement()) {
            new RowEncoder<>(table)
                    .encode(new DeadLetter("locked", 0, 0, "need a", "AA=="), target::add);
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE huihui.dead_letters IN SHARE MODE");

            assertThatThrownBy(target::send)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("statement timeout");
            owner.rollback();

            assertThat(target.send()).isEqualTo(1);
        }
    }

    @Test
    void aBatchOfSeveralTablesIsThereWholeOrNotAtAll() throws Exception {
        PostgresTable<MarketState> states = StoreTables.marketStates();
        PostgresTable<DeadLetter> letters = StoreTables.deadLetters();
        MarketState state = DecisionSamples.marketState(1_800_000_000_000L, 0);
        String query =
                "SELECT count(*) FROM huihui.market_states WHERE snapshot_time > '2027-01-01'";
        PostgresTarget target =
                new PostgresTarget(
                        List.of(states, letters),
                        config.withStatementTimeout(Duration.ofSeconds(1)),
                        new WriterRun(3, 0));
        try (target;
                Connection owner = owner();
                Statement statement = owner.createStatement()) {
            new RowEncoder<>(letters)
                    .encode(new DeadLetter("whole", 0, 0, "need a", "AA=="), target::add);
            new RowEncoder<>(states).encode(state, target::add);
            assertThat(target.rows()).isEqualTo(2);
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE huihui.dead_letters IN SHARE MODE");

            assertThatThrownBy(target::send).hasMessageContaining("huihui.dead_letters");
            owner.rollback();
            assertThat(PostgresRows.number(server, query)).isZero();

            assertThat(target.send()).isEqualTo(2);
        }
        assertThat(PostgresRows.number(server, query)).isEqualTo(1);
        assertThat(
                        strings(
                                "SELECT concat_ws('|', table_name, rows_received, rows_new, batches)"
                                        + " FROM huihui.sink_ledger WHERE subtask = 3"
                                        + " ORDER BY table_name"))
                .containsExactly("dead_letters|1|1|1", "market_states|1|1|1");
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "DELETE FROM huihui.market_states WHERE snapshot_time > '2027-01-01'");
        }
    }

    @Test
    void loginsMayDoNoMoreThanTheyMust() throws SQLException {
        for (String refused :
                List.of(
                        "UPDATE huihui.opinions SET confidence = 1",
                        "DELETE FROM huihui.dead_letters",
                        "UPDATE huihui.alerts SET sentence = ''",
                        "DELETE FROM huihui.recommendation_legs",
                        "DELETE FROM huihui.key_levels",
                        "UPDATE huihui.explanations SET body = ''",
                        "TRUNCATE huihui.outcomes",
                        "CREATE TABLE huihui.mine (a int)",
                        "UPDATE huihui.schema_migrations SET digest = ''")) {
            assertThatThrownBy(() -> execute("test_writer", refused))
                    .as(refused)
                    .hasMessageContaining("denied");
        }
        assertThatThrownBy(
                        () ->
                                execute(
                                        "test_reader",
                                        "INSERT INTO huihui.feature_names VALUES ('a', 1, 'b',"
                                                + " 'c')"))
                .hasMessageContaining("denied");
        for (PostgresTable<?> table : AllTables.all()) {
            execute("test_reader", "SELECT count(*) FROM " + table.qualifiedName());
        }
    }

    @Test
    void whatIsWrongAtTheStartIsOneSentence() {
        PostgresTable<DeadLetter> table = StoreTables.deadLetters();
        String url = server.jdbcUrl();

        assertRefused(table, PostgresConfig.of(url, "test_writer", "wrong", "x"), "let user");
        assertRefused(
                table,
                PostgresConfig.of(url + "_not", "test_writer", PASSWORD, "x"),
                "create it first");
        assertRefused(
                table,
                PostgresConfig.of("jdbc:postgresql://127.0.0.1:1/x", "a", "b", "x"),
                "start the server or correct the address");
        assertRefused(
                PostgresTable.<DeadLetter>named("absent")
                        .text("topic", DeadLetter::topic)
                        .key("topic")
                        .build(),
                config,
                "apply supabase/migrations");
        assertRefused(
                PostgresTable.<DeadLetter>named("dead_letters")
                        .text("record_offset", DeadLetter::topic)
                        .key("record_offset")
                        .build(),
                config,
                "need column record_offset of huihui.dead_letters to be text, was int8");
    }

    private static void assertRefused(
            PostgresTable<?> table, PostgresConfig wrong, String sentencePart) {
        assertThatThrownBy(() -> PostgresCopySink.verify(List.of(table), wrong))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessageStartingWith("need ")
                .hasMessageContaining(sentencePart)
                .hasMessageNotContaining(PASSWORD);
    }

    private static <T> void write(PostgresTable<T> table, List<T> rows, long expectedNew)
            throws IOException {
        PostgresTarget target = new PostgresTarget(List.of(table), config, new WriterRun(0, 0));
        RowEncoder<T> encoder = new RowEncoder<>(table);
        try (target) {
            rows.forEach(row -> encoder.encode(row, target::add));
            assertThat(target.send()).isEqualTo(expectedNew);
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    private static void execute(String login, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), login, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(String query) throws SQLException {
        return PostgresRows.strings(server, query);
    }
}
