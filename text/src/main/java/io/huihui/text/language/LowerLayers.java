package io.huihui.text.language;

import io.huihui.models.Require;
import io.huihui.models.text.EncoderLayer;
import io.huihui.models.text.PieceModel;
import io.huihui.models.text.PieceStates;

import ai.onnxruntime.OrtException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;

/** The lower layers of a bundled model, run as they come; those above it hands out as numbers. */
public final class LowerLayers implements PieceModel, AutoCloseable {

    private final BundledModel model;
    private final int cut;
    private final OnnxEncoder encoder;

    private LowerLayers(BundledModel model, int cut, OnnxEncoder encoder) {
        this.model = model;
        this.cut = cut;
        this.encoder = encoder;
    }

    /**
     * Returns the layers below a cut.
     *
     * @param cut how many layers are below it
     * @throws IllegalStateException as {@link OnnxSentenceModel#load}
     */
    public static LowerLayers load(BundledModel model, int cut) {
        return new LowerLayers(
                model, cut, OnnxEncoder.load(model, graph -> OnnxGraph.parse(graph).below(cut)));
    }

    /**
     * Returns the weights of all layers above the cut, 8-bit ones as the numbers they stand for.
     */
    public List<EncoderLayer> above() {
        try {
            return OnnxGraph.parse(OnnxEncoder.weights(model)).layersFrom(cut);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + model.version() + " failed", unreadable);
        }
    }

    @Override
    public String version() {
        return model.version() + "/below-" + cut;
    }

    @Override
    public PieceStates states(String text) {
        Require.text("text", text);
        FloatBuffer hidden = encoder.hidden(text);
        float[] values = new float[hidden.remaining()];
        hidden.get(values);
        return new PieceStates(BundledModel.WIDTH, values);
    }

    @Override
    public void close() throws OrtException {
        encoder.close();
    }
}
