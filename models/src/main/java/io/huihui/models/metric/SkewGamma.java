package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/**
 * E-SDAG: dealer gamma adjusted for skew and delta, in four variants. They are four functions of
 * two numbers and count as one vote.
 */
final class SkewGamma {

    private static final double SKEW_WEIGHT = 0.3;
    private static final double MULTIPLICATIVE_DELTA = 0.5;
    private static final double DIRECTIONAL_DELTA = 0.6;
    private static final double WEIGHTED_GAMMA = 0.6;
    private static final double VOLATILITY_DELTA = 0.7;

    /** Strikes whose volatility variant is in this lowest share of the chain start swings. */
    private static final double TRIGGER_SHARE = 0.05;

    final double[] multiplicative;
    final double[] directional;
    final double[] weighted;
    final double[] volatilityFocused;
    private final StrikeTable table;

    SkewGamma(StrikeTable table) {
        this.table = table;
        int rows = table.rows();
        multiplicative = new double[rows];
        directional = new double[rows];
        weighted = new double[rows];
        volatilityFocused = new double[rows];
        double[] ng = StrikeMath.byMad(table.gamma);
        double[] nd = StrikeMath.byMad(table.delta);
        for (int k = 0; k < rows; k++) {
            double sg = ng[k] * (1 + SKEW_WEIGHT * table.skew[k]);
            double tanh = Math.tanh(nd[k]);
            multiplicative[k] = sg * (1 + MULTIPLICATIVE_DELTA * tanh);
            directional[k] = sg + DIRECTIONAL_DELTA * nd[k];
            weighted[k] =
                    WEIGHTED_GAMMA * sg + (1 - WEIGHTED_GAMMA) * Math.abs(nd[k]) * Math.signum(sg);
            volatilityFocused[k] = sg * (1 - VOLATILITY_DELTA * tanh);
        }
    }

    void publish(double spot, FeatureVector.Builder out) {
        int trigger = trigger(spot);
        out.setOrMissing(
                Feature.VOLATILITY_TRIGGER_STRIKE,
                trigger < 0 ? Double.NaN : table.strikes[trigger],
                Quality.PARTIAL);
        int near = table.nearestRow(spot);
        boolean agree = multiplicative[near] * directional[near] > 0;
        double least = Math.min(Math.abs(multiplicative[near]), Math.abs(directional[near]));
        out.set(Feature.SKEW_GAMMA_CONVICTION, agree ? Math.signum(directional[near]) * least : 0);
        boolean opposed = directional[near] * volatilityFocused[near] < 0;
        out.set(Feature.SKEW_GAMMA_CONFLICT, opposed ? 1 : 0);
    }

    /**
     * Returns the row nearest to spot of those whose negative gamma has a volatility variant in the
     * lowest twentieth of the chain; -1 without one.
     */
    private int trigger(double spot) {
        double lowest = StrikeMath.quantile(volatilityFocused, TRIGGER_SHARE);
        int nearest = -1;
        for (int k = 0; k < table.rows(); k++) {
            boolean swings = table.gamma[k] < 0 && volatilityFocused[k] <= lowest;
            if (swings
                    && (nearest < 0
                            || Math.abs(table.strikes[k] - spot)
                                    < Math.abs(table.strikes[nearest] - spot))) {
                nearest = k;
            }
        }
        return nearest;
    }
}
