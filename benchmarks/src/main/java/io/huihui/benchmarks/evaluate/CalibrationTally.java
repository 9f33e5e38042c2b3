package io.huihui.benchmarks.evaluate;

import java.util.List;

/** How often what was said with a probability came true, over one seed. */
final class CalibrationTally {

    private static final int BINS = 20;

    private final double[] count = new double[BINS];
    private final double[] said = new double[BINS];
    private final double[] right = new double[BINS];
    private double squares;

    void add(double probability, boolean cameTrue) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        double hit = cameTrue ? 1 : 0;
        count[bin]++;
        said[bin] += probability;
        right[bin] += hit;
        squares += (probability - hit) * (probability - hit);
    }

    /** Returns the mean over outcomes of |share that came true - probability said| by bin. */
    static double calibrationError(List<CalibrationTally> tallies) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double miss = 0;
            for (CalibrationTally tally : tallies) {
                miss += tally.right[bin] - tally.said[bin];
            }
            error += Math.abs(miss);
        }
        return error / total(tallies);
    }

    /** Returns the mean of (probability - 1 or 0)^2. */
    static double brier(List<CalibrationTally> tallies) {
        return tallies.stream().mapToDouble(tally -> tally.squares).sum() / total(tallies);
    }

    static double total(List<CalibrationTally> tallies) {
        double total = 0;
        for (CalibrationTally tally : tallies) {
            for (double each : tally.count) {
                total += each;
            }
        }
        return total;
    }
}
