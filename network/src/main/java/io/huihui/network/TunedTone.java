package io.huihui.network;

import io.huihui.models.Require;
import io.huihui.models.text.PieceStates;
import io.huihui.models.text.ToneClassifier;
import io.huihui.models.text.ToneEncoder;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

import java.util.List;

/**
 * Reads tone by a classifier on frozen models and by trained layers, and believes both alike: they
 * err on different sentences.
 */
public final class TunedTone implements AutoCloseable {

    private final ToneClassifier classifier;
    private final NDManager manager;
    private final ToneBlock block;
    private final ParameterStore parameters;

    /** Starts the engine if it has not been, and fills the layers. */
    public TunedTone(ToneClassifier classifier, ToneEncoder encoder, ComputeDevice device) {
        this.classifier = Require.present("classifier", classifier);
        manager = PyTorch.engine().newBaseManager(PyTorch.device(device));
        block = new ToneBlock(encoder.layers(), 0);
        int width = encoder.head().inputs();
        block.initialize(
                manager,
                DataType.FLOAT32,
                new Shape(1, 2, width),
                new Shape(1, 1, 1, 2),
                new Shape(1, 1, 2));
        block.take(encoder);
        block.freezeParameters(true);
        parameters = new ParameterStore(manager, false);
    }

    /**
     * Returns the probabilities of a text by label.
     *
     * @param vector as the classifier wants it
     * @param states as the layers want them
     */
    public double[] probabilities(String text, float[] vector, PieceStates states) {
        double[] both = classifier.probabilitiesOf(text, vector);
        float[] tuned = byLayers(states);
        for (int k = 0; k < both.length; k++) {
            both[k] = (both[k] + tuned[k]) / 2;
        }
        return both;
    }

    private float[] byLayers(PieceStates states) {
        try (NDManager call = manager.newSubManager()) {
            NDList scores = block.forward(parameters, ToneBatch.of(call, List.of(states)), false);
            scores.attach(call);
            return scores.singletonOrThrow().softmax(1).toFloatArray();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
