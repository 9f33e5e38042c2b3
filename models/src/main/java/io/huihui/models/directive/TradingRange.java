package io.huihui.models.directive;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

/**
 * The average true range that stops and targets are measured in.
 *
 * @param value currency
 * @param assumed whether it is 1 % of the price because the range is not known
 */
record TradingRange(double value, boolean assumed) {

    /** Longer trades see whole days. */
    private static final int FIVE_MINUTE_DAYS = 1;

    /** What stands in for a range that is not known. */
    private static final double ASSUMED_SHARE = 0.01;

    /** Returns that of five-minute bars up to a day to expiry, else that of daily bars. */
    static TradingRange of(FeatureVector features, double mid, int daysToExpiry) {
        Feature feature =
                daysToExpiry <= FIVE_MINUTE_DAYS
                        ? Feature.AVERAGE_TRUE_RANGE_5M_BARS
                        : Feature.AVERAGE_TRUE_RANGE_14D;
        double range = features.orNaN(feature);
        return range > 0
                ? new TradingRange(range, false)
                : new TradingRange(ASSUMED_SHARE * mid, true);
    }
}
