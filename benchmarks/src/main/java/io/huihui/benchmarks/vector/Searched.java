package io.huihui.benchmarks.vector;

import io.huihui.benchmarks.quant.Stopwatch;

import java.io.IOException;
import java.util.Arrays;

/** One engine asked all queries, again and again. */
final class Searched {

    /** How an engine is asked. */
    interface Engine {
        long[] search(float[] query, int breadth) throws IOException;
    }

    /** Candidates to try, few first. */
    private static final int[] BREADTHS = {10, 15, 20, 30, 40, 50, 60, 80, 100, 120, 160, 240, 400};

    private static final double NANOS_PER_MICRO = 1e3;

    private final String name;
    private final Engine engine;
    private final ClusteredVectors data;
    private int breadth;
    private double recall;
    private double[] micros = new double[0];

    Searched(String name, Engine engine, ClusteredVectors data) {
        this.name = name;
        this.engine = engine;
        this.data = data;
    }

    /** Settles on the fewest candidates that find enough; on the most when none do. */
    void settle(double enough) throws IOException {
        for (int each : BREADTHS) {
            breadth = each;
            recall = recall(data.nearest);
            if (recall >= enough) {
                return;
            }
        }
    }

    double recall(long[][] nearest) throws IOException {
        int hits = 0;
        for (int i = 0; i < data.queries.length; i++) {
            hits += ClusteredVectors.hits(nearest[i], engine.search(data.queries[i], breadth));
        }
        return hits / (double) (data.queries.length * ClusteredVectors.K);
    }

    /** Asks all queries once and times each in processor time of this thread. */
    void round(boolean counts) throws IOException {
        double[] each = new double[data.queries.length];
        for (int i = 0; i < each.length; i++) {
            long begin = Stopwatch.nanos();
            engine.search(data.queries[i], breadth);
            each[i] = (Stopwatch.nanos() - begin) / NANOS_PER_MICRO;
        }
        if (counts) {
            int before = micros.length;
            micros = Arrays.copyOf(micros, before + each.length);
            System.arraycopy(each, 0, micros, before, each.length);
        }
    }

    /** Returns the time below which this share of the searches lies. */
    double micros(double share) {
        double[] sorted = micros.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    String name() {
        return name;
    }

    int breadth() {
        return breadth;
    }

    double recall() {
        return recall;
    }
}
