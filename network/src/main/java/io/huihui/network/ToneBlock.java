package io.huihui.network;

import io.huihui.models.text.EncoderLayer;
import io.huihui.models.text.ToneEncoder;
import io.huihui.models.text.ToneLabel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

import java.util.ArrayList;
import java.util.List;

/**
 * Layers of an encoder, the mean of their pieces, and a score for each label of tone.
 *
 * <p>Inputs: as those of {@link EncoderBlock}, and what each piece weighs in the mean,
 * [text][1][piece]. Output: scores, [text][label].
 */
final class ToneBlock extends AbstractBlock {

    private static final int LABELS = ToneLabel.values().length;

    private final int width;
    private final List<EncoderBlock> layers = new ArrayList<>();
    private final Dropout dropout;
    private final Linear head;

    /** Layers of the widths of those given; their weights come by {@link #take}. */
    @SuppressWarnings("this-escape")
    ToneBlock(List<EncoderLayer> like, float dropout) {
        this.width = like.get(0).width();
        for (EncoderLayer each : like) {
            layers.add(
                    addChildBlock(
                            "layer", new EncoderBlock(width, each.inner().outputs(), dropout)));
        }
        this.dropout = addChildBlock("dropout", Dropout.builder().optRate(dropout).build());
        this.head = addChildBlock("head", Linear.builder().setUnits(LABELS).build());
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> unused) {
        NDArray states = inputs.get(0);
        for (EncoderBlock layer : layers) {
            NDList next = layer.forward(parameters, new NDList(states, inputs.get(1)), training);
            states = next.singletonOrThrow();
        }
        NDArray mean = inputs.get(2).matMul(states).squeeze(1);
        NDList kept = dropout.forward(parameters, new NDList(mean), training);
        return head.forward(parameters, kept, training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        for (EncoderBlock layer : layers) {
            layer.initialize(manager, type, inputs);
        }
        dropout.initialize(manager, type, new Shape(1, width));
        head.initialize(manager, type, new Shape(1, width));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), LABELS)};
    }

    void take(ToneEncoder encoder) {
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).take(encoder.layers().get(i));
        }
        PyTorch.set(head, encoder.head());
    }

    ToneEncoder encoder(String lowerVersion) {
        return new ToneEncoder(
                lowerVersion,
                layers.stream().map(EncoderBlock::layer).toList(),
                PyTorch.layer(head));
    }

    /** Returns the numbers of the parameters that begin without knowledge. */
    List<String> newParameters() {
        return head.getParameters().values().stream().map(Parameter::getId).toList();
    }
}
