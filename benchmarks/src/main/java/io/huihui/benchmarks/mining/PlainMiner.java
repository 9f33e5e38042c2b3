package io.huihui.benchmarks.mining;

import io.huihui.models.mining.MinedEvent;

import java.util.ArrayList;
import java.util.List;

/**
 * Mining as one would write it down: every pair of windows is compared value by value, and every
 * sequence is looked for in every window of time. In one thread.
 */
final class PlainMiner {

    private PlainMiner() {}

    /** Returns the highest correlation of two windows of a series that share no step. */
    static double highest(double[] series, int length) {
        List<double[]> windows = new ArrayList<>();
        for (int i = 0; i + length <= series.length; i++) {
            windows.add(normalised(series, i, length));
        }
        double highest = 0;
        for (int i = 0; i < windows.size(); i++) {
            for (int j = i + length; j < windows.size(); j++) {
                highest = Math.max(highest, product(windows.get(i), windows.get(j)));
            }
        }
        return highest;
    }

    /** Zeros where something is missing or nothing moves: like nothing. */
    private static double[] normalised(double[] series, int from, int length) {
        double mean = 0;
        for (int k = 0; k < length; k++) {
            mean += series[from + k] / length;
        }
        double squares = 0;
        for (int k = 0; k < length; k++) {
            squares += (series[from + k] - mean) * (series[from + k] - mean);
        }
        double[] normalised = new double[length];
        if (squares > 0) {
            for (int k = 0; k < length; k++) {
                normalised[k] = (series[from + k] - mean) / Math.sqrt(squares);
            }
        }
        return normalised;
    }

    private static double product(double[] one, double[] other) {
        double product = 0;
        for (int k = 0; k < one.length; k++) {
            product += one[k] * other[k];
        }
        return product;
    }

    /**
     * Returns the same by the better algorithm alone: each row of covariances follows from the row
     * before, in plain arrays, with the distances of each row worked out.
     *
     * <p>Reference: Zhu et al., "Matrix Profile II", ICDM 2016, table I (STOMP).
     */
    static double highestByRows(double[] series, int length) {
        int count = series.length - length + 1;
        double[] values = new double[series.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isFinite(series[i]) ? series[i] : 0;
        }
        double[] mean = new double[count];
        double[] deviation = new double[count];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            double squares = 0;
            boolean complete = true;
            for (int k = 0; k < length; k++) {
                complete &= Double.isFinite(series[i + k]);
                sum += values[i + k];
                squares += values[i + k] * values[i + k];
            }
            mean[i] = sum / length;
            double variance = squares / length - mean[i] * mean[i];
            deviation[i] = complete ? Math.sqrt(variance) : Double.NaN;
        }
        double[] row = new double[count];
        for (int j = 0; j < count; j++) {
            for (int k = 0; k < length; k++) {
                row[j] += values[k] * values[j + k];
            }
        }
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + length < count; i++) {
            if (i > 0) {
                for (int j = count - 1; j >= i + length; j--) {
                    row[j] =
                            row[j - 1]
                                    - values[i - 1] * values[j - 1]
                                    + values[i + length - 1] * values[j + length - 1];
                }
            }
            double[] distances = new double[count];
            for (int j = i + length; j < count; j++) {
                double correlation =
                        (row[j] / length - mean[i] * mean[j]) / (deviation[i] * deviation[j]);
                distances[j] = Math.sqrt(2 * length * (1 - correlation));
            }
            for (int j = i + length; j < count; j++) {
                // Of an incomplete window no number comes out, and it is nearer to nothing.
                if (distances[j] < nearest) {
                    nearest = distances[j];
                }
            }
        }
        return Math.max(0, 1 - nearest * nearest / (2 * length));
    }

    /** Returns in how many of the windows of time the kinds follow each other. */
    static int count(List<List<MinedEvent>> windows, List<String> kinds) {
        int count = 0;
        for (List<MinedEvent> window : windows) {
            int next = 0;
            long after = -1;
            for (MinedEvent event : window) {
                if (next < kinds.size()
                        && event.timeMillis() > after
                        && event.name().equals(kinds.get(next))) {
                    after = event.timeMillis();
                    next++;
                }
            }
            count += next == kinds.size() ? 1 : 0;
        }
        return count;
    }
}
