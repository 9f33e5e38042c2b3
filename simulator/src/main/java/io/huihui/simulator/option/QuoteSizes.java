package io.huihui.simulator.option;

import io.huihui.simulator.random.Draws;

/** Sizes of option quotes. */
final class QuoteSizes {

    /** Mean size, contracts. */
    private static final double MEAN = 25;

    private QuoteSizes() {}

    static double draw(Draws draws) {
        return 1 + Math.rint(draws.exponential(MEAN));
    }
}
