package io.huihui.console.store;

import io.huihui.connectors.codec.FeatureNames;
import io.huihui.console.view.DeadLetterPage;
import io.huihui.console.view.DeadLetterRow;
import io.huihui.console.view.DirectivePage;
import io.huihui.console.view.DirectiveRow;
import io.huihui.console.view.FeaturePage;
import io.huihui.console.view.OutcomePage;
import io.huihui.console.view.OutcomeRow;
import io.huihui.console.view.VerdictPage;
import io.huihui.console.view.VerdictRow;
import io.huihui.models.feature.Feature;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What was: pages of facts, newest first. A page begins after the key of the last row of the page
 * before, so each costs the same.
 */
public final class HistoryStore implements AutoCloseable {

    /** Before every key: a first page begins there. */
    private static final OffsetDateTime END_OF_TIME = Rows.time(4_102_444_800_000L);

    /** Sorts after every text that a key has: private use, last plane. */
    private static final String LAST_TEXT = "\uDBFF\uDFFD";

    private final ReadingPool pool;

    public HistoryStore(String jdbcUrl, String user, String password) {
        this.pool = new ReadingPool(jdbcUrl, user, password);
    }

    /** Returns whether any features of a symbol are there. */
    public boolean knows(String symbol) {
        return !pool.rows(
                        "SELECT 1 FROM huihui.features WHERE symbol = ? LIMIT 1",
                        statement -> statement.setString(1, symbol),
                        row -> true)
                .isEmpty();
    }

