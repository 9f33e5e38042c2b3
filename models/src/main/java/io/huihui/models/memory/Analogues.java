package io.huihui.models.memory;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.feature.SnapshotId;

import java.util.List;

/**
 * Past situations most like the present one of a symbol, and what came of them.
 *
 * @param held how many past situations were compared
 * @param missing how many features of the present one are missing and were taken as usual
 * @param approximate whether the engine may have missed one
 * @param nearestDistance of the nearest, in deviations of a usual day over all axes
 * @param meanDistance of all that were taken
 * @param outcomes by horizon, shortest first; without those of which nothing is known
 * @param reach how much of the market's memory answered; null when the memory is the symbol's own
 */
public record Analogues(
        SnapshotId snapshot,
        int held,
        int missing,
        boolean approximate,
        double nearestDistance,
        double meanDistance,
        List<AnalogueOutcomes> outcomes,
        @OrNull MemoryReach reach) {

    public Analogues {
        Require.present("snapshot", snapshot);
        Require.that(held >= 1, "held >= 1", "held=" + held);
        Require.that(missing >= 0, "missing >= 0", "missing=" + missing);
        Require.notNegative("nearestDistance", nearestDistance);
        Require.notNegative("meanDistance", meanDistance);
        outcomes = List.copyOf(outcomes);
    }
}
