package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Maps a probability that was said to the share that then came true: isotonic regression over bins
 * of what was said, drawn to the identity by a prior, older outcomes fading.
 *
 * <p>The prior makes it start as the identity and keeps a bin with few outcomes near it; so nothing
 * jumps when the first outcomes come. Between the fitted steps it is linear, so that two
 * probabilities that were told apart stay apart unless the outcomes say otherwise.
 *
 * <p>Reference: Zadrozny, Elkan, "Transforming classifier scores into accurate multiclass
 * probability estimates", KDD, 2002; pool-adjacent-violators: Ayer et al., 1955.
 */
public final class Calibrator implements BinaryState {

    /** Effective outcomes before the map counts as calibrated. */
    public static final double ENOUGH = 30;

    private static final int STATE_VERSION = 1;

    /** Two points of probability each: finer than any error that can be measured here. */
    private static final int BINS = 50;

    /**
     * Weight of the identity in each bin, in outcomes. Chosen on training seeds: 10 keeps a third
     * of an overconfident expert's error after a thousand outcomes, 1 costs a calibrated one more
     * at the beginning.
     */
    private static final double PRIOR = 2;

    /** Effective outcomes after which the past counts half. */
    private static final double MEMORY = 2_000;

    private final double[] weight = new double[BINS];
    private final double[] said = new double[BINS];
    private final double[] happened = new double[BINS];
    private double total;

    /** Fitted steps, found again from the state when asked after an outcome. */
    private final double[] stepBegin = new double[BINS];

    private final double[] stepEnd = new double[BINS];
    private final double[] stepTrue = new double[BINS];
    private final double[] stepWeight = new double[BINS];
    private int steps;

    /**
     * Takes one outcome in.
     *
     * @param weightOfOutcome how many independent outcomes it is worth, above 0, at most 1:
     *     outcomes that overlap in time tell less than their number
     */
    public void learn(double probability, boolean cameTrue, double weightOfOutcome) {
        Require.within("probability", probability, 0, 1);
        Require.positive("weightOfOutcome", Require.within("weight", weightOfOutcome, 0, 1));
        if (total >= MEMORY) {
            fade();
        }
        int bin = bin(probability);
        weight[bin] += weightOfOutcome;
        said[bin] += weightOfOutcome * probability;
        happened[bin] += cameTrue ? weightOfOutcome : 0;
        total += weightOfOutcome;
        steps = 0;
    }

    private void fade() {
        total /= 2;
        for (int i = 0; i < BINS; i++) {
            weight[i] /= 2;
            said[i] /= 2;
            happened[i] /= 2;
        }
    }

    /** Returns the probability after calibration; not falling in what was said. */
    public double calibrate(double probability) {
        Require.within("probability", probability, 0, 1);
        if (steps == 0) {
            fit();
        }
        double endBefore = 0;
        double trueBefore = 0;
        for (int i = 0; i < steps; i++) {
            if (probability < stepBegin[i]) {
                return between(endBefore, trueBefore, stepBegin[i], stepTrue[i], probability);
            }
            if (probability <= stepEnd[i]) {
                return stepTrue[i];
            }
            endBefore = stepEnd[i];
            trueBefore = stepTrue[i];
        }
        return between(endBefore, trueBefore, 1, 1, probability);
    }

    /** Whether enough outcomes are in; before that the map is close to the identity. */
    public boolean isCalibrated() {
        return total >= ENOUGH;
    }

    /** Returns the effective outcomes remembered. */
    public double outcomes() {
        return total;
    }

    private static int bin(double probability) {
        return Math.min(BINS - 1, (int) (probability * BINS));
    }

    private static double between(double x0, double y0, double x1, double y1, double x) {
        return Math.min(y1, y0 + (y1 - y0) * (x - x0) / (x1 - x0));
    }

    /** Pools neighbours until no share is below the one before it. */
    private void fit() {
        for (int i = 0; i < BINS; i++) {
            double centre = (i + 0.5) / BINS;
            double mass = weight[i] + PRIOR;
            stepBegin[steps] = (said[i] + PRIOR * centre) / mass;
            stepEnd[steps] = stepBegin[steps];
            stepTrue[steps] = (happened[i] + PRIOR * centre) / mass;
            stepWeight[steps] = mass;
            steps++;
            while (steps > 1 && stepTrue[steps - 2] >= stepTrue[steps - 1]) {
                pool(steps - 2, steps - 1);
                steps--;
            }
        }
    }

    /** Makes one step of two. */
    private void pool(int left, int right) {
        double mass = stepWeight[left] + stepWeight[right];
        stepTrue[left] =
                (stepWeight[left] * stepTrue[left] + stepWeight[right] * stepTrue[right]) / mass;
        stepEnd[left] = stepEnd[right];
        stepWeight[left] = mass;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeDouble(total);
        int filled = 0;
        for (double each : weight) {
            filled += each > 0 ? 1 : 0;
        }
        out.writeByte(filled);
        for (int i = 0; i < BINS; i++) {
            if (weight[i] > 0) {
                out.writeByte(i);
                out.writeDouble(weight[i]);
                out.writeDouble(said[i]);
                out.writeDouble(happened[i]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "calibrator");
        Arrays.fill(weight, 0);
        Arrays.fill(said, 0);
        Arrays.fill(happened, 0);
        steps = 0;
        total = in.readDouble();
        int filled = in.readByte();
        for (int i = 0; i < filled; i++) {
            int bin = in.readByte();
            weight[bin] = in.readDouble();
            said[bin] = in.readDouble();
            happened[bin] = in.readDouble();
        }
    }
}
