package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A linear regression that stays as it is while it errs by less than a tolerance, and else moves
 * just so far that it would not have, up to a bound. For targets that change at once and have
 * little noise. A missing input (NaN) counts as 0: it neither speaks nor learns.
 *
 * <p>Reference: Crammer et al., "Online passive-aggressive algorithms", JMLR, 2006, section 5,
 * PA-I.
 */
public final class PassiveAggressiveRegressor implements BinaryState {

    private static final int STATE_VERSION = 1;

    private double tolerance;
    private double aggressiveness;

    /** Weights, the intercept last. */
    private double[] weights;

    /** For restore: knows no inputs until it is read. */
    public PassiveAggressiveRegressor() {
        this(0, 0, 1);
    }

    /**
     * A regression that says 0.
     *
     * @param tolerance errors up to this are left alone, in units of the target
     * @param aggressiveness the paper's C: most that one example may move, above 0
     */
    public PassiveAggressiveRegressor(int inputs, double tolerance, double aggressiveness) {
        Require.that(inputs >= 0, "inputs >= 0", "inputs=" + inputs);
        this.tolerance = Require.notNegative("tolerance", tolerance);
        this.aggressiveness = Require.positive("aggressiveness", aggressiveness);
        weights = new double[inputs + 1];
    }

    /** Returns the expected target. */
    public double predict(double[] inputs) {
        return LinearSum.of(weights, inputs);
    }

    /** Returns what was expected before, then learns what the target was. */
    public double learn(double[] inputs, double target) {
        double expected = predict(inputs);
        double error = Require.finite("target", target) - expected;
        double loss = Math.abs(error) - tolerance;
        if (loss > 0) {
            double move = Math.min(aggressiveness, loss / squaredLength(inputs));
            double signed = Math.copySign(move, error);
            for (int i = 0; i < inputs.length; i++) {
                if (!Double.isNaN(inputs[i])) {
                    weights[i] += signed * inputs[i];
                }
            }
            weights[inputs.length] += signed;
        }
        return expected;
    }

    /** Of the inputs and the intercept's constant 1. */
    private static double squaredLength(double[] inputs) {
        double sum = 1;
        for (double input : inputs) {
            sum += Double.isNaN(input) ? 0 : input * input;
        }
        return sum;
    }

    /** Returns one weight; {@code input} equal to the number of inputs asks for the intercept. */
    public double weight(int input) {
        return weights[input];
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeDouble(tolerance);
        out.writeDouble(aggressiveness);
        out.writeInt(weights.length);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "passive-aggressive regressor");
        tolerance = in.readDouble();
        aggressiveness = in.readDouble();
        weights = new double[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
    }
}
