package io.huihui.models.directive;

import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

/**
 * What an hour typically does to price and volatility.
 *
 * @param price one standard deviation of the log return of the underlying over the hour
 * @param volatility one standard deviation of the change of implied volatility, 0.01 = one point
 */
record VolatilityMove(double price, double volatility) {

    /** Minutes of trading in a year: 252 sessions of 390 minutes. */
    private static final double TRADING_MINUTES_PER_YEAR = 252.0 * 390;

    private static final Horizon HORIZON = Horizon.MINUTES_60;

    /** Returns the move; null when realised volatility or that of the volatility is missing. */
    static VolatilityMove of(FeatureVector features) {
        double realized = features.orNaN(Feature.REALIZED_VOL_60M);
        double move = realized * Math.sqrt(HORIZON.minutes() / TRADING_MINUTES_PER_YEAR);
        double change = changeOfHour(features);
        return move > 0 && change > 0 ? new VolatilityMove(move, change) : null;
    }

    /** Returns the standard deviation of an hour's change; NaN when that of minutes is missing. */
    static double changeOfHour(FeatureVector features) {
        return features.orNaN(Feature.VOL_OF_VOL_60M) * Math.sqrt(HORIZON.minutes());
    }

    /** Returns the mean worth of a leg after a move up and one down. */
    double value(
            ChosenLegs legs, ChosenLegs.Chosen leg, double mid, long millis, double volChange) {
        return 0.5
                * (legs.at(leg, mid * Math.exp(price), millis, volChange)
                        + legs.at(leg, mid * Math.exp(-price), millis, volChange));
    }
}
