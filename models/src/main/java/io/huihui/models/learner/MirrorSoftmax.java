package io.huihui.models.learner;

import io.huihui.models.Require;

/**
 * Probabilities of up, down and neither that swap when the inputs are mirrored: up weighs exp(level
 * + lean), down exp(level - lean), neither 1. Lean is linear in the odd inputs and level in the
 * even ones, so ln(up / down) is exactly twice the sum of the odd inputs' parts.
 */
public final class MirrorSoftmax {

    /** Places of the probabilities. */
    public static final int UP = 0;

    public static final int DOWN = 1;
    public static final int NEITHER = 2;

    private final MirrorInput[] inputs;
    private final double[] weights;
    private final double bias;

    /**
     * @param inputs what the weights belong to
     * @param bias level where all inputs are 0
     */
    public MirrorSoftmax(MirrorInput[] inputs, double[] weights, double bias) {
        Require.that(
                inputs.length == weights.length,
                "as many weights as inputs",
                weights.length + " weights and " + inputs.length + " inputs");
        this.inputs = inputs.clone();
        this.weights = weights.clone();
        this.bias = bias;
    }

    public int size() {
        return inputs.length;
    }

    public MirrorInput input(int place) {
        return inputs[place];
    }

    public double weight(int place) {
        return weights[place];
    }

    public double bias() {
        return bias;
    }

    /** Returns up, down and neither; they sum to 1. */
    public double[] probabilities(double[] values) {
        double lean = 0;
        double level = bias;
        for (int i = 0; i < inputs.length; i++) {
            double part = part(i, values);
            if (inputs[i].isOdd()) {
                lean += part;
            } else {
                level += part;
            }
        }
        double up = Math.exp(level + lean);
        double down = Math.exp(level - lean);
        double sum = up + down + 1;
        return new double[] {up / sum, down / sum, 1 / sum};
    }

    /** Returns what one input adds to lean or level. */
    public double part(int place, double[] values) {
        return weights[place] * values[inputs[place].ordinal()];
    }
}
