package io.huihui.benchmarks.store;

import java.time.Instant;
import java.util.List;

/**
 * A question a desk asks of the outcomes.
 *
 * @param name what is asked
 * @param sql the query; {@code %s} is the table. Its order is total, so that answers can be
 *     compared
 */
record DeskQuery(String name, String sql) {

    /** Returns the questions, about the last of the sessions, which begins at {@code open}. */
    static List<DeskQuery> all(Instant open) {
        String session = between(open, 0, 23_400);
        String lastHour = between(open, 19_800, 23_400);
        return List.of(
                new DeskQuery(
                        "accuracy and Brier score by predictor and horizon, a session",
                        "SELECT predictor, horizon_minutes, count(*), avg(correct::int), sum(brier)"
                                + " FROM %s WHERE "
                                + session
                                + " AND NOT abstained GROUP BY 1, 2 ORDER BY 1, 2"),
                new DeskQuery(
                        "the same, one symbol",
                        "SELECT predictor, horizon_minutes, count(*), avg(correct::int), sum(brier)"
                                + " FROM %s WHERE "
                                + session
                                + " AND symbol = 'S7' GROUP BY 1, 2 ORDER BY 1, 2"),
                new DeskQuery(
                        "all symbols at one second",
                        "SELECT symbol, predictor, horizon_minutes, realized FROM %s WHERE snapshot_time = '"
                                + open.plusSeconds(12_000)
                                + "' ORDER BY 1, 2, 3"),
                new DeskQuery(
                        "calibration in tenths, a session",
                        "SELECT width_bucket(up, 0, 1, 10) AS tenth, count(*), avg((realized = 'UP')::int)"
                                + " FROM %s WHERE "
                                + session
                                + " AND predictor = 'GATE' GROUP BY 1 ORDER BY 1"),
                new DeskQuery(
                        "rows by hour, a session",
                        "SELECT date_trunc('hour', snapshot_time), count(*) FROM %s WHERE "
                                + session
                                + " GROUP BY 1 ORDER BY 1"),
                new DeskQuery(
                        "the twenty worst theses of the last hour",
                        "SELECT symbol, snapshot_time, predictor, horizon_minutes, log_loss FROM %s WHERE "
                                + lastHour
                                + " ORDER BY log_loss DESC, 1, 2, 3, 4 LIMIT 20"),
                new DeskQuery(
                        "scores by state of the market, a session",
                        "SELECT market_state, horizon_minutes, count(*), sum(brier) FROM %s WHERE "
                                + session
                                + " AND predictor = 'REGIME' GROUP BY 1, 2 ORDER BY 1, 2"),
                new DeskQuery(
                        "the last sixty outcomes of a symbol",
                        "SELECT snapshot_time, predictor, horizon_minutes, correct FROM %s WHERE symbol = 'S3'"
                                + " AND "
                                + session
                                + " ORDER BY snapshot_time DESC, 2, 3 LIMIT 60"),
                new DeskQuery(
                        "what became known in ten minutes",
                        "SELECT symbol, predictor, count(*), sum(log_return) FROM %s WHERE known_time > '"
                                + open.plusSeconds(15_000)
                                + "' AND known_time <= '"
                                + open.plusSeconds(15_600)
                                + "' AND "
                                + between(open, 11_400, 15_600)
                                + " GROUP BY 1, 2 ORDER BY 1, 2"),
                new DeskQuery(
                        "the gate's Brier score by quarter of an hour, two sessions",
                        "SELECT date_bin('15 minutes', snapshot_time, '2000-01-01'), sum(brier), count(*)"
                                + " FROM %s WHERE "
                                + between(open.minusSeconds(86_400), 0, 86_400 + 23_400)
                                + " AND predictor = 'GATE' AND horizon_minutes = 15 GROUP BY 1 ORDER BY 1"),
                new DeskQuery(
                        "gate against flow expert on the same snapshots, an hour",
                        "SELECT a.symbol, count(*), sum(a.brier - b.brier) FROM %1$s a JOIN %1$s b USING"
                                + " (symbol, snapshot_time, horizon_minutes) WHERE a.predictor = 'GATE' AND"
                                + " b.predictor = 'FLOW' AND a."
                                + lastHour.replace("AND ", "AND a.")
                                + " AND b."
                                + lastHour.replace("AND ", "AND b.")
                                + " GROUP BY 1 ORDER BY 1"),
                new DeskQuery(
                        "symbols heard of in the last ten minutes",
                        "SELECT symbol, max(snapshot_time), count(*) FROM %s WHERE "
                                + between(open, 22_800, 23_400)
                                + " GROUP BY 1 ORDER BY 1"));
    }

    String on(String table) {
        return sql.contains("%1$s") ? sql.replace("%1$s", table) : sql.replace("%s", table);
    }

    private static String between(Instant open, long from, long to) {
        return "snapshot_time >= '"
                + open.plusSeconds(from)
                + "' AND snapshot_time < '"
                + open.plusSeconds(to)
                + "'";
    }
}
