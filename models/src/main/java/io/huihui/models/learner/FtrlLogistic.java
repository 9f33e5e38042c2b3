package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The probability of a yes from numbers, learned one example at a time: logistic regression by
 * FTRL-proximal. A missing input (NaN) counts as 0: it neither speaks nor learns.
 */
public final class FtrlLogistic implements BinaryState {

    private static final int STATE_VERSION = 1;

    private FtrlWeights weights;
    private double[] factors;

    /** For restore: knows no inputs until it is read. */
    public FtrlLogistic() {
        this(0, FtrlRates.USUAL);
    }

    public FtrlLogistic(int inputs, FtrlRates rates) {
        Require.that(inputs >= 0, "inputs >= 0", "inputs=" + inputs);
        weights = new FtrlWeights(inputs + 1, rates);
        factors = new double[inputs + 1];
    }

    public int inputs() {
        return weights.count() - 1;
    }

    /** Returns one weight; {@code input} equal to {@link #inputs()} asks for the intercept. */
    public double weight(int input) {
        return weights.at(input);
    }

    /** Returns the probability of a yes. */
    public double predict(double[] inputs) {
        FtrlWeights.factors(inputs, factors);
        return Logistic.probability(weights.sum(0, factors));
    }

    /** Returns the probability of a yes as it was before, then learns what it was. */
    public double learn(double[] inputs, boolean yes, double importance) {
        double probability = predict(inputs);
        weights.move(0, factors, importance * (probability - (yes ? 1 : 0)));
        return probability;
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
        weights.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "FTRL logistic");
        weights = FtrlWeights.read(in);
        factors = new double[weights.count()];
    }
}
