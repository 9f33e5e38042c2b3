package io.huihui.models.learner;

import io.huihui.models.Require;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One fully connected layer: out = weights x in + bias. */
public final class DenseLayer {

    private final int inputs;
    private final float[] weights;
    private final float[] bias;

    /**
     * A layer with as many outputs as biases.
     *
     * @param weights [output * inputs + input]
     * @param bias [output]
     */
    public DenseLayer(int inputs, float[] weights, float[] bias) {
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

    /** Writes the layer: how many go in and come out, weights, biases. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(inputs);
        out.writeInt(bias.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
        for (float each : bias) {
            out.writeFloat(each);
        }
    }

    /** Returns the layer that {@link #writeTo} wrote. */
    public static DenseLayer readFrom(DataInput in) throws IOException {
        int inputs = in.readInt();
        int outputs = in.readInt();
        float[] weights = new float[inputs * outputs];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        float[] bias = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            bias[i] = in.readFloat();
        }
        return new DenseLayer(inputs, weights, bias);
    }
}
