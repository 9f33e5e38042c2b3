package io.huihui.models.text;

import io.huihui.models.Require;
import io.huihui.models.learner.DenseLayer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Weights of one layer of a transformer encoder, each sum normalised after it is made.
 *
 * <p>Reference: Vaswani et al., "Attention is all you need", NeurIPS 2017, section 3.1; Devlin et
 * al., "BERT", NAACL 2019.
 *
 * @param query what a piece asks of the others
 * @param key what it answers to
 * @param value what it tells them
 * @param attended what is made of what was told
 * @param attendedScale normalisation after it
 * @param inner width of a piece to the inner width
 * @param outer inner width back to that of a piece
 * @param scale normalisation at the end
 */
public record EncoderLayer(
        DenseLayer query,
        DenseLayer key,
        DenseLayer value,
        DenseLayer attended,
        LayerScale attendedScale,
        DenseLayer inner,
        DenseLayer outer,
        LayerScale scale) {

    public EncoderLayer {
        int width = query.inputs();
        square("query", query, width);
        square("key", key, width);
        square("value", value, width);
        square("attended", attended, width);
        Require.that(
                inner.inputs() == width
                        && outer.outputs() == width
                        && outer.inputs() == inner.outputs(),
                "inner and outer layers that begin and end at width " + width,
                () -> inner.inputs() + " to " + outer.outputs());
        Require.that(
                attendedScale.width() == width && scale.width() == width,
                "normalisation of width " + width,
                () -> attendedScale.width() + " and " + scale.width());
    }

    private static void square(String name, DenseLayer layer, int width) {
        Require.that(
                layer.inputs() == width && layer.outputs() == width,
                name + " from " + width + " to " + width,
                () -> layer.inputs() + " to " + layer.outputs());
    }

    /** Returns how many numbers a piece has. */
    public int width() {
        return query.inputs();
    }

    void writeTo(DataOutput out) throws IOException {
        query.writeTo(out);
        key.writeTo(out);
        value.writeTo(out);
        attended.writeTo(out);
        attendedScale.writeTo(out);
        inner.writeTo(out);
        outer.writeTo(out);
        scale.writeTo(out);
    }

    static EncoderLayer readFrom(DataInput in) throws IOException {
        return new EncoderLayer(
                DenseLayer.readFrom(in),
                DenseLayer.readFrom(in),
                DenseLayer.readFrom(in),
                DenseLayer.readFrom(in),
                LayerScale.readFrom(in),
                DenseLayer.readFrom(in),
                DenseLayer.readFrom(in),
                LayerScale.readFrom(in));
    }
}
