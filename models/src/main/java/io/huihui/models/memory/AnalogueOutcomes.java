package io.huihui.models.memory;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;

/**
 * What the price did over a horizon after situations like the present one.
 *
 * @param count of those whose price at the horizon is known, at least 1
 * @param up share of them after which it rose by more than the flat band
 * @param down share after which it fell by more
 * @param flat share after which it did neither
 * @param meanMoveSigmas mean log return, in standard deviations expected at each one's time
 * @param rmsMoveSigmas root of the mean of their squares, in the same unit: above 1, prices moved
 *     more than was expected; null in records of before it was told
 */
public record AnalogueOutcomes(
        Horizon horizon,
        int count,
        double up,
        double down,
        double flat,
        double meanMoveSigmas,
        Double rmsMoveSigmas) {

    private static final double SUM_TOLERANCE = 1e-9;

    public AnalogueOutcomes {
        Require.present("horizon", horizon);
        Require.that(count >= 1, "count >= 1", "count=" + count);
        Require.within("up", up, 0, 1);
        Require.within("down", down, 0, 1);
        Require.within("flat", flat, 0, 1);
        if (!(Math.abs(up + down + flat - 1) <= SUM_TOLERANCE)) {
            throw Require.violated(
                    "shares that sum to 1", "up=" + up + " down=" + down + " flat=" + flat);
        }
        Require.finite("meanMoveSigmas", meanMoveSigmas);
        Require.notNegativeOrMissing("rmsMoveSigmas", rmsMoveSigmas);
    }
}
