package io.huihui.benchmarks.evaluate.flow;

/**
 * Fits ln of the factor on a stated deviation as a line, by least squares of the logarithms of
 * misses, as the spreads themselves are fitted: a jump of news is one example, not the whole fit.
 */
final class SpreadFit {

    /** -E[ln |Z|] of a standard normal variate: (Euler's constant + ln 2) / 2. */
    private static final double MEAN_LOG_GAP = 0.635181422730739;

    /** A miss below this counts as this: the logarithm of nothing would rule the fit. */
    private static final double LEAST_MISS = 1e-3;

    private int count;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;

    /**
     * Takes an example.
     *
     * @param deviations miss over the deviation stated
     */
    void add(double x, double deviations) {
        double y = Math.log(Math.max(LEAST_MISS, Math.abs(deviations))) + MEAN_LOG_GAP;
        count++;
        sumX += x;
        sumY += y;
        sumXx += x * x;
        sumXy += x * y;
    }

    int count() {
        return count;
    }

    double slope() {
        return (count * sumXy - sumX * sumY) / (count * sumXx - sumX * sumX);
    }

    double level() {
        return (sumY - slope() * sumX) / count;
    }
}
