package io.huihui.network;

import io.huihui.models.learner.DenseLayer;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;

import java.util.ArrayList;
import java.util.List;

/**
 * The PyTorch engine of this process: on processors unless a device is asked for, one thread unless
 * large batches ask for more, and never a download.
 *
 * <p>The properties must be set before the engine starts, which is why nobody asks DJL for it but
 * this class.
 */
final class PyTorch {

    static final String NAME = "PyTorch";

    private PyTorch() {}

    /**
     * Starts the engine.
     *
     * @throws IllegalStateException when its natives are not on the class path or not for this
     *     machine
     */
    static Engine engine() {
        // A gate's batch is small: a second thread costs more than it brings.
        return engine(1);
    }

    /**
     * Starts the engine with so many threads; where it runs already, it keeps those it has.
     *
     * @throws IllegalStateException as {@link #engine()}
     */
    static Engine engine(int threads) {
        setUnlessGiven("ai.djl.offline", "true");
        setUnlessGiven("OPT_OUT_TRACKING", "true");
        setUnlessGiven("DJL_DISABLE_PROGRESS_BAR", "true");
        setUnlessGiven("ai.djl.pytorch.num_interop_threads", "1");
        setUnlessGiven("ai.djl.pytorch.num_threads", Integer.toString(threads));
        try {
            return Engine.getEngine(NAME);
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new IllegalStateException(
                    "need the PyTorch engine, was none for "
                            + System.getProperty("os.name")
                            + " "
                            + System.getProperty("os.arch")
                            + "; set gate.engine=JAVA to do without",
                    e);
        }
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Returns the first GPU when it is asked for, else the processors.
     *
     * @throws IllegalStateException when a GPU is asked for and the engine sees none
     */
    static Device device(ComputeDevice device) {
        return switch (device) {
            case CPU -> Device.cpu();
            case GPU -> {
                if (engine().getGpuCount() == 0) {
                    throw new IllegalStateException(
                            "need a GPU that the PyTorch engine sees, was none; put the CUDA build"
                                    + " of pytorch-native, of the engine's own version, on the class"
                                    + " path in place of the CPU build, or ask for the device CPU");
                }
                yield Device.gpu(0);
            }
        };
    }

    /** Returns layers of these widths with rectifiers between them, without weights yet. */
    static SequentialBlock block(List<Integer> widths) {
        SequentialBlock block = new SequentialBlock();
        for (int i = 0; i < widths.size(); i++) {
            if (i > 0) {
                block.add(Activation.reluBlock());
            }
            block.add(Linear.builder().setUnits(widths.get(i)).build());
        }
        return block;
    }

    static SequentialBlock block(NDManager manager, List<DenseLayer> layers) {
        SequentialBlock block = block(layers.stream().map(DenseLayer::outputs).toList());
        block.initialize(manager, DataType.FLOAT32, new Shape(1, layers.get(0).inputs()));
        List<Linear> linears = linears(block);
        for (int i = 0; i < layers.size(); i++) {
            set(linears.get(i), layers.get(i));
        }
        return block;
    }

    static List<DenseLayer> layers(SequentialBlock block) {
        List<DenseLayer> layers = new ArrayList<>();
        for (Linear linear : linears(block)) {
            layers.add(layer(linear));
        }
        return layers;
    }

    private static List<Linear> linears(SequentialBlock block) {
        List<Linear> linears = new ArrayList<>();
        for (Block child : block.getChildren().values()) {
            if (child instanceof Linear linear) {
                linears.add(linear);
            }
        }
        return linears;
    }

    /** Gives a block the weights of a layer of the same widths. */
    static void set(Linear linear, DenseLayer layer) {
        array(linear, "weight").set(layer.weights());
        array(linear, "bias").set(layer.bias());
    }

    /** Returns the weights of a block. */
    static DenseLayer layer(Linear linear) {
        float[] bias = array(linear, "bias").toFloatArray();
        float[] weights = array(linear, "weight").toFloatArray();
        return new DenseLayer(weights.length / bias.length, weights, bias);
    }

    static NDArray array(Block block, String parameter) {
        return block.getParameters().get(parameter).getArray();
    }
}
