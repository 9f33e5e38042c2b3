package io.huihui.benchmarks.evaluate;

import io.huihui.models.quant.NormalDistribution;

/** The score of a forecast that says how far something will be from its mean. */
public final class NormalScore {

    private NormalScore() {}

    /**
     * Returns the continuous ranked probability score of a normal forecast around 0; smaller is
     * better. It is proper, and one jump of news counts for no more than its size.
     *
     * <p>Reference: Gneiting, Raftery, "Strictly proper scoring rules, prediction, and estimation",
     * Journal of the American Statistical Association, 2007, eq. 21.
     *
     * @param miss what came less the mean
     * @param deviation that was forecast, above 0, in the unit of the miss
     */
    public static double crps(double miss, double deviation) {
        double z = miss / deviation;
        return deviation
                * (z * (2 * NormalDistribution.cdf(z) - 1)
                        + 2 * NormalDistribution.pdf(z)
                        - 1 / Math.sqrt(Math.PI));
    }
}
