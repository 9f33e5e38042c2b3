package io.huihui.models.memory;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.outcome.OutcomeScorer;

import java.util.ArrayList;
import java.util.List;

/** Counts what came of the situations that were found, nearest first. */
final class AnalogueTally {

    private static final Horizon[] HORIZONS = Horizon.values();

    /** [horizon][direction] */
    private final int[][] counts = new int[HORIZONS.length][Direction.values().length];

    /** [horizon] */
    private final double[] sums = new double[HORIZONS.length];

    /** [horizon] */
    private final double[] squares = new double[HORIZONS.length];

    private double nearest;
    private double distances;
    private int found;

    /** Adds the distance of the next one. */
    void add(double distance) {
        nearest = found == 0 ? distance : nearest;
        distances += distance;
        found++;
    }

    /** Adds what came of it over a horizon; NaN counts as not known. */
    void add(Horizon horizon, float move) {
        if (!Float.isNaN(move)) {
            counts[horizon.ordinal()][OutcomeScorer.direction(move, 1).ordinal()]++;
            sums[horizon.ordinal()] += move;
            squares[horizon.ordinal()] += (double) move * move;
        }
    }

    /**
     * Returns what was counted; at least one distance must have been added.
     *
     * @param reach as {@link Analogues#reach}
     */
    Analogues analogues(Situation now, int held, boolean approximate, MemoryReach reach) {
        List<AnalogueOutcomes> outcomes = new ArrayList<>();
        for (Horizon horizon : HORIZONS) {
            AnalogueOutcomes of = outcomes(horizon);
            if (of != null) {
                outcomes.add(of);
            }
        }
        return new Analogues(
                now.snapshot(),
                held,
                now.missing(),
                approximate,
                nearest,
                distances / found,
                outcomes,
                reach);
    }

    private AnalogueOutcomes outcomes(Horizon horizon) {
        int[] of = counts[horizon.ordinal()];
        int count = 0;
        for (int each : of) {
            count += each;
        }
        return count == 0
                ? null
                : new AnalogueOutcomes(
                        horizon,
                        count,
                        of[Direction.UP.ordinal()] / (double) count,
                        of[Direction.DOWN.ordinal()] / (double) count,
                        of[Direction.FLAT.ordinal()] / (double) count,
                        sums[horizon.ordinal()] / count,
                        Math.sqrt(squares[horizon.ordinal()] / count));
    }
}
