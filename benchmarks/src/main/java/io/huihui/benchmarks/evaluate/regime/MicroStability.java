package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.expert.regime.micro.MicroRegimes;

import java.util.SplittableRandom;

/**
 * Whether the clusters of a session are found again in sessions put together anew from its blocks.
 *
 * <p>Reference: C. Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics
 * and Data Analysis, 2007.
 */
final class MicroStability {

    private static final int DRAWS = 5;

    /** Windows of a block: five minutes, so that stays are kept. */
    private static final int BLOCK = 30;

    private MicroStability() {}

    /** Returns the mean over draws of how well each cluster is found again, 0..1. */
    static double[] of(double[][] windows, MicroRegimes regimes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] assigned = regimes.assign(windows);
        double[] mean = new double[regimes.count()];
        for (int draw = 0; draw < DRAWS; draw++) {
            MicroRegimes again = MicroRegimes.fit(drawn(windows, random));
            int[] others = again.assign(windows);
            for (int cluster = 0; cluster < mean.length; cluster++) {
                double best = 0;
                for (int other = 0; other < again.count(); other++) {
                    best = Math.max(best, Partitions.jaccard(assigned, cluster, others, other));
                }
                mean[cluster] += best / DRAWS;
            }
        }
        return mean;
    }

    private static double[][] drawn(double[][] windows, SplittableRandom random) {
        double[][] drawn = new double[windows.length][];
        for (int from = 0; from < drawn.length; from += BLOCK) {
            int start = random.nextInt(windows.length - BLOCK + 1);
            for (int i = 0; i < BLOCK && from + i < drawn.length; i++) {
                drawn[from + i] = windows[start + i];
            }
        }
        return drawn;
    }
}
