package io.huihui.models.mining;

import java.util.Arrays;

/**
 * Keeps the share of false findings among all findings of several tests below a level.
 *
 * <p>Reference: Benjamini, Hochberg, "Controlling the false discovery rate: a practical and
 * powerful approach to multiple testing", J. R. Stat. Soc. B 57(1), 1995.
 */
public final class FalseDiscoveries {

    private FalseDiscoveries() {}

    /**
     * Returns the p-value up to which tests are findings; 0 when none is.
     *
     * <p>Within a test that is a finding, single patterns are held to the same value: then the
     * share of false ones stays below the level on average over the tests that are findings
     * (Benjamini, Bogomolov, "Selective inference on multiple families of hypotheses", J. R. Stat.
     * Soc. B 76(1), 2014).
     *
     * @param pValues one of each test; NaN of a test that could not be made
     */
    public static double threshold(double[] pValues, double level) {
        double[] sorted = Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).sorted().toArray();
        for (int rank = sorted.length; rank >= 1; rank--) {
            double mostAllowed = level * rank / sorted.length;
            if (sorted[rank - 1] <= mostAllowed) {
                return mostAllowed;
            }
        }
        return 0;
    }
}
