package io.huihui.console.store;

import io.huihui.console.view.Calibration;
import io.huihui.console.view.CalibrationBin;

import java.util.List;

/** Whether what was said came true as often as was said, from the outcomes. */
public final class CalibrationStore {

    private static final int BINS = 10;

    private static final String SQL =
            """
            SELECT least(9, floor(likeliest * 10))::int AS bin, count(*) AS outcomes,
                   avg(likeliest) AS said, avg(correct::int) AS came_true, sum(brier) AS brier
            FROM (SELECT greatest(up, down, flat) AS likeliest, correct, brier FROM huihui.outcomes
                  WHERE symbol = ? AND snapshot_time >= ? AND snapshot_time < ?
                    AND predictor = ? AND horizon_minutes = ? AND NOT abstained) said
            GROUP BY bin ORDER BY bin
            """;

    private final ReadingPool pool;

    CalibrationStore(ReadingPool pool) {
        this.pool = pool;
    }

    /** A bin and the sum of its Brier scores. */
    private record Sum(CalibrationBin bin, double brier) {}

    /** Returns the bins of one predictor at one horizon. */
    public Calibration of(Span span, String predictor, int horizonMinutes) {
        List<Sum> sums =
                pool.rows(
                        SQL,
                        statement -> {
                            statement.setString(1, span.symbol());
                            statement.setObject(2, Rows.time(span.fromMillis()));
                            statement.setObject(3, Rows.time(span.toMillis()));
                            statement.setString(4, predictor);
                            statement.setInt(5, horizonMinutes);
                        },
                        row -> {
                            int bin = row.getInt("bin");
                            return new Sum(
                                    new CalibrationBin(
                                            (double) bin / BINS,
                                            (double) (bin + 1) / BINS,
                                            row.getLong("outcomes"),
                                            row.getDouble("said"),
                                            row.getDouble("came_true")),
                                    row.getDouble("brier"));
                        });
        long count = sums.stream().mapToLong(sum -> sum.bin().count()).sum();
        double brier = sums.stream().mapToDouble(Sum::brier).sum();
        return new Calibration(
                span.symbol(),
                predictor,
                horizonMinutes,
                count,
                count == 0 ? null : brier / count,
                sums.stream().map(Sum::bin).toList());
    }
}
