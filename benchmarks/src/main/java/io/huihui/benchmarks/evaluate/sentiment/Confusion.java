package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.models.text.ToneLabel;

/** Counts of what was said against what was right, with calibration of the probability said. */
public final class Confusion {

    private static final int CLASSES = ToneLabel.values().length;
    private static final int BINS = 10;

    private final long[][] counts = new long[CLASSES][CLASSES];
    private final double[] binSaid = new double[BINS];
    private final double[] binRight = new double[BINS];
    private long cases;

    /** Adds a case; the likeliest label is taken as said. */
    public void add(ToneLabel right, double[] probabilities) {
        int said = 0;
        for (int k = 1; k < CLASSES; k++) {
            said = probabilities[k] > probabilities[said] ? k : said;
        }
        counts[right.ordinal()][said]++;
        int bin = Math.min(BINS - 1, (int) (probabilities[said] * BINS));
        binSaid[bin] += probabilities[said];
        binRight[bin] += right.ordinal() == said ? 1 : 0;
        cases++;
    }

    /** Adds the cases of another count. */
    void add(Confusion other) {
        for (int k = 0; k < CLASSES; k++) {
            for (int j = 0; j < CLASSES; j++) {
                counts[k][j] += other.counts[k][j];
            }
        }
        for (int i = 0; i < BINS; i++) {
            binSaid[i] += other.binSaid[i];
            binRight[i] += other.binRight[i];
        }
        cases += other.cases;
    }

    /** Returns the share that was read as people read it. */
    public double accuracy() {
        long right = 0;
        for (int k = 0; k < CLASSES; k++) {
            right += counts[k][k];
        }
        return right / (double) cases;
    }

    /** Mean over labels of 2 x hits / (cases + said). */
    public double macroF1() {
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            long both = 0;
            for (int j = 0; j < CLASSES; j++) {
                both += counts[k][j] + counts[j][k];
            }
            sum += both == 0 ? 0 : 2.0 * counts[k][k] / both;
        }
        return sum / CLASSES;
    }

    double calibrationError() {
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            error += Math.abs(binSaid[i] - binRight[i]);
        }
        return error / cases;
    }
}
