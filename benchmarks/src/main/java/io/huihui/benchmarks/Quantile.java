package io.huihui.benchmarks;

/** Quantiles of samples as they are, without interpolation. */
public final class Quantile {

    private Quantile() {}

    /**
     * Returns the smallest sample with at least this share of all at or below it.
     *
     * @param sorted samples in rising order, at least one
     * @param share 0..1
     */
    public static double of(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
