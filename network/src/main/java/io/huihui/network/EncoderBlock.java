package io.huihui.network;

import io.huihui.models.text.EncoderLayer;
import io.huihui.models.text.LayerScale;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * One layer of an encoder as BERT has it, in a form that can be trained. DJL's own {@code
 * TransformerEncoderBlock} normalises over the batch and adds the input twice, which is another
 * network.
 *
 * <p>Inputs: states [text][piece][width] and what is added to the scores of attention, 0 for a
 * piece and a large negative number for padding, [text][1][1][piece]. Output: states.
 */
final class EncoderBlock extends AbstractBlock {

    /** Width of a head of attention in the models at hand. */
    private static final int HEAD_WIDTH = 32;

    /** BERT's; a larger one would change what the layers say. */
    private static final float EPSILON = 1e-12f;

    private final int width;
    private final int inner;
    private final ScaledDotProductAttentionBlock attention;
    private final LayerNorm attendedScale;
    private final Linear into;
    private final Linear outOf;
    private final LayerNorm scale;
    private final Dropout dropout;

    @SuppressWarnings("this-escape")
    EncoderBlock(int width, int inner, float dropout) {
        this.width = width;
        this.inner = inner;
        this.attention =
                addChildBlock(
                        "attention",
                        ScaledDotProductAttentionBlock.builder()
                                .setEmbeddingSize(width)
                                .setHeadCount(width / HEAD_WIDTH)
                                .optAttentionProbsDropoutProb(0)
                                .build());
        this.attendedScale = addChildBlock("attendedScale", norm());
        this.into = addChildBlock("inner", Linear.builder().setUnits(inner).build());
        this.outOf = addChildBlock("outer", Linear.builder().setUnits(width).build());
        this.scale = addChildBlock("scale", norm());
        this.dropout = addChildBlock("dropout", Dropout.builder().optRate(dropout).build());
    }

    private static LayerNorm norm() {
        return LayerNorm.builder().axis(2).optEpsilon(EPSILON).build();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters,
            NDList inputs,
            boolean training,
            PairList<String, Object> unused) {
        NDArray states = inputs.get(0);
        NDList told = attention.forward(parameters, inputs, training);
        NDArray attended = dropout.forward(parameters, told, training).singletonOrThrow();
        NDList first =
                attendedScale.forward(parameters, new NDList(states.add(attended)), training);
        NDArray wide = into.forward(parameters, first, training).singletonOrThrow();
        NDList narrow = outOf.forward(parameters, new NDList(Activation.gelu(wide)), training);
        NDArray added = dropout.forward(parameters, narrow, training).singletonOrThrow();
        NDArray sum = first.singletonOrThrow().add(added);
        return scale.forward(parameters, new NDList(sum), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        Shape states = new Shape(1, 1, width);
        attention.initialize(manager, type, states);
        attendedScale.initialize(manager, type, states);
        into.initialize(manager, type, states);
        outOf.initialize(manager, type, new Shape(1, 1, inner));
        scale.initialize(manager, type, states);
        dropout.initialize(manager, type, states);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {inputs[0]};
    }

    /** Takes the weights of a layer of the same widths. */
    void take(EncoderLayer layer) {
        PyTorch.set(attention.getQueryProjection(), layer.query());
        PyTorch.set(attention.getKeyProjection(), layer.key());
        PyTorch.set(attention.getValueProjection(), layer.value());
        PyTorch.set(attention.getResultProjection(), layer.attended());
        set(attendedScale, layer.attendedScale());
        PyTorch.set(into, layer.inner());
        PyTorch.set(outOf, layer.outer());
        set(scale, layer.scale());
    }

    /** Returns its weights as they are now. */
    EncoderLayer layer() {
        return new EncoderLayer(
                PyTorch.layer(attention.getQueryProjection()),
                PyTorch.layer(attention.getKeyProjection()),
                PyTorch.layer(attention.getValueProjection()),
                PyTorch.layer(attention.getResultProjection()),
                scale(attendedScale),
                PyTorch.layer(into),
                PyTorch.layer(outOf),
                scale(scale));
    }

    private static void set(LayerNorm norm, LayerScale to) {
        PyTorch.array(norm, "gamma").set(to.gain());
        PyTorch.array(norm, "beta").set(to.shift());
    }

    private static LayerScale scale(LayerNorm norm) {
        return new LayerScale(
                PyTorch.array(norm, "gamma").toFloatArray(),
                PyTorch.array(norm, "beta").toFloatArray());
    }
}
