package io.huihui.benchmarks.vector;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.OutsideResults;
import io.huihui.models.vector.ExactIndex;
import io.huihui.models.vector.Mirrors;
import io.huihui.models.vector.Neighbours;
import io.huihui.models.vector.VectorDevice;
import io.huihui.network.ComputeDevice;
import io.huihui.network.TensorVectors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every vector compared with the query: by tensors, on a GPU where there is one, and by our loops,
 * in turns, by the clock. Both give the same answer.
 */
final class TensorScan {

    private static final int QUERIES = 60;
    private static final int WARM_UP = 10;
    private static final String OWNER = "bench";

    private TensorScan() {}

    static List<Metric> measure(ClusteredVectors data, Bench.Progress progress) {
        ExactIndex index = new ExactIndex(ClusteredVectors.DIMENSION, data.vectors.length);
        for (float[] vector : data.vectors) {
            index.add(vector);
        }
        double[] tensors = new double[QUERIES];
        double[] loops = new double[QUERIES];
        int unsettled = 0;
        ComputeDevice compute = ComputeDevice.CPU;
        VectorDevice device;
        try {
            device = new TensorVectors(ComputeDevice.GPU);
            compute = ComputeDevice.GPU;
        } catch (IllegalStateException none) {
            device = new TensorVectors(ComputeDevice.CPU);
        }
        Mirrors mirrors = new Mirrors();
        Neighbours found = new Neighbours();
        try (VectorDevice open = device) {
            for (int i = -WARM_UP; i < QUERIES; i++) {
                float[] query = data.queries[Math.floorMod(i, data.queries.length)];
                long begin = now();
                Mirrors.Question question =
                        mirrors.question(OWNER, index, query, ClusteredVectors.K);
                boolean settled = mirrors.settle(question, index, question.on(open), found);
                long middle = now();
                index.search(query, ClusteredVectors.K, found);
                if (i >= 0) {
                    tensors[i] = (middle - begin) * 1e-3;
                    loops[i] = (now() - middle) * 1e-3;
                    unsettled += settled ? 0 : 1;
                }
            }
        }
        Arrays.sort(tensors);
        Arrays.sort(loops);
        String on = compute.name().toLowerCase(Locale.ROOT);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "all compared: by tensors on %s p50 %.0f us, by loops %.0f us",
                        on,
                        tensors[QUERIES / 2],
                        loops[QUERIES / 2]));
        return List.of(
                Metric.of("tensor_" + on + "_p50_micros", tensors[QUERIES / 2], "us by the clock"),
                Metric.of(
                        "tensor_" + on + "_p95_micros",
                        tensors[QUERIES * 95 / 100],
                        "us by the clock"),
                Metric.of("exact_p50_micros", loops[QUERIES / 2], "us by the clock"),
                Metric.of("tensor_unsettled", (double) unsettled, "searches of " + QUERIES));
    }

    @OutsideResults("A device is not timed by the processor time of a thread.")
    private static long now() {
        return System.nanoTime();
    }
}
