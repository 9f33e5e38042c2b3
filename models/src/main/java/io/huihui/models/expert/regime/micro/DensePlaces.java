package io.huihui.models.expert.regime.micro;

import smile.clustering.DBSCAN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Places where many windows lie close together, found without being told how many there are: groups
 * of windows from each of which there are enough others within reach.
 *
 * <p>Reference: M. Ester, H.-P. Kriegel, J. Sander, X. Xu, "A density-based algorithm for
 * discovering clusters in large spatial databases with noise", KDD, 1996.
 */
final class DensePlaces {

    /** Windows within reach of each other that are dense: a minute of one way to trade. */
    private static final int FEWEST = 6;

    /** Windows that are looked at: neighbours are alike, and distances grow with the square. */
    private static final int MOST_WINDOWS = 800;

    /** Median of the absolute value of a normal variable of unit deviation. */
    private static final double MEDIAN_OF_UNIT = 0.6745;

    /** Deviations below this share of the root mean square are those of a value with few steps. */
    private static final double LEAST_SHARE = 0.3;

    /** All coordinates are logarithms or alike: less does not vary. */
    private static final double LEAST_DEVIATION = 1e-3;

    private final double[][] windows;
    private final double[][] scaled;

    /** Distance of each window to the one that makes enough of them, in order of size. */
    private final double[] distances;

    /**
     * @param all windows; of many the newest of every few are looked at
     * @param noise deviations of windows of one place by coordinate, of {@link #noise}
     */
    DensePlaces(double[][] all, double[] noise) {
        windows = thinned(all);
        scaled = new double[windows.length][noise.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int d = 0; d < noise.length; d++) {
                scaled[i][d] = windows[i][d] / noise[d];
            }
        }
        distances = windows.length < FEWEST ? new double[0] : distances(scaled);
    }

    private static double[] distances(double[][] scaled) {
        double[] distances = new double[scaled.length];
        double[] squares = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < scaled.length; j++) {
                double sum = 0;
                for (int d = 0; d < scaled[i].length; d++) {
                    double difference = scaled[i][d] - scaled[j][d];
                    sum += difference * difference;
                }
                squares[j] = sum;
            }
            Arrays.sort(squares);
            distances[i] = Math.sqrt(squares[FEWEST - 1]);
        }
        Arrays.sort(distances);
        return distances;
    }

    /**
     * Returns the windows of each place, the place of most windows first.
     *
     * @param share of the windows that are to lie in the inside of a place, 0..1; so what is dense
     *     hangs neither on how many windows nor on how many coordinates there are
     */
    List<double[][]> holding(double share) {
        List<double[][]> places = new ArrayList<>();
        if (distances.length == 0) {
            return places;
        }
        double reach = distances[(int) Math.min(distances.length - 1, share * distances.length)];
        if (!(reach > 0)) {
            return places; // As many windows are equal to each other: values that never vary.
        }
        DBSCAN<double[]> found = DBSCAN.fit(scaled, FEWEST, reach);
        for (int place = 0; place < found.k; place++) {
            List<double[]> inside = new ArrayList<>();
            for (int i = 0; i < windows.length; i++) {
                if (found.y[i] == place) {
                    inside.add(windows[i]);
                }
            }
            places.add(inside.toArray(double[][]::new));
        }
        places.sort(Comparator.<double[][]>comparingInt(place -> place.length).reversed());
        return places;
    }

    private static double[][] thinned(double[][] windows) {
        int step = (windows.length + MOST_WINDOWS - 1) / MOST_WINDOWS;
        List<double[]> kept = new ArrayList<>();
        for (int i = windows.length - 1; i >= 0; i -= step) {
            kept.add(windows[i]);
        }
        return kept.toArray(double[][]::new);
    }

    /**
     * Returns the deviation of windows of one sub-state, by coordinate. Most windows are in the
     * sub-state of the one before, so the median step between neighbours tells it without knowing
     * any.
     */
    static double[] noise(double[][] windows) {
        double[] noise = new double[windows[0].length];
        for (int d = 0; d < noise.length; d++) {
            double[] steps = new double[windows.length - 1];
            double squares = 0;
            for (int i = 0; i < steps.length; i++) {
                steps[i] = Math.abs(windows[i + 1][d] - windows[i][d]);
                squares += steps[i] * steps[i];
            }
            Arrays.sort(steps);
            double median = steps[steps.length / 2] / (MEDIAN_OF_UNIT * Math.sqrt(2));
            double root = Math.sqrt(squares / steps.length / 2);
            noise[d] = Math.max(LEAST_DEVIATION, Math.max(median, LEAST_SHARE * root));
        }
        return noise;
    }
}
