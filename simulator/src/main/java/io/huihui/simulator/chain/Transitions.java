package io.huihui.simulator.chain;

import io.huihui.simulator.random.Draws;

/** Draws the first and the next state, and how long a stay lasts. */
final class Transitions {

    /** No stay is shorter: a precursor needs 5 minutes. */
    static final long SHORTEST_STAY_MILLIS = 5 * 60_000L;

    /** Shape of the negative binomial: 3 gives a bell with a long tail, far from exponential. */
    private static final double STAY_SHAPE = 3;

    /** Mean of the uniform part of a minute that is added to the whole minutes. */
    private static final double HALF_MINUTE = 0.5;

    /** After this share of the session (14:00) a pin is likelier: same-day options decay. */
    private static final double PIN_AFTER = 0.69;

    private static final double LATE_PIN_FACTOR = 4;

    /** Relative frequency of first states; no session opens pinned or in stress. */
    private static final double[] FIRST = {2, 3, 2, 3, 1, 1, 0, 0};

    /** Row: state left; column: weight of the state entered, in the order of the enum. */
    private static final double[][] NEXT = {
        {0, 4, 2, 2, 0.3, 0.3, 0.2, 1},
        {4, 0, 2, 2, 0.3, 0.3, 0.2, 1},
        {1, 2, 0, 4, 1.5, 1.5, 0.4, 0.5},
        {1, 2, 4, 0, 1.5, 1.5, 0.4, 0.5},
        {0.2, 0.3, 2, 2, 0, 3, 1.2, 0.1},
        {0.2, 0.3, 2, 2, 3, 0, 1.2, 0.1},
        {0, 0, 0.5, 0.5, 3, 3, 0, 0},
        {2, 3, 1, 2, 0.2, 0.2, 0.1, 0},
    };

    private static final MarketState[] STATES = MarketState.values();

    private Transitions() {}

    static MarketState first(Draws draws) {
        return STATES[draws.pick(cumulative(FIRST, 1))];
    }

    static MarketState after(MarketState left, double sessionElapsed, Draws draws) {
        double pinFactor = sessionElapsed > PIN_AFTER ? LATE_PIN_FACTOR : 1;
        return STATES[draws.pick(cumulative(NEXT[left.ordinal()], pinFactor))];
    }

    /**
     * Returns a length whose mean is the state's: 5 minutes + negative binomial + a part minute.
     */
    static long stayMillis(MarketState state, Draws draws) {
        double shortest = SHORTEST_STAY_MILLIS / 60_000.0;
        double mean = state.meanMinutes() - shortest - HALF_MINUTE;
        long minutes = draws.negativeBinomial(STAY_SHAPE, mean);
        return SHORTEST_STAY_MILLIS + minutes * 60_000L + draws.below(60) * 1_000L;
    }

    private static double[] cumulative(double[] weights, double pinFactor) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (STATES[i] == MarketState.PIN ? pinFactor : 1);
            sums[i] = sum;
        }
        return sums;
    }
}
