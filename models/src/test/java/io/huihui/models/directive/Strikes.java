package io.huihui.models.directive;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;

import java.util.ArrayList;
import java.util.List;

/** Strike profiles for tests. */
public final class Strikes {

    private Strikes() {}

    /** A profile of SPY so many seconds after ten o'clock. */
    public static StrikeProfile at(int second, double spot, List<StrikeRow> rows) {
        return new StrikeProfile(
                new SnapshotId("SPY", Snapshots.TEN_O_CLOCK + second * 1000L), spot, rows);
    }

    /** Strikes 400..499 whose sources are 1..100 and whose dealer gamma is 1..100. */
    public static StrikeProfile ladder(int second) {
        List<StrikeRow> rows = new ArrayList<>();
        for (int k = 0; k < 100; k++) {
            rows.add(row(400 + k, k + 1, k + 1, 0));
        }
        return at(second, 450, rows);
    }

    /** A strike with all four sources of this size. */
    public static StrikeRow row(double strike, double source, double gamma, double gammaToday) {
        return row(strike, source, source, source, source, gamma, gammaToday, gamma);
    }

    public static StrikeRow row(
            double strike,
            double structure,
            double premium,
            double pressure,
            double concentration,
            double gamma,
            double gammaToday,
            double volatilityFocused) {
        double none = Double.NaN;
        return new StrikeRow(
                strike,
                premium,
                none,
                none,
                none,
                none,
                gamma,
                gammaToday,
                none,
                none,
                none,
                none,
                none,
                volatilityFocused,
                pressure,
                none,
                none,
                none,
                none,
                none,
                structure,
                none,
                concentration,
                none,
                null);
    }
}