    /** Returns values of features; of a second that was corrected the last word. */
    public FeaturePage features(Span span, List<Feature> features) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < features.size(); i++) {
            // What stands at which place of the array depends on the release that wrote the row.
            columns.append(
                            ", f.feature_values[(SELECT place FROM huihui.feature_names n WHERE"
                                    + " n.feature_set = f.feature_set AND n.name = ?)] AS v")
                    .append(i);
        }
        String sql =
                "SELECT DISTINCT ON (f.snapshot_time) f.snapshot_time"
                        + columns
                        + " FROM huihui.features f WHERE f.symbol = ? AND f.snapshot_time >= ? AND"
                        + " f.snapshot_time < ? AND f.snapshot_time < ? ORDER BY f.snapshot_time DESC,"
                        + " f.revision DESC LIMIT ?";
        List<List<Double>> rows =
                pool.rows(
                        sql,
                        statement -> {
                            int place = 1;
                            for (Feature feature : features) {
                                statement.setString(place++, feature.name());
                            }
                            place = bind(statement, place, span);
                            statement.setObject(place++, keyTime(span, 1));
                            statement.setInt(place, span.limit());
                        },
                        row -> values(row, features.size()));
        return new FeaturePage(
                span.symbol(),
                features.stream().map(FeatureNames::of).toList(),
                rows,
                next(rows, span, row -> Cursor.of(String.valueOf(row.get(0).longValue()))));
    }

    private static List<Double> values(ResultSet row, int count) throws SQLException {
        List<Double> values = new ArrayList<>(count + 1);
        values.add((double) Rows.millis(row, "snapshot_time"));
        for (int i = 0; i < count; i++) {
            Double value = Rows.realOrNull(row, "v" + i);
            values.add(value == null ? Double.NaN : value);
        }
        return values;
    }

    /** Returns verdicts. */
    public VerdictPage verdicts(Span span) {
        List<VerdictRow> rows = paged("verdicts", "gate_version", span, HistoryStore::verdict);
        return new VerdictPage(
                span.symbol(),
                rows,
                next(rows, span, row -> cursor(row.eventTimeMillis(), row.gateVersion())));
    }

    private static VerdictRow verdict(ResultSet row) throws SQLException {
        return new VerdictRow(
                Rows.millis(row, "snapshot_time"),
                row.getString("gate_version"),
                row.getDouble("confidence"),
                row.getDouble("agreement"),
                List.of(
                        Rows.thesis(row, 5, "_5m"),
                        Rows.thesis(row, 15, "_15m"),
                        Rows.thesis(row, 60, "_60m")),
                Rows.named(row, "weight_experts", "weights"),
                Rows.named(row, "contribution_inputs", "contribution_values"),
                Rows.texts(row, "missing"),
                row.getString("market_state"),
                Rows.texts(row, "event_regimes"),
                row.getBoolean("conflicted"));
    }

    /** Returns directives, those not to trade included. */
    public DirectivePage directives(Span span) {
        List<DirectiveRow> rows =
                paged("directives", "config_version", span, HistoryStore::directive);
        return new DirectivePage(
                span.symbol(),
                rows,
                next(rows, span, row -> cursor(row.eventTimeMillis(), row.configVersion())));
    }

    private static DirectiveRow directive(ResultSet row) throws SQLException {
        return new DirectiveRow(
                Rows.millis(row, "snapshot_time"),
                row.getString("config_version"),
                row.getString("id"),
                row.getString("action"),
                row.getString("no_trade_reason"),
                row.getString("reason"),
                row.getString("thesis"),
                row.getString("structure"),
                Rows.bigintOrNull(row, "horizon_minutes"),
                Rows.realOrNull(row, "stop_price"),
                Rows.reals(row, "target_prices"),
                Rows.realOrNull(row, "underlying_price"),
                Rows.realOrNull(row, "conviction"),
                Rows.realOrNull(row, "probability"),
                Rows.named(row, "rationale_inputs", "rationale_log_odds"),
                row.getString("market_state"),
                Rows.texts(row, "signals"));
    }

    /** Returns outcomes. */
    public OutcomePage outcomes(Span span) {
        List<OutcomeRow> rows =
                paged(
                        "outcomes",
                        "predictor || '/' || horizon_minutes || '/' || model_version",
                        span,
                        HistoryStore::outcome);
        return new OutcomePage(
                span.symbol(),
                rows,
                next(
                        rows,
                        span,
                        row ->
                                cursor(
                                        row.eventTimeMillis(),
                                        row.predictor()
                                                + "/"
                                                + row.thesis().horizonMinutes()
                                                + "/"
                                                + row.modelVersion())));
    }

    private static OutcomeRow outcome(ResultSet row) throws SQLException {
        return new OutcomeRow(
                Rows.millis(row, "snapshot_time"),
                row.getString("predictor"),
                row.getString("model_version"),
                Rows.millis(row, "known_time"),
                Rows.thesis(row, row.getInt("horizon_minutes"), ""),
                row.getString("realized"),
                row.getDouble("log_return"),
                row.getDouble("sigma"),
                row.getString("market_state"),
                row.getDouble("brier"),
                row.getDouble("log_loss"),
                row.getBoolean("correct"),
                row.getBoolean("abstained"));
    }

    /** Returns dead letters of all topics. */
    public DeadLetterPage deadLetters(int limit, String before) {
        List<String> key = before.isEmpty() ? List.of() : Cursor.parts(before, 2);
        List<Keyed> rows =
                pool.rows(
                        "SELECT topic, partition, record_offset, reason, length(payload) AS"
                                + " payload_length, recorded_at, digest, (extract(epoch FROM recorded_at)"
                                + " * 1000000)::bigint AS micros FROM huihui.dead_letters WHERE"
                                + " ((extract(epoch FROM recorded_at) * 1000000)::bigint, digest) < (?, ?)"
                                + " ORDER BY recorded_at DESC, digest DESC LIMIT ?",
                        statement -> {
                            statement.setLong(
                                    1, key.isEmpty() ? Long.MAX_VALUE : Long.parseLong(key.get(0)));
                            statement.setString(2, key.isEmpty() ? "" : key.get(1));
                            statement.setInt(3, limit);
                        },
                        HistoryStore::deadLetter);
        return new DeadLetterPage(
                rows.stream().map(Keyed::row).toList(),
                rows.size() < limit ? null : rows.get(rows.size() - 1).cursor());
    }

    /** A dead letter and where the next page would begin after it. */
    private record Keyed(DeadLetterRow row, String cursor) {}

    private static Keyed deadLetter(ResultSet row) throws SQLException {
        return new Keyed(
                new DeadLetterRow(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getString("reason"),
                        // Base64 has four letters for three bytes.
                        row.getLong("payload_length") * 3 / 4,
                        Rows.millis(row, "recorded_at")),
                Cursor.of(String.valueOf(row.getLong("micros")), row.getString("digest")));
    }

    /** Table and key are ours, never a request's; all that a request says is a parameter. */
    private <R> List<R> paged(String table, String key, Span span, ReadingPool.Reading<R> reading) {
        String sql =
                "SELECT * FROM huihui."
                        + table
                        + " WHERE symbol = ? AND snapshot_time >= ? AND snapshot_time < ? AND"
                        + " (snapshot_time, ("
                        + key
                        + ") COLLATE \"C\") < (?, ?) ORDER BY snapshot_time DESC, ("
                        + key
                        + ") COLLATE \"C\" DESC LIMIT ?";
        return pool.rows(
                sql,
                statement -> {
                    int place = bind(statement, 1, span);
                    boolean first = span.before().isEmpty();
                    statement.setObject(place++, keyTime(span, 2));
                    statement.setString(
                            place++, first ? LAST_TEXT : Cursor.parts(span.before(), 2).get(1));
                    statement.setInt(place, span.limit());
                },
                reading);
    }

    private static int bind(PreparedStatement statement, int from, Span span) throws SQLException {
        statement.setString(from, span.symbol());
        statement.setObject(from + 1, Rows.time(span.fromMillis()));
        statement.setObject(from + 2, Rows.time(span.toMillis()));
        return from + 3;
    }

    private static OffsetDateTime keyTime(Span span, int parts) {
        return span.before().isEmpty()
                ? END_OF_TIME
                : Rows.time(Long.parseLong(Cursor.parts(span.before(), parts).get(0)));
    }

    private static String cursor(long millis, String key) {
        return Cursor.of(String.valueOf(millis), key);
    }

    private static <R> String next(List<R> rows, Span span, Function<R, String> cursor) {
        return rows.size() < span.limit() ? null : cursor.apply(rows.get(rows.size() - 1));
    }

    /** Returns what asks about whether what was said came true, by the same connections. */
    public CalibrationStore calibration() {
        return new CalibrationStore(pool);
    }

    /** Returns what asks about the time before the server began, by the same connections. */
    public PastSnapshots past() {
        return new PastSnapshots(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
