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

import java.util.ArrayList;
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

    /**
     * What searches took, in turns.
     *
     * @param unsettled of the device's answers, how many left open which are nearest
     */
    private record Taken(List<Double> tensors, List<Double> loops, int unsettled) {

        private Taken {
            tensors = tensors.stream().sorted().toList();
            loops = loops.stream().sorted().toList();
        }
    }

    static List<Metric> measure(ClusteredVectors data, Bench.Progress progress) {
        ExactIndex index = new ExactIndex(ClusteredVectors.DIMENSION, data.vectors.length);
        for (float[] vector : data.vectors) {
            index.add(vector);
        }
        ComputeDevice compute = best();
        Taken micros;
        try (VectorDevice device = new TensorVectors(compute)) {
            micros = search(device, index, data);
        }
        String on = compute.name().toLowerCase(Locale.ROOT);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "all compared: by tensors on %s p50 %.0f us, by loops %.0f us",
                        on,
                        micros.tensors().get(QUERIES / 2),
                        micros.loops().get(QUERIES / 2)));
        return List.of(
                clocked("tensor_" + on + "_p50_micros", micros.tensors().get(QUERIES / 2)),
                clocked("tensor_" + on + "_p95_micros", micros.tensors().get(QUERIES * 95 / 100)),
                clocked("exact_p50_micros", micros.loops().get(QUERIES / 2)),
                Metric.of(
                        "tensor_unsettled", (double) micros.unsettled(), "searches of " + QUERIES));
    }

    private static Metric clocked(String name, double micros) {
        return Metric.of(name, micros, "us by the clock");
    }

    private static ComputeDevice best() {
        try (VectorDevice unused = new TensorVectors(ComputeDevice.GPU)) {
            return ComputeDevice.GPU;
        } catch (IllegalStateException none) {
            return ComputeDevice.CPU;
        }
    }

    private static Taken search(VectorDevice device, ExactIndex index, ClusteredVectors data) {
        List<Double> tensors = new ArrayList<>();
        List<Double> loops = new ArrayList<>();
        int unsettled = 0;
        Mirrors mirrors = new Mirrors();
        Neighbours found = new Neighbours();
        for (int i = -WARM_UP; i < QUERIES; i++) {
            float[] query = data.queries[Math.floorMod(i, data.queries.length)];
            long begin = now();
            Mirrors.Question question = mirrors.question(OWNER, index, query, ClusteredVectors.K);
            boolean settled = mirrors.settle(question, index, question.on(device), found);
            long middle = now();
            index.search(query, ClusteredVectors.K, found);
            if (i >= 0) {
                tensors.add((middle - begin) * 1e-3);
                loops.add((now() - middle) * 1e-3);
                unsettled += settled ? 0 : 1;
            }
        }
        return new Taken(tensors, loops, unsettled);
    }

    @OutsideResults("A device is not timed by the processor time of a thread.")
    private static long now() {
        return System.nanoTime();
    }
}
