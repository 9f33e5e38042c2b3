package io.huihui.models.expert.flow;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.quant.NormalDistribution;

/**
 * How sure it is that dealers are long or short gamma, and where that turns. Nobody sees what
 * dealers hold: the prior (long calls, short puts) and today's customer trades say two different
 * numbers, and their distance is the least one may be wrong by.
 *
 * @param gammaPerPercent currency per 1 % move; above 0 = dealers long gamma
 * @param deviation standard deviation of it
 * @param flip price where it turns; NaN when it turns nowhere near
 * @param flipDeviation standard deviation of that price: the line through present gamma and flip,
 *     moved by {@code deviation}
 */
public record DealerPositioning(
        double gammaPerPercent, double deviation, double flip, double flipDeviation) {

    /** Share of the prior that stays in doubt when today's trades agree with it. */
    private static final double LEAST_DOUBT = 0.25;

    /** Returns the positioning in the snapshot; null without a chain. */
    static DealerPositioning of(FeatureVector now) {
        double inventory = now.orNaN(Feature.GIB_INVENTORY);
        if (Double.isNaN(inventory)) {
            return null;
        }
        double prior = now.orNaN(Feature.GIB_PRIOR);
        double known = Double.isNaN(prior) ? inventory : prior;
        double deviation = Math.hypot(inventory - known, LEAST_DOUBT * known);
        double flip = now.orNaN(Feature.GAMMA_FLIP);
        double perCurrency = inventory / Math.abs(now.orNaN(Feature.MID) - flip);
        return new DealerPositioning(inventory, deviation, flip, deviation / Math.abs(perCurrency));
    }

    /** Returns the probability that dealers are short gamma, so that hedging feeds a move. */
    public double shortGammaProbability() {
        return deviation > 0
                ? NormalDistribution.cdf(-gammaPerPercent / deviation)
                : gammaPerPercent < 0 ? 1 : 0;
    }
}
