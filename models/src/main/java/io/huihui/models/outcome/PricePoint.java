package io.huihui.models.outcome;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

/**
 * The price at one point of the scoring grid, and what was known there of the future's width.
 *
 * @param mid price, currency
 * @param volatilityAnnual realised volatility known at that time, 1.00 = 100 %; null when missing
 * @param exact whether the price is of the grid point itself, so that predictions made there start
 *     from it
 */
public record PricePoint(double mid, Double volatilityAnnual, boolean exact) {

    /** Minutes of trading in a year: 252 sessions of 390 minutes. */
    private static final double TRADING_MINUTES_PER_YEAR = 252.0 * 390;

    public PricePoint {
        Require.positive("mid", mid);
        Require.notNegativeOrMissing("volatilityAnnual", volatilityAnnual);
    }

    /** Returns the price in the snapshot; null when it has none. */
    public static PricePoint of(FeatureSnapshot snapshot) {
        FeatureVector features = snapshot.features();
        Double mid = features.get(Feature.MID);
        Double volatility = features.get(Feature.REALIZED_VOL_60M);
        if (volatility == null) {
            volatility = features.get(Feature.REALIZED_VOL_30M);
        }
        boolean exact = ScoringGrid.isScored(snapshot.id());
        return mid == null || !(mid > 0) ? null : new PricePoint(mid, volatility, exact);
    }

    /** Returns the expected standard deviation of the log return; NaN when it is not known. */
    public double sigma(Horizon horizon) {
        if (volatilityAnnual == null || !(volatilityAnnual > 0)) {
            return Double.NaN;
        }
        return volatilityAnnual * Math.sqrt(horizon.minutes() / TRADING_MINUTES_PER_YEAR);
    }
}
