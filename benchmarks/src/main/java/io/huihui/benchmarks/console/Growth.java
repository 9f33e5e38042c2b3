package io.huihui.benchmarks.console;

import java.util.Arrays;

/**
 * How a series grows: by the median of the slopes between any two of its points, which single
 * outliers do not move.
 *
 * @param level median of the series
 * @param slope per unit of time
 * @param low lower end of the 95 % interval of the slope
 * @param high upper end
 *     <p>Reference: Sen, P. K., "Estimates of the regression coefficient based on Kendall's tau",
 *     Journal of the American Statistical Association, 1968
 */
record Growth(double level, double slope, double low, double high) {

    private static final double NORMAL_97_5 = 1.96;

    /** Returns that of values at these times, which go up. */
    static Growth of(double[] times, double[] series) {
        int n = series.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[at++] = (series[j] - series[i]) / (times[j] - times[i]);
            }
        }
        Arrays.sort(slopes);
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        double reach = NORMAL_97_5 * Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18) / 2;
        int low = (int) Math.max(0, Math.floor(slopes.length / 2.0 - reach));
        int high = (int) Math.min(slopes.length - 1, Math.ceil(slopes.length / 2.0 + reach));
        return new Growth(sorted[n / 2], slopes[slopes.length / 2], slopes[low], slopes[high]);
    }
}
