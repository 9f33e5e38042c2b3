package io.huihui.text.language;

import io.huihui.models.Require;
import io.huihui.models.text.SentenceModel;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A sentence model with 8-bit weights, run by ONNX Runtime on one thread. A text's vector is the
 * mean of the vectors of its word pieces, begin and end marks left out. Safe for use by several
 * threads.
 *
 * <p>Reference: Reimers, Gurevych, "Sentence-BERT", EMNLP 2019.
 */
public final class OnnxSentenceModel implements SentenceModel, AutoCloseable {

    /** Width of all the bundled models. */
    private static final int WIDTH = 384;

    /** More than any headline has, and cost grows with length. */
    private static final int MOST_PIECES = 128;

    private final BundledModel weights;
    private final WordPieceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxSentenceModel(BundledModel weights, WordPieceTokenizer tokenizer, byte[] graph)
            throws OrtException {
        this.weights = weights;
        this.tokenizer = tokenizer;
        this.environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Parallelism comes from Flink's tasks; threads of its own would fight them.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session = environment.createSession(graph, options);
        }
    }

    /**
     * Returns a model from the class path.
     *
     * @throws IllegalStateException when the artifact with the weights is not there or the machine
     *     has no native code for it; the message says which
     */
    public static OnnxSentenceModel load(BundledModel model) {
        try (InputStream tokenizer = resource(model.tokenizer());
                InputStream weights = resource(model.weights())) {
            return new OnnxSentenceModel(
                    model,
                    new WordPieceTokenizer(WordPieceVocabulary.read(tokenizer), MOST_PIECES),
                    weights.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + model.version() + " failed", unreadable);
        } catch (OrtException | LinkageError noEngine) {
            throw new IllegalStateException(
                    "need ONNX Runtime for this machine to run "
                            + model.version()
                            + ", was "
                            + noEngine.getMessage()
                            + "; use a classifier without a sentence model, or the lexicon",
                    noEngine);
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = OnnxSentenceModel.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(
                    "need "
                            + name
                            + " on the class path, was absent; add the artifact of its model, or"
                            + " use a classifier without a sentence model");
        }
        return stream;
    }

    @Override
    public String version() {
        return weights.version();
    }

    @Override
    public int dimension() {
        return WIDTH;
    }

    @Override
    public float[] embed(String text) {
        Require.text("text", text);
        long[] pieces = tokenizer.encode(weights.prefix() + text);
        long[] ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor numbers = tensor(pieces);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[pieces.length])) {
            Map<String, OnnxTensor> inputs = new HashMap<>();
            inputs.put("input_ids", numbers);
            inputs.put("attention_mask", mask);
            inputs.put("token_type_ids", types);
            try (OrtSession.Result result = session.run(inputs)) {
                OnnxTensor hidden = (OnnxTensor) result.get(0);
                return mean(hidden.getFloatBuffer(), pieces.length);
            }
        } catch (OrtException failed) {
            throw new IllegalStateException("the sentence model failed on: " + text, failed);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }

    /** Mean over the pieces between the marks; over the marks when there is nothing else. */
    private static float[] mean(FloatBuffer hidden, int pieces) {
        float[] mean = new float[WIDTH];
        int from = pieces > 2 ? 1 : 0;
        int to = pieces > 2 ? pieces - 1 : pieces;
        for (int piece = from; piece < to; piece++) {
            for (int i = 0; i < WIDTH; i++) {
                mean[i] += hidden.get(piece * WIDTH + i);
            }
        }
        for (int i = 0; i < WIDTH; i++) {
            mean[i] /= to - from;
        }
        return mean;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
