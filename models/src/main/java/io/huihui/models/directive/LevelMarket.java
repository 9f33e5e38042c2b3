package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

/**
 * What key levels need to know of the market at the end of a second. NaN where it is missing.
 *
 * @param mid currency
 * @param dayMove expected move of one day, one standard deviation, currency
 * @param range average true range of five-minute bars, currency
 */
public record LevelMarket(double mid, double dayMove, double range) {

    /** Stands in where the second has no snapshot. */
    public static final LevelMarket UNKNOWN = new LevelMarket(Double.NaN, Double.NaN, Double.NaN);

    /** Returns the market of a snapshot; the 30-day volatility stands in for that of one day. */
    public static LevelMarket of(FeatureVector features) {
        double mid = features.orNaN(Feature.MID);
        double dayMove = features.orNaN(Feature.EXPECTED_MOVE_1D);
        if (Double.isNaN(dayMove)) {
            double day = Math.sqrt(1 / TradingCalendar.DAYS_PER_YEAR);
            dayMove = mid * features.orNaN(Feature.ATM_IV_30D) * day;
        }
        return new LevelMarket(mid, dayMove, features.orNaN(Feature.AVERAGE_TRUE_RANGE_5M_BARS));
    }
}
