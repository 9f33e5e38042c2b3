package io.huihui.models.mining;

import io.huihui.models.Require;

import java.util.Arrays;

/**
 * All windows of a series, prepared so that the correlation of two follows from that of the two
 * before them by two multiplications.
 *
 * <p>With windows i and j of m values, means mu and deviations of x from the series' mean:
 *
 * <pre>
 * cov(i, j) = cov(i-1, j-1) + change(i) * level(j) + change(j) * level(i)
 * change(i) = (x[i+m-1] - x[i-1]) / 2
 * level(i) = (x[i+m-1] - mu(i)) + (x[i-1] - mu(i-1))
 * correlation(i, j) = cov(i, j) * scale(i) * scale(j),   scale(i) = 1 / |x[i..i+m-1] - mu(i)|
 * </pre>
 *
 * A window that has a missing value, or does not move, has no shape: its scale is 0 and it is like
 * nothing. The z-normalised Euclidean distance is {@code sqrt(2 m (1 - correlation))}.
 *
 * <p>References: Zhu, Zimmerman, Senobari, Yeh, Funning, Mueen, Brisk, Keogh, "Matrix Profile II:
 * exploiting a novel algorithm and GPUs to break the one hundred million barrier for time series
 * motifs and joins", ICDM 2016; Zimmerman, Kamgar, Senobari, Crites, Funning, Brisk, Keogh, "Matrix
 * Profile XIV: scaling time series motif discovery with GPUs to break a quintillion pairwise
 * comparisons a day and beyond", SoCC 2019, eq. 2-6.
 */
public final class SeriesWindows {

    /** A window shorter than this has no shape to speak of. */
    public static final int FEWEST_STEPS = 4;

    /**
     * A window whose deviation is this small beside that of the whole series does not move: what is
     * left of it is rounding.
     */
    private static final double STILL = 1e-9;

    private final int length;
    private final double[] values;
    final double[] change;
    final double[] level;
    final double[] scale;
    private final double[] mean;

    /**
     * @param series values in steps of equal length; NaN is missing
     * @param length values in a window
     */
    public SeriesWindows(double[] series, int length) {
        Require.that(
                length >= FEWEST_STEPS,
                "windows of at least " + FEWEST_STEPS + " steps",
                () -> "steps=" + length);
        this.length = length;
        int count = Math.max(0, series.length - length + 1);
        boolean[] usable = usable(series, length, count);
        values = centred(series);
        mean = new double[count];
        scale = new double[count];
        double still = STILL * deviation(values);
        for (int i = 0; i < count; i++) {
            mean[i] = mean(i);
            double norm = Math.sqrt(covariance(i, i));
            scale[i] = usable[i] && norm > still * Math.sqrt(length) ? 1 / norm : 0;
        }
        change = new double[count];
        level = new double[count];
        for (int i = 1; i < count; i++) {
            double in = values[i + length - 1];
            double out = values[i - 1];
            change[i] = 0.5 * (in - out);
            level[i] = (in - mean[i]) + (out - mean[i - 1]);
        }
    }

    private static boolean[] usable(double[] series, int length, int count) {
        boolean[] usable = new boolean[count];
        int present = 0;
        for (int i = 0; i < series.length; i++) {
            present = Double.isFinite(series[i]) ? present + 1 : 0;
            if (present >= length) {
                usable[i - length + 1] = true;
            }
        }
        return usable;
    }

    /**
     * Returns deviations from the mean; what is missing becomes 0, and its windows are not used.
     */
    private static double[] centred(double[] series) {
        double sum = 0;
        int present = 0;
        for (double value : series) {
            if (Double.isFinite(value)) {
                sum += value;
                present++;
            }
        }
        double[] centred = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            centred[i] = Double.isFinite(series[i]) ? series[i] - sum / present : 0;
        }
        return centred;
    }

    private static double deviation(double[] centred) {
        double squares = 0;
        for (double value : centred) {
            squares += value * value;
        }
        return Math.sqrt(squares / Math.max(1, centred.length));
    }

    private double mean(int window) {
        double sum = 0;
        for (int k = window; k < window + length; k++) {
            sum += values[k];
        }
        return sum / length;
    }

    /** Returns the sum of the products of the deviations of two windows from their means. */
    double covariance(int one, int other) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += (values[one + k] - mean[one]) * (values[other + k] - mean[other]);
        }
        return sum;
    }

    /** Returns how many windows there are. */
    public int count() {
        return scale.length;
    }

    /** Returns how many values a window has. */
    public int length() {
        return length;
    }

    /** Returns whether the window has a shape. */
    public boolean hasShape(int window) {
        return scale[window] > 0;
    }

    /** Returns whether any window has a shape. */
    public boolean haveShapes() {
        return Arrays.stream(scale).anyMatch(each -> each > 0);
    }

    /** Returns the shape of a window: mean 0, sum of squares 1; zeros when it has none. */
    public double[] shape(int window) {
        double[] shape = new double[length];
        for (int k = 0; k < length; k++) {
            shape[k] = (values[window + k] - mean[window]) * scale[window];
        }
        return shape;
    }

    /** Returns the correlation of every window with a shape of {@link #shape}'s kind. */
    public double[] correlations(double[] shape) {
        double[] correlations = new double[count()];
        for (int i = 0; i < correlations.length; i++) {
            double sum = 0;
            for (int k = 0; k < length; k++) {
                sum += values[i + k] * shape[k];
            }
            // The shape's mean is 0, so the window's own mean falls out.
            correlations[i] = sum * scale[i];
        }
        return correlations;
    }
}
