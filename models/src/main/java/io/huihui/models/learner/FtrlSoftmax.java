package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Probabilities of several classes from numbers, learned one example at a time: multinomial
 * logistic regression by FTRL-proximal. For two classes {@link FtrlLogistic} does half the work.
 *
 * <p>A missing input (NaN) counts as 0: it neither speaks nor learns. Inputs should be of the order
 * of 1, e.g. robust z.
 */
public final class FtrlSoftmax implements BinaryState {

    private static final int STATE_VERSION = 1;

    private int classes;

    /** Weights of one class: its inputs, then its intercept. */
    private int stride;

    private FtrlWeights weights;
    private double[] scratch;
    private double[] factors;

    /** For restore: knows two classes and no inputs until it is read. */
    public FtrlSoftmax() {
        this(2, 0, FtrlRates.USUAL);
    }

    public FtrlSoftmax(int classes, int inputs, FtrlRates rates) {
        Require.that(classes >= 2, "at least two classes", "classes=" + classes);
        Require.that(inputs >= 0, "inputs >= 0", "inputs=" + inputs);
        this.classes = classes;
        stride = inputs + 1;
        weights = new FtrlWeights(classes * stride, rates);
        scratch = new double[classes];
        factors = new double[stride];
    }

    public int classes() {
        return classes;
    }

    public int inputs() {
        return stride - 1;
    }

    /** Returns one weight; {@code input} equal to {@link #inputs()} asks for the intercept. */
    public double weight(int ofClass, int input) {
        return weights.at(ofClass * stride + input);
    }

    /** Fills {@code probabilities} by class. */
    public void predict(double[] inputs, double[] probabilities) {
        FtrlWeights.factors(inputs, factors);
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            probabilities[c] = weights.sum(c * stride, factors);
            largest = Math.max(largest, probabilities[c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            probabilities[c] = Math.exp(probabilities[c] - largest);
            sum += probabilities[c];
        }
        for (int c = 0; c < classes; c++) {
            probabilities[c] /= sum;
        }
    }

    /**
     * Learns that the inputs were followed by a class.
     *
     * @param importance how much of an example it is: less than 1 for outcomes that overlap in time
     */
    public void learn(double[] inputs, int label, double importance) {
        if (label < 0 || label >= classes) {
            throw Require.violated("0 <= label < " + classes, "label=" + label);
        }
        predict(inputs, scratch);
        for (int c = 0; c < classes; c++) {
            double error = importance * (scratch[c] - (c == label ? 1 : 0));
            weights.move(c * stride, factors, error);
        }
    }

    /**
     * Keeps a share of what was learned about step sizes: weights stay, steps grow again. For a
     * world that has changed.
     */
    public void soften(double share) {
        weights.soften(Require.within("share", share, 0, 1));
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeShort(classes);
        weights.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "FTRL softmax");
        classes = in.readUnsignedShort();
        weights = FtrlWeights.read(in);
        stride = weights.count() / classes;
        scratch = new double[classes];
        factors = new double[stride];
    }
}
