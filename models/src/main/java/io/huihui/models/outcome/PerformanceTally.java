package io.huihui.models.outcome;

import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.PerformanceSummary;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Running figures of one predictor in one market condition at one horizon. Older outcomes fade:
 * when {@link #WINDOW} are in, all sums are halved.
 */
public final class PerformanceTally implements BinaryState {

    /** About two sessions of predictions of one symbol. */
    static final int WINDOW = 4_000;

    private static final int STATE_VERSION = 1;

    /** Bins of the likeliest direction's probability for the calibration error. */
    private static final int BINS = 10;

    private double count;
    private double correct;
    private double brier;
    private double logLoss;
    private final double[] binCount = new double[BINS];
    private final double[] binCorrect = new double[BINS];
    private final double[] binProbability = new double[BINS];
    private long total;

    /** Takes one outcome in. */
    public void add(Outcome outcome) {
        if (count >= WINDOW) {
            halve();
        }
        double probability = outcome.thesis().probability(outcome.thesis().likeliest());
        double hit = outcome.correct() ? 1 : 0;
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        binCount[bin]++;
        binCorrect[bin] += hit;
        binProbability[bin] += probability;
        correct += hit;
        brier += outcome.brier();
        logLoss += outcome.logLoss();
        count++;
        total++;
    }

    private void halve() {
        count /= 2;
        correct /= 2;
        brier /= 2;
        logLoss /= 2;
        for (int i = 0; i < BINS; i++) {
            binCount[i] /= 2;
            binCorrect[i] /= 2;
            binProbability[i] /= 2;
        }
    }

    /** Outcomes ever taken in. */
    public long total() {
        return total;
    }

    /** Returns the figures as of an outcome. */
    public PerformanceSummary summary(Outcome newest) {
        return new PerformanceSummary(
                newest.snapshot(),
                newest.predictor(),
                newest.modelVersion(),
                newest.marketState(),
                newest.thesis().horizon(),
                total,
                Math.min(1, correct / count),
                brier(),
                logLoss / count,
                calibrationError());
    }

    /** Returns the mean Brier score, 0..2; NaN before the first outcome. */
    public double brier() {
        return Math.min(2, brier / count);
    }

    /**
     * Returns the mean over outcomes of |share that happened - probability said| within each bin,
     * 0..1; NaN before the first outcome.
     */
    public double calibrationError() {
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            error += Math.abs(binCorrect[i] - binProbability[i]);
        }
        return Math.min(1, error / count);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeLong(total);
        out.writeDouble(count);
        out.writeDouble(correct);
        out.writeDouble(brier);
        out.writeDouble(logLoss);
        for (int i = 0; i < BINS; i++) {
            out.writeDouble(binCount[i]);
            out.writeDouble(binCorrect[i]);
            out.writeDouble(binProbability[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "performance tally");
        total = in.readLong();
        count = in.readDouble();
        correct = in.readDouble();
        brier = in.readDouble();
        logLoss = in.readDouble();
        for (int i = 0; i < BINS; i++) {
            binCount[i] = in.readDouble();
            binCorrect[i] = in.readDouble();
            binProbability[i] = in.readDouble();
        }
    }
}
