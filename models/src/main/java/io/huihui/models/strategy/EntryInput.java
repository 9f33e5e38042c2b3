package io.huihui.models.strategy;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

/** What a template may look at before it enters. New ones come last: tapes are kept by place. */
public enum EntryInput {
    /** Probability of up less that of down at 15 minutes, -1..1. */
    LEAN,
    /** Probability that the likeliest direction at 15 minutes is right. */
    CONFIDENCE,
    /** How far the experts say the same, 0..1. */
    AGREEMENT,
    /** Probability that volatility expands less that it contracts. */
    VOLATILITY_LEAN,
    /** Implied volatility at 30 days, annual. */
    IMPLIED_VOL,
    /** Implied volatility at 30 days less that realised in 30 minutes, annual. */
    IMPLIED_LESS_REALIZED,
    /** Implied volatility of longer options over that of shorter ones. */
    TERM_SLOPE,
    /** Return of an hour in its usual deviations. */
    TREND,
    /** Dealers' gamma against its own past. */
    DEALER_GAMMA,
    /** Share of the session that has passed. */
    SESSION_ELAPSED;

    /** Returns whether a verdict tells it; a snapshot of features does else. */
    boolean isOfVerdict() {
        return ordinal() <= VOLATILITY_LEAN.ordinal();
    }

    /** Returns the value in a verdict; NaN for an input of features. */
    double of(Verdict verdict) {
        Thesis thesis = verdict.thesis(Horizon.MINUTES_15);
        return switch (this) {
            case LEAN -> thesis.up() - thesis.down();
            case CONFIDENCE -> verdict.confidence();
            case AGREEMENT -> verdict.agreement();
            case VOLATILITY_LEAN -> verdict.volatility().expand() - verdict.volatility().contract();
            default -> Double.NaN;
        };
    }

    /** Returns the value in features; NaN where it is missing, and for an input of verdicts. */
    double of(FeatureSnapshot snapshot) {
        FeatureVector features = snapshot.features();
        double implied = features.orNaN(Feature.ATM_IV_30D);
        return switch (this) {
            case IMPLIED_VOL -> implied;
            case IMPLIED_LESS_REALIZED -> implied - features.orNaN(Feature.REALIZED_VOL_30M);
            case TERM_SLOPE -> features.orNaN(Feature.TERM_SLOPE);
            case TREND -> features.orNaN(Feature.TREND_60M);
            case DEALER_GAMMA -> features.orNaN(Feature.GIB_Z);
            case SESSION_ELAPSED -> features.orNaN(Feature.SESSION_ELAPSED);
            default -> Double.NaN;
        };
    }
}
