package io.huihui.models.directive;

import io.huihui.models.decision.Thesis;

import java.util.function.DoubleUnaryOperator;

/**
 * Where the price may lie at the end of a horizon. Its log return, in expected standard deviations,
 * is taken to be normal within each class of {@link Thesis}: up and down beyond the flat band, flat
 * within it. A class is stood for by two equally likely returns with its mean and its variance, so
 * that what options gain by moving either way is counted in full.
 *
 * @param mid price now, currency
 * @param sigma expected standard deviation of the log return over the horizon, above 0
 */
record HorizonMove(double mid, double sigma) {

    /** Standard normal density at the edge of the flat band. */
    private static final double DENSITY =
            Math.exp(-0.5 * Thesis.FLAT_BAND_SIGMAS * Thesis.FLAT_BAND_SIGMAS)
                    / Math.sqrt(2 * Math.PI);

    /** Normal probability beyond the band on one side: each class has a third. */
    private static final double BEYOND = 1.0 / 3;

    /** Mean return beyond the band, in standard deviations: 1.09. */
    private static final double DECIDED = DENSITY / BEYOND;

    /** Standard deviation beyond the band: .53. */
    private static final double DECIDED_WIDTH =
            Math.sqrt(1 + Thesis.FLAT_BAND_SIGMAS * DECIDED - DECIDED * DECIDED);

    /** Standard deviation within the band: .24. */
    private static final double UNDECIDED_WIDTH =
            Math.sqrt(1 - 2 * Thesis.FLAT_BAND_SIGMAS * DENSITY / (1 - 2 * BEYOND));

    /**
     * Returns the mean worth where the price left the band.
     *
     * @param sign +1 upwards, -1 downwards
     * @param worth of something, by price
     */
    double decided(int sign, DoubleUnaryOperator worth) {
        return mean(sign * (DECIDED - DECIDED_WIDTH), sign * (DECIDED + DECIDED_WIDTH), worth);
    }

    /** Returns the mean worth where the price stayed within the band. */
    double undecided(DoubleUnaryOperator worth) {
        return mean(-UNDECIDED_WIDTH, UNDECIDED_WIDTH, worth);
    }

    private double mean(double one, double other, DoubleUnaryOperator worth) {
        return 0.5 * (worth.applyAsDouble(price(one)) + worth.applyAsDouble(price(other)));
    }

    private double price(double deviations) {
        return mid * Math.exp(deviations * sigma);
    }
}
