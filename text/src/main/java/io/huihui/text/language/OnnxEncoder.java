package io.huihui.text.language;

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
import java.util.function.UnaryOperator;

/**
 * An encoder of word pieces, run by ONNX Runtime on one thread. Safe for use by several threads.
 */
final class OnnxEncoder implements AutoCloseable {

    /** More than any headline has, and cost grows with length. */
    private static final int MOST_PIECES = 128;

    private final BundledModel model;
    private final WordPieceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxEncoder(BundledModel model, WordPieceTokenizer tokenizer, byte[] graph)
            throws OrtException {
        this.model = model;
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
     * Returns an encoder from the class path.
     *
     * @param change of the graph before it is run
     * @throws IllegalStateException when the artifact with the weights is not there or the machine
     *     has no native code for it; the message says which
     */
    static OnnxEncoder load(BundledModel model, UnaryOperator<byte[]> change) {
        try (InputStream tokenizer = resource(model.tokenizer())) {
            return new OnnxEncoder(
                    model,
                    new WordPieceTokenizer(WordPieceVocabulary.read(tokenizer), MOST_PIECES),
                    change.apply(weights(model)));
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

    /** Returns the graph of a model with its weights, as it comes. */
    static byte[] weights(BundledModel model) throws IOException {
        try (InputStream weights = resource(model.weights())) {
            return weights.readAllBytes();
        }
    }

    private static InputStream resource(String name) {
        InputStream stream = OnnxEncoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(
                    "need "
                            + name
                            + " on the class path, was absent; add the artifact of its model, or"
                            + " use a classifier without a sentence model");
        }
        return stream;
    }

    /** Returns what the graph says of each piece of a text, marks included, [piece][width]. */
    FloatBuffer hidden(String text) {
        long[] pieces = tokenizer.encode(model.prefix() + text);
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
                return ((OnnxTensor) result.get(0)).getFloatBuffer();
            }
        } catch (OrtException failed) {
            throw new IllegalStateException("the sentence model failed on: " + text, failed);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
