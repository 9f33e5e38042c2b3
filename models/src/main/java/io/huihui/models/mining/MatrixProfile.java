package io.huihui.models.mining;

import java.util.Arrays;

/**
 * How much each window of a series is like the window most like it that shares no step with it.
 *
 * <p>Pairs of windows are walked in bands of neighbouring diagonals, all diagonals of a band step
 * by step: what the inner loop reads lies side by side and stays in the first cache, and the
 * compiler makes vector instructions of it.
 *
 * <p>References: those of {@link SeriesWindows}.
 */
public final class MatrixProfile {

    /** Diagonals in a band: its five arrays of doubles stay in the first cache. */
    private static final int BAND = 512;

    private final SeriesWindows windows;
    private final double[] covariances = new double[BAND];

    // What the inner loops read of the windows from j on, moved to begin at 0: the compiler makes
    // vector instructions only of loops that read and write at the same place.
    private final double[] changes = new double[BAND];
    private final double[] levels = new double[BAND];
    private final double[] scales = new double[BAND];
    private final double[] highest = new double[BAND];

    private MatrixProfile(SeriesWindows windows) {
        this.windows = windows;
    }

    /**
     * Returns the highest correlation of each window with one that shares no step with it, 0..1; 0
     * where the window has no shape, or none is like it.
     */
    public static double[] of(SeriesWindows windows) {
        MatrixProfile profile = new MatrixProfile(windows);
        double[] best = new double[windows.count()];
        for (int first = windows.length(); first < windows.count(); first += BAND) {
            profile.begin(first);
            for (int i = 0; i + first < windows.count(); i++) {
                int reached = profile.take(i + first);
                System.arraycopy(best, i + first, profile.highest, 0, reached);
                best[i] = Math.max(best[i], profile.step(i, reached));
                System.arraycopy(profile.highest, 0, best, i + first, reached);
            }
        }
        return best;
    }

    /**
     * Returns the highest correlation of any two windows that share no step, 0..1; 0 when no two
     * are alike. Three times faster than {@link #of}: nothing is kept of a row.
     */
    public static double highest(SeriesWindows windows) {
        MatrixProfile profile = new MatrixProfile(windows);
        for (int first = windows.length(); first < windows.count(); first += BAND) {
            profile.begin(first);
            for (int i = 0; i + first < windows.count(); i++) {
                int reached = profile.take(i + first);
                profile.advance(i, reached);
                keepHighest(profile.highest, profile.changes, reached);
            }
        }
        return Arrays.stream(profile.highest).max().orElseThrow();
    }

    private void begin(int first) {
        int diagonals = Math.min(BAND, windows.count() - first);
        for (int d = 0; d < diagonals; d++) {
            covariances[d] = windows.covariance(0, first + d);
        }
    }

    /** Takes what is known of the windows from j on; returns how many of them are in the band. */
    private int take(int j) {
        int reached = Math.min(BAND, windows.count() - j);
        System.arraycopy(windows.change, j, changes, 0, reached);
        System.arraycopy(windows.level, j, levels, 0, reached);
        System.arraycopy(windows.scale, j, scales, 0, reached);
        return reached;
    }

    /** Goes one step down the diagonals and returns the highest correlation of window i. */
    private double step(int i, int reached) {
        advance(i, reached);
        keepHighest(highest, changes, reached);
        double most = 0;
        for (int d = 0; d < reached; d++) {
            most = Math.max(most, changes[d]);
        }
        return most;
    }

    /** Goes one step down the diagonals; the correlations take the place of the changes. */
    private void advance(int i, int reached) {
        advance(
                covariances,
                changes,
                levels,
                scales,
                windows.change[i],
                windows.level[i],
                windows.scale[i],
                reached);
    }

    private static void advance(
            double[] covariances,
            double[] changes,
            double[] levels,
            double[] scales,
            double change,
            double level,
            double scale,
            int reached) {
        for (int d = 0; d < reached; d++) {
            double covariance = covariances[d] + change * levels[d] + changes[d] * level;
            covariances[d] = covariance;
            changes[d] = covariance * scale * scales[d];
        }
    }

    private static void keepHighest(double[] highest, double[] correlations, int reached) {
        for (int d = 0; d < reached; d++) {
            highest[d] = Math.max(highest[d], correlations[d]);
        }
    }
}
