package io.huihui.models.decision;

import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

/**
 * One prediction against what the price then did. Known only at {@code snapshot + horizon}.
 *
 * @param predictor {@code REGIME}, {@code FLOW}, {@code SENTIMENT}, {@code GATE}, or a stored
 *     baseline
 * @param thesis what was predicted
 * @param realized what happened
 * @param logReturn ln(mid at horizon / mid at snapshot)
 * @param sigma expected standard deviation of the log return over the horizon, as known at the
 *     snapshot
 * @param brier sum over the three classes of (probability - indicator)^2, 0..2; smaller is better
 * @param logLoss -ln(probability of what happened), nats
 * @param correct whether the likeliest direction happened
 * @param abstained whether the predictor had abstained
 */
public record Outcome(
        SnapshotId snapshot,
        String predictor,
        String modelVersion,
        Thesis thesis,
        Direction realized,
        double logReturn,
        double sigma,
        String marketState,
        double brier,
        double logLoss,
        boolean correct,
        boolean abstained) {

    public Outcome {
        Require.present("snapshot", snapshot);
        Require.text("predictor", predictor);
        Require.text("modelVersion", modelVersion);
        Require.present("thesis", thesis);
        Require.present("realized", realized);
        Require.finite("logReturn", logReturn);
        Require.positive("sigma", sigma);
        Require.text("marketState", marketState);
        Require.within("brier", brier, 0, 2);
        Require.notNegative("logLoss", logLoss);
    }
}
