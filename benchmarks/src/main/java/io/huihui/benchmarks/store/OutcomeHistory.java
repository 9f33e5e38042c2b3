package io.huihui.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The same history of outcomes in the partitioned table and in flat ones: sessions of 6.5 hours, 20
 * symbols, four predictors, three horizons, a snapshot every ten seconds.
 */
final class OutcomeHistory {

    /** As the release before had it: the primary key begins with the symbol. */
    static final String FLAT = "bench.outcomes";

    /** The same with an index on the time, which one would add by hand. */
    static final String INDEXED = "bench.outcomes_indexed";

    static final String PARTITIONED = "huihui.outcomes";

    /** The rows of the one tenant, as who has no wall has to ask for them. */
    static final String ASKED_BY_TENANT = "bench.outcomes_of_main";

    static final int ROWS_PER_SESSION = 2_340 * 20 * 4 * 3;

    private static final Instant FIRST_OPEN = Instant.parse("2026-01-05T14:30:00Z");

    private OutcomeHistory() {}

    static Instant open(int session) {
        return FIRST_OPEN.plus(session, ChronoUnit.DAYS);
    }

    /** Fills the three tables and looks over them, so that plans rest on statistics. */
    static void fill(Connection owner, int sessions) throws SQLException {
        BenchDatabase.execute(
                owner,
                "CREATE SCHEMA bench",
                "GRANT USAGE ON SCHEMA bench TO huihui_reader",
                "CREATE TABLE "
                        + FLAT
                        + " (LIKE huihui.outcomes INCLUDING DEFAULTS, PRIMARY KEY (symbol, snapshot_time,"
                        + " predictor, horizon_minutes, model_version))",
                "CREATE TABLE "
                        + INDEXED
                        + " (LIKE huihui.outcomes INCLUDING DEFAULTS, PRIMARY KEY (symbol, snapshot_time,"
                        + " predictor, horizon_minutes, model_version))",
                "CREATE INDEX ON " + INDEXED + " (snapshot_time)",
                "CREATE VIEW "
                        + ASKED_BY_TENANT
                        + " AS SELECT * FROM huihui.outcomes WHERE tenant = 'main'",
                "GRANT SELECT ON ALL TABLES IN SCHEMA bench TO huihui_reader");
        for (int session = 0; session < sessions; session++) {
            BenchDatabase.execute(
                    owner,
                    "SELECT huihui.ensure_partitions('outcomes', ARRAY['"
                            + open(session)
                            + "'::timestamptz])",
                    insert(PARTITIONED, open(session)),
                    "INSERT INTO " + FLAT + " SELECT " + sameRows(open(session)),
                    "INSERT INTO " + INDEXED + " SELECT " + sameRows(open(session)));
        }
        BenchDatabase.execute(
                owner,
                "VACUUM ANALYZE " + PARTITIONED,
                "VACUUM ANALYZE " + FLAT,
                "VACUUM ANALYZE " + INDEXED,
                "CHECKPOINT");
    }

    private static String sameRows(Instant open) {
        return "* FROM huihui.outcomes WHERE snapshot_time >= '"
                + open
                + "' AND snapshot_time < '"
                + open.plus(1, ChronoUnit.DAYS)
                + "' ORDER BY snapshot_time";
    }

    /** Numbers that look random and are the same in every run: a hash of what the row is about. */
    private static String insert(String table, Instant open) {
        return "INSERT INTO "
                + table
                + " (tenant, symbol, snapshot_time, predictor, horizon_minutes, model_version, known_time,"
                + " up, down, flat, realized, log_return, sigma, market_state, brier, log_loss, correct,"
                + " abstained) SELECT 'main', 'S' || symbol, at, predictor, horizon, 'mixture/1', at +"
                + " horizon * interval '1 minute', u, (1 - u) / 2, (1 - u) / 2, CASE WHEN u > 0.5 THEN"
                + " 'UP' ELSE 'DOWN' END, (u - 0.5) / 100, 0.01, (ARRAY['STRESS', 'CALM', 'TRENDING',"
                + " 'HIGH_VOL'])[1 + floor(u * 4)::int], 2 * (1 - u) * (1 - u), -ln(u + 0.0001), u > 0.5,"
                + " u < 0.02 FROM generate_series(0, 2339) AS step, generate_series(1, 20) AS symbol,"
                + " unnest(ARRAY['GATE', 'REGIME', 'FLOW', 'SENTIMENT']) AS predictor,"
                + " unnest(ARRAY[5, 15, 60]) AS horizon, LATERAL (SELECT '"
                + open
                + "'::timestamptz + step * interval '10 seconds' AS at, (hashtext(step || predictor ||"
                + " symbol || horizon)::bigint + 2147483648) / 4294967296.0::float8 AS u) AS drawn ORDER BY at";
    }
}
