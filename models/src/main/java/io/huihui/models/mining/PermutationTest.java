package io.huihui.models.mining;

import io.huihui.models.Require;

import java.util.Arrays;

/**
 * The highest score that chance gives, from shuffled histories. A score is held against the highest
 * of all scores of each shuffled history, so that the probability of any false pattern among all
 * that were looked at is at most the level.
 *
 * <p>References: Westfall, Young, "Resampling-based multiple testing", Wiley, 1993, section 2.3
 * (single-step maxT); Phipson, Smyth, "Permutation p-values should never be zero", Stat. Appl.
 * Genet. Mol. Biol. 9(1), 2010.
 */
public final class PermutationTest {

    private final double[] sortedHighest;

    /**
     * @param highest the highest score of each shuffled history
     */
    public PermutationTest(double[] highest) {
        Require.that(highest.length > 0, "at least one shuffled history", "none");
        sortedHighest = highest.clone();
        Arrays.sort(sortedHighest);
    }

    /** Returns the probability that chance gives a score at least this high; never 0. */
    public double pValue(double score) {
        int below = Arrays.binarySearch(sortedHighest, score);
        below = below < 0 ? -below - 1 : below;
        while (below > 0 && sortedHighest[below - 1] == score) {
            below--;
        }
        return (1.0 + sortedHighest.length - below) / (1.0 + sortedHighest.length);
    }

    /**
     * Returns the score that only higher ones pass at this level; infinite when there are too few
     * shuffled histories to tell.
     */
    public double threshold(double level) {
        int mayPass = (int) Math.floor(level * (sortedHighest.length + 1)) - 1;
        return mayPass < 0
                ? Double.POSITIVE_INFINITY
                : sortedHighest[sortedHighest.length - 1 - mayPass];
    }
}
