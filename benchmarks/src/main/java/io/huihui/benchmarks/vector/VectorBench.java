package io.huihui.benchmarks.vector;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.BenchFolder;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.learners.Peers;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.vector.GraphIndex;
import io.huihui.models.vector.GraphShape;
import io.huihui.models.vector.Neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code bench vector}: our graph of neighbours beside JVector's and Lucene's, the same clustered
 * vectors and queries for all, each with the fewest candidates that find 97 % of the ten nearest;
 * in one JVM, in processor time of the thread, turn by turn. {@code -Dhuihui.vectors=COUNT} takes
 * more or fewer than {@value #COUNT}; {@code -Dhuihui.vector-peers=false} leaves the others out,
 * which take a quarter of an hour to build a million.
 */
public final class VectorBench implements Bench {

    private static final int COUNT = 200_000;
    private static final String COUNT_PROPERTY = "huihui.vectors";
    private static final String PEERS_PROPERTY = "huihui.vector-peers";

    private static final double GOAL_RECALL = 0.97;
    private static final double GOAL_MICROS = 150;

    /** At a million and more. */
    private static final int MANY = 1_000_000;

    private static final double GOAL_MICROS_OF_MANY = 2_000;

    private static final int ROUNDS = 8;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int TYPICAL = 5_000;

    /** Every tenth vector is removed, then as many are added. */
    private static final int REMOVED_OF = 10;

    private static final double MIB = 1024 * 1024;

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public String question() {
        return "How long does it take to find the ten nearest of 200,000 vectors, and how long in"
                + " other libraries?";
    }

    @Override
    public Result run(Progress progress) {
        try (BenchFolder folder = BenchFolder.create()) {
            int count = Integer.getInteger(COUNT_PROPERTY, COUNT);
            progress.say(count + " vectors and the true neighbours of the queries");
            ClusteredVectors data = new ClusteredVectors(count, 1);
            List<Metric> guards = new ArrayList<>();
            GraphIndex index = new GraphIndex(ClusteredVectors.DIMENSION, count, GraphShape.USUAL);
            double insertionsPerSecond = fill(index, data, guards);
            Searched ours = new Searched("ours", asked(index), data);
            ours.settle(GOAL_RECALL);
            progress.say(
                    String.format(
                            Locale.ROOT, "ours: %.0f insertions a second", insertionsPerSecond));
            List<Rival> rivals = rivals(data, folder, progress);
            race(ours, rivals, progress);

            List<Metric> metrics = metrics(ours, insertionsPerSecond);
            boolean pass = ours.recall() >= GOAL_RECALL && fastEnough(ours, count);
            for (Rival rival : rivals) {
                metrics.addAll(rival.metrics(ours, insertionsPerSecond));
                guards.add(rival.recall());
                pass &= rival.ratio(ours) >= 1;
                rival.peer().close();
            }
            replace(index, data, guards);
            guards.addAll(DeviceScan.measure(data, folder.path(), progress));
            return new Result(metrics, guards, pass);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Rival> rivals(ClusteredVectors data, BenchFolder folder, Progress progress)
            throws IOException {
        List<Rival> rivals = new ArrayList<>();
        if (Boolean.parseBoolean(System.getProperty(PEERS_PROPERTY, "true"))) {
            VectorPeer jvector = Peers.load(JVectorPeer.class);
            rivals.add(Rival.build("jvector", jvector, data, GOAL_RECALL, folder.path()));
            VectorPeer lucene = Peers.load(LucenePeer.class);
            rivals.add(Rival.build("lucene", lucene, data, GOAL_RECALL, folder.path()));
        }
        for (Rival rival : rivals) {
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "%s: %.0f insertions a second",
                            rival.searched().name(),
                            rival.insertionsPerSecond()));
        }
        return rivals;
    }

    /** Each is asked all queries before the next, so that its index lies in the caches. */
    private static void race(Searched ours, List<Rival> rivals, Progress progress)
            throws IOException {
        List<Searched> all = new ArrayList<>(List.of(ours));
        rivals.forEach(rival -> all.add(rival.searched()));
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Searched each : all) {
                each.round(round >= 0);
            }
        }
        for (Searched each : all) {
            progress.say(sentence(each));
        }
    }

    private static List<Metric> metrics(Searched ours, double insertionsPerSecond) {
        return new ArrayList<>(
                List.of(
                        Metric.of("recall_at_10", ours.recall(), "share"),
                        Metric.of("p50_micros", ours.micros(0.5), "us"),
                        Metric.of("p95_micros", ours.micros(0.95), "us"),
                        Metric.of("p99_micros", ours.micros(0.99), "us"),
                        Metric.of("candidates", ours.breadth(), "vectors"),
                        Metric.of("insertions_per_second", insertionsPerSecond, "1/s")));
    }

    private static boolean fastEnough(Searched ours, int count) {
        return count >= MANY
                ? ours.micros(0.95) <= GOAL_MICROS_OF_MANY
                : ours.micros(0.5) <= GOAL_MICROS;
    }

    private static Searched.Engine asked(GraphIndex index) {
        Neighbours found = new Neighbours();
        return (query, breadth) -> {
            index.search(query, ClusteredVectors.K, breadth, found);
            return ClusteredVectors.numbers(found);
        };
    }

    /** Returns insertions a second. */
    private static double fill(GraphIndex index, ClusteredVectors data, List<Metric> guards) {
        double before = heapMib();
        index.train(Arrays.copyOf(data.vectors, Math.min(TYPICAL, data.vectors.length)));
        long begin = Stopwatch.nanos();
        for (float[] vector : data.vectors) {
            index.add(vector);
        }
        double seconds = (Stopwatch.nanos() - begin) * 1e-9;
        guards.add(Metric.of("memory_mib", heapMib() - before, "MiB"));
        return data.vectors.length / seconds;
    }

    /** Removes and adds anew, and says how fast, and whether what was added is found at once. */
    private static void replace(GraphIndex index, ClusteredVectors data, List<Metric> guards) {
        int removed = data.vectors.length / REMOVED_OF;
        long begin = Stopwatch.nanos();
        for (int i = 0; i < removed; i++) {
            index.remove((long) i * REMOVED_OF);
        }
        double seconds = (Stopwatch.nanos() - begin) * 1e-9;
        guards.add(Metric.of("removals_per_second", removed / seconds, "1/s"));
        Neighbours found = new Neighbours();
        long shown = 0;
        for (int i = 0; i < removed; i++) {
            float[] vector = data.vectors[i * REMOVED_OF];
            long number = index.add(vector);
            index.search(vector, 1, found);
            shown += found.number(0) == number ? 1 : 0;
        }
        guards.add(Metric.of("added_and_found_at_once", shown / (double) removed, "share"));
    }

    private static String sentence(Searched each) {
        return String.format(
                Locale.ROOT,
                "%s: recall %.4f with %d candidates, p50 %.0f us, p95 %.0f us, p99 %.0f us",
                each.name(),
                each.recall(),
                each.breadth(),
                each.micros(0.5),
                each.micros(0.95),
                each.micros(0.99));
    }

    private static double heapMib() {
        System.gc(); // what is garbage is not what an index takes
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    }
}
