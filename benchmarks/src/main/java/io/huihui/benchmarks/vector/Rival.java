package io.huihui.benchmarks.vector;

import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.vector.GraphShape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Another library's index, built like ours.
 *
 * @param label ends the names of its figures
 */
record Rival(String label, VectorPeer peer, Searched searched, double insertionsPerSecond) {

    static Rival build(
            String label, VectorPeer peer, ClusteredVectors data, double enough, Path folder)
            throws IOException {
        long begin = Stopwatch.nanos();
        peer.build(data.vectors, GraphShape.USUAL.links(), GraphShape.USUAL.buildBreadth(), folder);
        double seconds = (Stopwatch.nanos() - begin) * 1e-9;
        Searched searched =
                new Searched(
                        peer.name(),
                        (query, breadth) ->
                                Arrays.stream(peer.search(query, ClusteredVectors.K, breadth))
                                        .asLongStream()
                                        .toArray(),
                        data);
        searched.settle(enough);
        return new Rival(label, peer, searched, data.vectors.length / seconds);
    }

    /** Returns how many times as long a search takes as one of ours. */
    double ratio(Searched ours) {
        return searched.micros(0.5) / ours.micros(0.5);
    }

    List<Metric> metrics(Searched ours, double oursPerSecond) {
        return List.of(
                Metric.of("ratio_to_" + label, ratio(ours), "x"),
                Metric.of(
                        "ratio_of_insertions_to_" + label,
                        oursPerSecond / insertionsPerSecond,
                        "x"));
    }

    Metric recall() {
        return Metric.of("recall_at_10_" + label, searched.recall(), "share");
    }
}
