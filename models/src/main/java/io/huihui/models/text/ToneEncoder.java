package io.huihui.models.text;

import io.huihui.models.Require;
import io.huihui.models.learner.DenseLayer;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Upper layers of a sentence model that were trained to read tone, and what scores the mean of
 * their pieces.
 *
 * @param lowerVersion the model below the cut that they were trained on
 * @param layers from the cut up
 * @param head mean of the pieces to a score for each {@link ToneLabel}
 */
public record ToneEncoder(String lowerVersion, List<EncoderLayer> layers, DenseLayer head) {

    private static final int FORMAT_VERSION = 1;

    public ToneEncoder {
        Require.text("lowerVersion", lowerVersion);
        layers = List.copyOf(layers);
        Require.that(!layers.isEmpty(), "one layer at least", "none");
        int width = layers.get(0).width();
        Require.that(
                head.inputs() == width && head.outputs() == ToneLabel.values().length,
                "a head from " + width + " to " + ToneLabel.values().length,
                head.inputs() + " to " + head.outputs());
    }

    /** Writes a version, then everything. */
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, FORMAT_VERSION);
        out.writeUTF(lowerVersion);
        out.writeInt(layers.size());
        for (EncoderLayer layer : layers) {
            layer.writeTo(out);
        }
        head.writeTo(out);
    }

    /** Returns the encoder that {@link #writeTo} wrote. */
    public static ToneEncoder readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, FORMAT_VERSION, "tone encoder");
        String lowerVersion = in.readUTF();
        List<EncoderLayer> layers = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            layers.add(EncoderLayer.readFrom(in));
        }
        return new ToneEncoder(lowerVersion, layers, DenseLayer.readFrom(in));
    }
}
