package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import java.util.Arrays;

/** The robust z of this project: (x - median) / (1.4826 MAD), clipped to -6..6. */
public final class RobustScore {

    /** Makes the MAD of a normal sample its standard deviation: 1 / quantile of 3/4. */
    public static final double SIGMAS_PER_MAD = 1.4826;

    /** Scores beyond this are cut: further out only says "far out". */
    static final double CLIP = 6;

    /** Fewer samples give no score. */
    public static final int FEWEST_SAMPLES = 25;

    private RobustScore() {}

    /**
     * Returns the score; NaN for a missing value or too few samples, 0 without spread.
     *
     * @param scale {@link #SIGMAS_PER_MAD} times the median absolute deviation
     */
    public static double of(double value, double median, double scale, int samples) {
        if (samples < FEWEST_SAMPLES || !Double.isFinite(value)) {
            return Double.NaN;
        }
        if (!(scale > 0)) {
            return 0;
        }
        return Math.max(-CLIP, Math.min(CLIP, (value - median) / scale));
    }

    /** Puts a score with the quality that fits it into a feature. */
    static void publish(
            double value, double z, double scale, Feature feature, FeatureVector.Builder out) {
        if (Double.isNaN(z)) {
            out.missing(feature, Double.isNaN(value) ? Quality.ABSENT : Quality.WARMUP);
        } else if (!(scale > 0)) {
            out.set(feature, z, Quality.DEGENERATE);
        } else {
            out.set(feature, z, Math.abs(z) >= CLIP ? Quality.CLIPPED : Quality.OK);
        }
    }

    /** Returns the median of the first {@code count} numbers, which are in rising order. */
    public static double median(double[] sorted, int count) {
        if (count == 0) {
            return Double.NaN;
        }
        int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
    }

    /**
     * Returns the median absolute deviation of numbers in rising order without sorting the
     * deviations: left of the median they fall, right of it they rise, so the middle ones are found
     * by a binary search over two sorted runs.
     */
    public static double mad(double[] sorted, int count, double median) {
        if (count == 0) {
            return Double.NaN;
        }
        double upper = deviation(sorted, count, median, count / 2);
        return count % 2 == 1
                ? upper
                : 0.5 * (deviation(sorted, count, median, count / 2 - 1) + upper);
    }

    /** Returns the deviation of rank {@code rank}, 0 the smallest. */
    private static double deviation(double[] sorted, int count, double median, int rank) {
        // The rank + 1 numbers nearest to the median stand side by side: find where they begin.
        int low = 0;
        int high = count - rank - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (median - sorted[middle] > sorted[middle + rank + 1] - median) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.max(median - sorted[low], sorted[low + rank] - median);
    }

    /** Returns z* of each number within its own array; NaN stays NaN. For scores across strikes. */
    static double[] across(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double median = median(sorted, sorted.length);
        double scale = SIGMAS_PER_MAD * mad(sorted, sorted.length, median);
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                scores[i] = Double.NaN;
            } else {
                scores[i] =
                        scale > 0
                                ? Math.max(-CLIP, Math.min(CLIP, (values[i] - median) / scale))
                                : 0;
            }
        }
        return scores;
    }
}
