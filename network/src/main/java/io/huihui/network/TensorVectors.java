package io.huihui.network;

import io.huihui.models.vector.Candidates;
import io.huihui.models.vector.VectorDevice;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Vectors as PyTorch tensors, on the processors or a GPU. A search is one product of the matrix of
 * an owner's vectors with the query, and the smallest of |v|^2 - 2 v.q + |q|^2. Nothing native
 * outlives a call but the matrices themselves.
 */
public final class TensorVectors implements VectorDevice {

    /**
     * @param manager of the two arrays
     * @param coordinates [place, coordinate]
     * @param squares [place]
     */
    private record Rows(NDManager manager, NDArray coordinates, NDArray squares) {}

    private final NDManager manager;
    private final Map<String, Rows> owners = new HashMap<>();

    /**
     * Starts the engine if it has not been.
     *
     * @throws IllegalStateException when there is no engine, or no GPU where one is asked for
     */
    public TensorVectors(ComputeDevice device) {
        manager = PyTorch.engine().newBaseManager(PyTorch.device(device));
    }

    @Override
    public void begin(String owner, int places, int dimension) {
        forget(owner);
        NDManager own = manager.newSubManager();
        owners.put(
                owner,
                new Rows(
                        own,
                        own.zeros(new Shape(places, dimension), DataType.FLOAT32),
                        own.full(new Shape(places), Float.POSITIVE_INFINITY, DataType.FLOAT32)));
    }

    @Override
    public void put(String owner, int firstPlace, float[] coordinates, float[] squares) {
        Rows rows = owners.get(owner);
        int count = squares.length;
        NDIndex at = new NDIndex("{}:{}", firstPlace, firstPlace + count);
        try (NDManager call = manager.newSubManager()) {
            rows.coordinates.set(
                    at,
                    call.create(
                            FloatBuffer.wrap(coordinates),
                            new Shape(count, coordinates.length / count),
                            DataType.FLOAT32));
            rows.squares.set(at, call.create(squares));
        }
    }

    @Override
    public Candidates nearest(String owner, float[] query, int most) {
        Rows rows = owners.get(owner);
        float length = 0;
        for (float each : query) {
            length += each * each;
        }
        try (NDManager call = manager.newSubManager()) {
            NDArray scores = rows.coordinates.matMul(call.create(query));
            scores.attach(call);
            scores.muli(-2f).addi(rows.squares).addi(length);
            NDList smallest = scores.topK(most, 0, false, true);
            smallest.attach(call);
            long[] places = smallest.get(1).toLongArray();
            int[] narrow = new int[places.length];
            for (int rank = 0; rank < places.length; rank++) {
                narrow[rank] = (int) places[rank];
            }
            return new Candidates(narrow, smallest.get(0).toFloatArray());
        }
    }

    @Override
    public void forget(String owner) {
        Rows rows = owners.remove(owner);
        if (rows != null) {
            rows.manager.close();
        }
    }

    /** Returns the manager of the matrices, to which a call must not add. */
    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
