package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

/**
 * How good one predictor has been for one symbol, in one market condition, at one horizon.
 *
 * @param asOf snapshot of the newest outcome in it
 * @param count outcomes in it
 * @param accuracy share of likeliest directions that happened, 0..1
 * @param brier mean, 0..2
 * @param logLoss mean, nats
 * @param calibrationError expected calibration error of the likeliest direction over ten bins, 0..1
 */
public record PerformanceSummary(
        SnapshotId asOf,
        String predictor,
        String modelVersion,
        String marketState,
        Horizon horizon,
        long count,
        double accuracy,
        double brier,
        double logLoss,
        double calibrationError) {

    public PerformanceSummary {
        Require.present("asOf", asOf);
        Require.text("predictor", predictor);
        Require.text("modelVersion", modelVersion);
        Require.text("marketState", marketState);
        Require.present("horizon", horizon);
        Require.that(count > 0, "count > 0", () -> "count=" + count);
        Require.within("accuracy", accuracy, 0, 1);
        Require.within("brier", brier, 0, 2);
        Require.notNegative("logLoss", logLoss);
        Require.within("calibrationError", calibrationError, 0, 1);
    }
}
