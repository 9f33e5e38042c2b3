package io.huihui.models.text;

import io.huihui.models.Require;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scale and shift of a layer normalisation.
 *
 * <p>Reference: Ba, Kiros, Hinton, "Layer normalization", 2016.
 */
public final class LayerScale {

    private final float[] gain;
    private final float[] shift;

    /** One gain and one shift for each number of a piece. */
    public LayerScale(float[] gain, float[] shift) {
        Require.that(
                gain.length > 0 && gain.length == shift.length,
                "as many shifts as gains",
                () -> gain.length + " gains, " + shift.length + " shifts");
        this.gain = gain.clone();
        this.shift = shift.clone();
    }

    /** Returns how many numbers it scales. */
    public int width() {
        return gain.length;
    }

    /** Returns a copy of the factors. */
    public float[] gain() {
        return gain.clone();
    }

    /** Returns a copy of what is added after them. */
    public float[] shift() {
        return shift.clone();
    }

    void writeTo(DataOutput out) throws IOException {
        FloatArrays.write(out, gain);
        FloatArrays.write(out, shift);
    }

    static LayerScale readFrom(DataInput in) throws IOException {
        return new LayerScale(FloatArrays.read(in), FloatArrays.read(in));
    }
}
