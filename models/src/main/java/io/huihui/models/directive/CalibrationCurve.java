package io.huihui.models.directive;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often what was said with a probability came true: a rising curve through the outcomes by
 * probability, pulled to a prior where there are few. Older outcomes fade: when {@link #WINDOW}
 * independent ones are in, all are halved.
 *
 * <p>Reference: Ayer, Brunk, Ewing, Reid, Silverman, "An empirical distribution function for
 * sampling with incomplete information", Annals of Mathematical Statistics 26, 1955 (pool adjacent
 * violators); Zadrozny, Elkan, "Transforming classifier scores into accurate multiclass probability
 * estimates", KDD 2002.
 */
final class CalibrationCurve implements BinaryState {

    /** About fifteen sessions of independent quarters of an hour. */
    static final double WINDOW = 400;

    private static final int BINS = 40;

    private static final int STATE_VERSION = 1;

    private final double[] outcomes = new double[BINS];
    private final double[] right = new double[BINS];
    private double total;

    /** Returns how many independent outcomes it rests on; older ones count less. */
    double independentOutcomes() {
        return total;
    }

    /**
     * Takes one outcome in.
     *
     * @param independence the part of an independent outcome that it is, 0..1
     */
    void learn(double probability, boolean cameTrue, double independence) {
        int bin = Math.max(0, Math.min(BINS - 1, (int) (probability * BINS)));
        outcomes[bin] += independence;
        right[bin] += cameTrue ? independence : 0;
        total += independence;
        if (total >= WINDOW) {
            for (int i = 0; i < BINS; i++) {
                outcomes[i] /= 2;
                right[i] /= 2;
            }
            total /= 2;
        }
    }

    /** Returns the curve of someone who is believed: what is said comes true as often as said. */
    static double[] believed() {
        double[] curve = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            curve[i] = (i + 0.5) / BINS;
        }
        return curve;
    }

    /** Returns the value of a curve at a probability, between the middles of its bins. */
    static double at(double[] curve, double probability) {
        double place = probability * BINS - 0.5;
        int below = (int) Math.floor(place);
        if (below < 0) {
            return curve[0];
        }
        if (below >= BINS - 1) {
            return curve[BINS - 1];
        }
        double share = place - below;
        return (1 - share) * curve[below] + share * curve[below + 1];
    }

    /**
     * Returns the curve through the outcomes: neighbours are pooled until it rises.
     *
     * @param prior curve that stands where there are no outcomes
     * @param weight how many independent outcomes the prior counts for in each bin
     */
    double[] fit(double[] prior, double weight) {
        double[] value = new double[BINS];
        double[] weights = new double[BINS];
        int[] length = new int[BINS];
        int blocks = 0;
        for (int i = 0; i < BINS; i++) {
            weights[blocks] = outcomes[i] + weight;
            value[blocks] = (right[i] + weight * prior[i]) / weights[blocks];
            length[blocks] = 1;
            blocks++;
            while (blocks > 1 && value[blocks - 2] >= value[blocks - 1]) {
                double sum = weights[blocks - 2] + weights[blocks - 1];
                value[blocks - 2] =
                        (weights[blocks - 2] * value[blocks - 2]
                                        + weights[blocks - 1] * value[blocks - 1])
                                / sum;
                weights[blocks - 2] = sum;
                length[blocks - 2] += length[blocks - 1];
                blocks--;
            }
        }
        double[] fitted = new double[BINS];
        int bin = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < length[block]; i++) {
                fitted[bin++] = value[block];
            }
        }
        return fitted;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeDouble(total);
        int filled = 0;
        for (double count : outcomes) {
            filled += count > 0 ? 1 : 0;
        }
        out.writeByte(filled);
        for (int i = 0; i < BINS; i++) {
            if (outcomes[i] > 0) {
                out.writeByte(i);
                out.writeDouble(outcomes[i]);
                out.writeDouble(right[i]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "calibration curve");
        total = in.readDouble();
        int filled = in.readByte();
        for (int i = 0; i < filled; i++) {
            int bin = in.readByte();
            outcomes[bin] = in.readDouble();
            right[bin] = in.readDouble();
        }
    }
}
