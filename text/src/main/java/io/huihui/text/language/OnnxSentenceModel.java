package io.huihui.text.language;

import io.huihui.models.Require;
import io.huihui.models.text.SentenceModel;

import ai.onnxruntime.OrtException;

import java.nio.FloatBuffer;
import java.util.function.UnaryOperator;

/**
 * A sentence model with 8-bit weights. A text's vector is the mean of the vectors of its word
 * pieces, begin and end marks left out. Safe for use by several threads.
 *
 * <p>Reference: Reimers, Gurevych, "Sentence-BERT", EMNLP 2019.
 */
public final class OnnxSentenceModel implements SentenceModel, AutoCloseable {

    private final BundledModel model;
    private final OnnxEncoder encoder;

    private OnnxSentenceModel(BundledModel model, OnnxEncoder encoder) {
        this.model = model;
        this.encoder = encoder;
    }

    /**
     * Returns a model from the class path.
     *
     * @throws IllegalStateException when the artifact with the weights is not there or the machine
     *     has no native code for it; the message says which
     */
    public static OnnxSentenceModel load(BundledModel model) {
        return new OnnxSentenceModel(model, OnnxEncoder.load(model, UnaryOperator.identity()));
    }

    @Override
    public String version() {
        return model.version();
    }

    @Override
    public int dimension() {
        return BundledModel.WIDTH;
    }

    @Override
    public float[] embed(String text) {
        Require.text("text", text);
        FloatBuffer hidden = encoder.hidden(text);
        return mean(hidden, hidden.remaining() / BundledModel.WIDTH);
    }

    /** Mean over the pieces between the marks; over the marks when there is nothing else. */
    private static float[] mean(FloatBuffer hidden, int pieces) {
        int width = BundledModel.WIDTH;
        float[] mean = new float[width];
        int from = pieces > 2 ? 1 : 0;
        int to = pieces > 2 ? pieces - 1 : pieces;
        for (int piece = from; piece < to; piece++) {
            for (int i = 0; i < width; i++) {
                mean[i] += hidden.get(piece * width + i);
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= to - from;
        }
        return mean;
    }

    @Override
    public void close() throws OrtException {
        encoder.close();
    }
}
