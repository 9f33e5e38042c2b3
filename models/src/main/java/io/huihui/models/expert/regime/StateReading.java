package io.huihui.models.expert.regime;

import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.learner.Logistic;

import java.util.ArrayList;
import java.util.List;

/**
 * What one snapshot says about the market condition, before hysteresis.
 *
 * @param volatilityAnnual implied, or realised where no options are fed; NaN when neither
 * @param trend return over an hour in its own standard deviations; NaN when missing
 * @param posterior in the order of {@link MarketCondition}; sums to 1; empty when nothing can be
 *     said
 */
record StateReading(double volatilityAnnual, double trend, List<ConditionProbability> posterior) {

    StateReading {
        posterior = List.copyOf(posterior);
    }

    /** Cuts of implied volatility: low below .15, high from .25, stress from .50 a year. */
    static final double LOW_CUT = 0.15;

    static final double HIGH_CUT = 0.25;
    static final double STRESS_CUT = 0.50;

    /** Cuts of the rank of implied volatility among a year of closes. */
    private static final double LOW_RANK = 0.25;

    private static final double HIGH_RANK = 0.75;
    private static final double STRESS_RANK = 0.975;

    /** Width of the zone between two classes, in rank; above the stress cut little room is left. */
    private static final double RANK_WIDTH = 0.03;

    private static final double STRESS_RANK_WIDTH = 0.005;

    /** A return beyond this many standard deviations of its hour is a trend. */
    static final double TREND_CUT = 1.5;

    /** Width of the zone in which volatility is between two classes, in ln(volatility). */
    private static final double VOLATILITY_WIDTH = 0.1;

    /** Width of the zone in which a trend is undecided, in standard deviations. */
    private static final double TREND_WIDTH = 0.25;

    /** Share of a year that one hour of trading is: 252 sessions of 390 minutes. */
    private static final double HOUR_YEARS = 60.0 / (252 * 390);

    /** Only in the last two hours of the session can the expiration hold the price. */
    private static final double PIN_FROM_ELAPSED = 1 - 120.0 / 390;

    static StateReading of(FeatureVector features) {
        double volatility = features.orNaN(Feature.ATM_IV_30D);
        double realized = features.orNaN(Feature.REALIZED_VOL_60M);
        volatility = Double.isNaN(volatility) ? realized : volatility;
        double trend = features.orNaN(Feature.RETURN_60M) / (realized * Math.sqrt(HOUR_YEARS));
        trend = Double.isFinite(trend) ? trend : Double.NaN;
        double trending =
                Double.isNaN(trend)
                        ? 0.5
                        : Logistic.probability((Math.abs(trend) - TREND_CUT) / TREND_WIDTH);
        List<ConditionProbability> posterior = new ArrayList<>();
        if (volatility > 0) {
            double[] probabilities =
                    posterior(classes(features, volatility), trending, pin(features));
            for (MarketCondition condition : MarketCondition.values()) {
                posterior.add(
                        new ConditionProbability(condition, probabilities[condition.ordinal()]));
            }
        }
        return new StateReading(volatility, trend, posterior);
    }

    boolean saysNothing() {
        return posterior.isEmpty();
    }

    /**
     * [0] not low, [1] high or stress, [2] stress: by the rank of implied volatility among a year
     * of closes where it is known, else by its level.
     */
    private static double[] classes(FeatureVector features, double volatility) {
        double rank = features.orNaN(Feature.IV_PERCENTILE_252D);
        if (!Double.isNaN(rank)) {
            return new double[] {
                Logistic.probability((rank - LOW_RANK) / RANK_WIDTH),
                Logistic.probability((rank - HIGH_RANK) / RANK_WIDTH),
                Logistic.probability((rank - STRESS_RANK) / STRESS_RANK_WIDTH)
            };
        }
        double logVol = Math.log(volatility);
        return new double[] {
            Logistic.probability((logVol - Math.log(LOW_CUT)) / VOLATILITY_WIDTH),
            Logistic.probability((logVol - Math.log(HIGH_CUT)) / VOLATILITY_WIDTH),
            Logistic.probability((logVol - Math.log(STRESS_CUT)) / VOLATILITY_WIDTH)
        };
    }

    private static double[] posterior(double[] classes, double trending, double pin) {
        double[] posterior = new double[MarketCondition.count()];
        double notLow = classes[0];
        double high = Math.min(notLow, classes[1]);
        double stress = Math.min(high, classes[2]);
        double rest = 1 - pin;
        double low = rest * (1 - notLow);
        double medium = rest * (notLow - high);
        double highOnly = rest * (high - stress);
        posterior[MarketCondition.LOW_VOL_TRENDING.ordinal()] = low * trending;
        posterior[MarketCondition.LOW_VOL_RANGING.ordinal()] = low * (1 - trending);
        posterior[MarketCondition.MEDIUM_VOL_TRENDING.ordinal()] = medium * trending;
        posterior[MarketCondition.MEDIUM_VOL_RANGING.ordinal()] = medium * (1 - trending);
        posterior[MarketCondition.HIGH_VOL_TRENDING.ordinal()] = highOnly * trending;
        posterior[MarketCondition.HIGH_VOL_RANGING.ordinal()] = highOnly * (1 - trending);
        posterior[MarketCondition.STRESS.ordinal()] = rest * stress;
        posterior[MarketCondition.EXPIRATION.ordinal()] = pin;
        return posterior;
    }

    private static double pin(FeatureVector features) {
        double pin = features.orNaN(Feature.PIN_PROBABILITY);
        double elapsed = features.orNaN(Feature.SESSION_ELAPSED);
        return elapsed >= PIN_FROM_ELAPSED && pin > 0 ? Math.min(1, pin) : 0;
    }
}
