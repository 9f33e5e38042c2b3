package io.huihui.models.gate;

import io.huihui.models.Require;

/** One fully connected layer: out = weights x in + bias. */
public final class GateLayer {

    private final int inputs;
    private final float[] weights;
    private final float[] bias;

    /**
     * A layer with as many outputs as biases.
     *
     * @param weights [output * inputs + input]
     * @param bias [output]
     */
    public GateLayer(int inputs, float[] weights, float[] bias) {
        Require.that(inputs > 0, "inputs > 0", () -> "inputs=" + inputs);
        Require.that(bias.length > 0, "at least one output", "none");
        Require.that(
                weights.length == inputs * bias.length,
                inputs * bias.length + " weights",
                () -> weights.length + " weights");
        for (float weight : weights) {
            Require.finite("weight", weight);
        }
        for (float each : bias) {
            Require.finite("bias", each);
        }
        this.inputs = inputs;
        this.weights = weights.clone();
        this.bias = bias.clone();
    }

    /** Returns how many numbers go in. */
    public int inputs() {
        return inputs;
    }

    /** Returns how many numbers come out. */
    public int outputs() {
        return bias.length;
    }

    /** Returns a copy, [output * inputs + input]. */
    public float[] weights() {
        return weights.clone();
    }

    /** Returns a copy, [output]. */
    public float[] bias() {
        return bias.clone();
    }
}
