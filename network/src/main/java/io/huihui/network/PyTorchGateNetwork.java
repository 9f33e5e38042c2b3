package io.huihui.network;

import io.huihui.models.Require;
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;

import java.nio.FloatBuffer;

/**
 * The gating network on PyTorch. Every call works in a manager of its own that is closed with it,
 * so nothing native outlives a call; the weights live until {@link #close}.
 */
public final class PyTorchGateNetwork implements GateNetwork {

    private final NDManager manager;
    private final SequentialBlock block;
    private final ParameterStore parameters;
    private final int inputs;

    /** Starts the engine if it has not been, and fills a network from the model. */
    public PyTorchGateNetwork(GateNetworkModel model, ComputeDevice device) {
        Engine engine = PyTorch.engine();
        manager = engine.newBaseManager(PyTorch.device(device));
        block = PyTorch.block(manager, model.layers());
        block.freezeParameters(true);
        parameters = new ParameterStore(manager, false);
        inputs = model.names().size();
    }

    @Override
    public float[] logWeights(float[] rows, int count) {
        Require.that(
                count > 0 && rows.length >= count * inputs,
                "at least one row of " + inputs + " inputs",
                count + " rows in " + rows.length + " numbers");
        try (NDManager call = manager.newSubManager()) {
            NDArray batch =
                    call.create(
                            FloatBuffer.wrap(rows, 0, count * inputs),
                            new Shape(count, inputs),
                            DataType.FLOAT32);
            NDList answers = block.forward(parameters, new NDList(batch), false);
            answers.attach(call);
            return answers.singletonOrThrow().toFloatArray();
        }
    }

    /** Returns the manager of the weights, to which a call must not add. */
    NDManager manager() {
        return manager;
    }

    @Override
    public String engine() {
        return "pytorch";
    }

    @Override
    public void close() {
        manager.close();
    }
}
