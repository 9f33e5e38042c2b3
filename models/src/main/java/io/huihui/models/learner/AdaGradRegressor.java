package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A linear regression learned one example at a time, with a step of its own for each weight: it
 * gets smaller the more that weight has been moved. For targets with noise. A missing input (NaN)
 * counts as 0: it neither speaks nor learns.
 *
 * <p>Reference: Duchi, Hazan, Singer, "Adaptive subgradient methods for online learning and
 * stochastic optimization", JMLR, 2011, diagonal form, on half the squared error.
 */
public final class AdaGradRegressor implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Keeps the first step finite where the first gradient is 0. */
    private static final double TINY = 1e-12;

    private double step;

    /** Weights, the intercept last. */
    private double[] weights;

    private double[] squares;

    /** For restore: knows no inputs until it is read. */
    public AdaGradRegressor() {
        this(0, 1);
    }

    /**
     * A regression that says 0.
     *
     * @param step first move of a weight, in units of target per unit of input
     */
    public AdaGradRegressor(int inputs, double step) {
        Require.that(inputs >= 0, "inputs >= 0", "inputs=" + inputs);
        this.step = Require.positive("step", step);
        weights = new double[inputs + 1];
        squares = new double[inputs + 1];
    }

    /** Returns the expected target. */
    public double predict(double[] inputs) {
        return LinearSum.of(weights, inputs);
    }

    /** Returns what was expected before, then learns what the target was. */
    public double learn(double[] inputs, double target) {
        double expected = predict(inputs);
        double error = expected - Require.finite("target", target);
        for (int i = 0; i < inputs.length; i++) {
            if (!Double.isNaN(inputs[i])) {
                move(i, error * inputs[i]);
            }
        }
        move(inputs.length, error);
        return expected;
    }

    private void move(int place, double gradient) {
        squares[place] += gradient * gradient;
        weights[place] -= step * gradient / (Math.sqrt(squares[place]) + TINY);
    }

    /** Returns one weight; {@code input} equal to the number of inputs asks for the intercept. */
    public double weight(int input) {
        return weights[input];
    }

    /** Keeps a share of the squared gradients: weights stay, steps grow again. */
    public void soften(double share) {
        Require.within("share", share, 0, 1);
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= share;
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeDouble(step);
        out.writeInt(weights.length);
        for (int i = 0; i < weights.length; i++) {
            out.writeDouble(weights[i]);
            out.writeDouble(squares[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "AdaGrad regressor");
        step = in.readDouble();
        weights = new double[in.readInt()];
        squares = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
            squares[i] = in.readDouble();
        }
    }
}
