package io.huihui.models.metric;

/**
 * Probabilities that somebody buys, or sells, out of sight: a hidden Markov chain of three states
 * over seconds, which looks at how many off-exchange prints are blocks and on which side of the mid
 * the blocks lie. A hidden buyer waits below the mid, a hidden seller above it.
 *
 * <p>Reference: L. Rabiner, "A tutorial on hidden Markov models", Proceedings of the IEEE, 1989,
 * eq. 19-20 (forward recursion).
 */
final class AccumulationFilter {

    static final int NONE = 0;
    static final int BOUGHT = 1;
    static final int SOLD = 2;
    static final int STATES = 3;

    /** Two a session begin on average: rate per second of trading. */
    private static final double BEGINS = 2.0 / 23_400;

    /** One lasts 25 minutes on average. */
    private static final double ENDS = 1.0 / 1_500;

    /** Blocks are this many times as frequent while one lasts, and at most every second print. */
    private static final double MORE_BLOCKS = 12;

    private static final double MOST_BLOCKS = 0.5;

    /** A block of a hidden buyer lies below the mid this often; others do every second time. */
    private static final double ON_SIDE = 0.95;

    private AccumulationFilter() {}

    /** Returns the share of time in each state: what is believed where nothing is known. */
    static double[] usual() {
        double on = BEGINS / (BEGINS + ENDS);
        return new double[] {1 - on, on / 2, on / 2};
    }

    /**
     * Moves the probabilities on by one second.
     *
     * @param from probabilities before; may be the same array as {@code to}
     * @param prints off-exchange prints of the second, blocks included
     * @param below blocks below the mid; {@code above}: above it; {@code at}: at it or unknown
     * @param blockShare share of blocks among prints at usual times
     */
    static void step(
            double[] from,
            double[] to,
            int prints,
            int below,
            int above,
            int at,
            double blockShare) {
        double none = from[NONE] * (1 - BEGINS) + (from[BOUGHT] + from[SOLD]) * ENDS;
        double bought = from[BOUGHT] * (1 - ENDS) + from[NONE] * BEGINS / 2;
        double sold = from[SOLD] * (1 - ENDS) + from[NONE] * BEGINS / 2;
        if (prints > 0) {
            double during = Math.min(MOST_BLOCKS, MORE_BLOCKS * blockShare);
            int blocks = below + above + at;
            double odds =
                    Math.pow(during / blockShare, blocks)
                            * Math.pow((1 - during) / (1 - blockShare), prints - blocks);
            double onSide = 2 * ON_SIDE;
            double offSide = 2 * (1 - ON_SIDE);
            bought *= odds * Math.pow(onSide, below) * Math.pow(offSide, above);
            sold *= odds * Math.pow(onSide, above) * Math.pow(offSide, below);
        }
        double sum = none + bought + sold;
        to[NONE] = none / sum;
        to[BOUGHT] = bought / sum;
        to[SOLD] = sold / sum;
    }
}
