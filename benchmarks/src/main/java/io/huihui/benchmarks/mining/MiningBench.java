package io.huihui.benchmarks.mining;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.OutsideResults;
import io.huihui.models.mining.MatrixProfile;
import io.huihui.models.mining.MinedEvent;
import io.huihui.models.mining.MiningChannel;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.SequenceTable;
import io.huihui.models.mining.SeriesWindows;
import io.huihui.models.mining.ShuffleTask;
import io.huihui.models.mining.ShuffledHighest;
import io.huihui.models.mining.ShuffledSeries;
import io.huihui.models.mining.SymbolHistory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code bench mining}: what mining does again and again, to look through a shuffled history, in
 * one thread the straightforward way, with the better algorithm, and with the better layout too, in
 * processor time, turn by turn; and a whole set of shuffles with one thread and with two, by the
 * clock.
 */
public final class MiningBench implements Bench {

    private static final double GOAL = 5;

    private static final int TURNS = 7;
    private static final int WARM_UP_TURNS = 8;

    /** Ours is run so often for one run of the reference, to be measured as exactly. */
    private static final int REPEATS = 10;

    private static final int THREADS = 2;
    private static final int EVENT_KINDS = 24;
    private static final long HALF_HOUR = 1_800_000;
    private static final int LONGEST = 3;
    private static final MiningConfig CONFIG = MiningConfig.defaults();

    @Override
    public String name() {
        return "mining";
    }

    @Override
    public String question() {
        return "How much faster is mining than comparing everything with everything in one thread?";
    }

    @Override
    public Result run(Progress progress) {
        SymbolHistory history = PlantedHistory.of("SPY", 1, 2).history();
        double[] series = history.series(MiningChannel.OPTION_FLOW);
        double[] shuffled =
                new ShuffledSeries(series, history.partsOfDay(), CONFIG.autoregression())
                        .shuffled(1);
        int length = CONFIG.windowSteps();
        Found plain = new Found();
        Found rows = new Found();
        Found ours = new Found();
        Runnable byPairs = () -> plain.highest = PlainMiner.highest(shuffled, length);
        Runnable byRows = () -> rows.highest = PlainMiner.highestByRows(shuffled, length);
        Runnable byBands =
                () -> ours.highest = MatrixProfile.highest(new SeriesWindows(shuffled, length));
        Stopwatch.Times algorithm = Stopwatch.interleaved(byRows, 1, byPairs, TURNS, WARM_UP_TURNS);
        Stopwatch.Times layout =
                Stopwatch.interleaved(byBands, REPEATS, byRows, TURNS, WARM_UP_TURNS);
        Stopwatch.Times both =
                Stopwatch.interleaved(byBands, REPEATS, byPairs, TURNS, WARM_UP_TURNS);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "a shuffled series of %d steps: %.1f ms pair by pair, %.1f ms row by row,"
                                + " %.2f ms in bands",
                        series.length,
                        1e3 * both.referenceMedian(),
                        1e3 * layout.referenceMedian(),
                        1e3 * both.oursMedian()));
        Metric sequences = sequences(history, progress);
        Cores cores = cores(history);
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d shuffles of three channels: %.2f s with one thread, %.2f s with %d",
                        CONFIG.shuffles(),
                        cores.one,
                        cores.many,
                        THREADS));
        double inOneThread = ratio(both);
        double all = inOneThread * cores.one / cores.many;
        List<Metric> metrics =
                List.of(
                        Metric.of("ratio_to_naive", all, "x"),
                        spread("ratio_in_one_thread", both),
                        spread("ratio_by_algorithm", algorithm),
                        spread("ratio_by_layout", layout),
                        Metric.of("ratio_by_" + THREADS + "_threads", cores.one / cores.many, "x"),
                        sequences);
        List<Metric> guards =
                List.of(
                        Metric.of(
                                "difference_to_naive",
                                Math.abs(ours.highest - plain.highest),
                                "correlation"),
                        Metric.of(
                                "difference_to_rows",
                                Math.abs(ours.highest - rows.highest),
                                "correlation"),
                        Metric.of("equal_with_threads", cores.equal ? 1 : 0, "share"));
        return new Result(metrics, guards, all >= GOAL && cores.equal);
    }

    private static double ratio(Stopwatch.Times times) {
        return times.referenceMedian() / times.oursMedian();
    }

    /** Between the slowest of ours to the fastest of theirs, and the reverse. */
    private static Metric spread(String name, Stopwatch.Times times) {
        int last = times.ours().length - 1;
        return new Metric(
                name,
                ratio(times),
                times.reference()[0] / times.ours()[last],
                times.reference()[last] / times.ours()[0],
                null,
                "x");
    }

    /** All sequences of up to three kinds: looked for one by one, and by their bits. */
    private static Metric sequences(SymbolHistory history, Progress progress) {
        SequenceTable table = new SequenceTable(history.events(), HALF_HOUR, LONGEST, EVENT_KINDS);
        SortedMap<Long, List<MinedEvent>> windows = new TreeMap<>();
        for (MinedEvent event : history.events()) {
            windows.computeIfAbsent(event.timeMillis() / HALF_HOUR, slot -> new ArrayList<>())
                    .add(event);
        }
        windows.values().forEach(each -> each.sort(BY_TIME));
        List<List<MinedEvent>> all = List.copyOf(windows.values());
        int[] plain = new int[table.sequences()];
        Runnable oneByOne =
                () -> {
                    for (int number = 0; number < plain.length; number++) {
                        List<String> kinds =
                                Arrays.stream(table.sequence(number))
                                        .mapToObj(table.kinds()::get)
                                        .toList();
                        plain[number] = PlainMiner.count(all, kinds);
                    }
                };
        Stopwatch.Times times =
                Stopwatch.interleaved(table::counts, REPEATS, oneByOne, TURNS, WARM_UP_TURNS);
        if (!Arrays.equals(plain, table.counts())) {
            throw new IllegalStateException("need equal counts, were different ones");
        }
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d sequences in %d half hours: %.2f ms one by one, %.3f ms by bits",
                        table.sequences(),
                        all.size(),
                        1e3 * times.referenceMedian(),
                        1e3 * times.oursMedian()));
        return spread("ratio_of_sequences", times);
    }

    private static final Comparator<MinedEvent> BY_TIME =
            Comparator.comparingLong(MinedEvent::timeMillis);

    private static final class Found {
        double highest;
    }

    private static final class Cores {
        double one;
        double many;
        boolean equal = true;
    }

    @OutsideResults("measures how long threads take together")
    private static Cores cores(SymbolHistory history) {
        double[] one = new double[TURNS];
        double[] many = new double[TURNS];
        Cores cores = new Cores();
        for (int turn = 0; turn < TURNS; turn++) {
            long begin = System.nanoTime();
            List<ShuffledHighest> alone = shuffle(history, 1);
            long middle = System.nanoTime();
            List<ShuffledHighest> together = shuffle(history, THREADS);
            long end = System.nanoTime();
            one[turn] = 1e-9 * (middle - begin);
            many[turn] = 1e-9 * (end - middle);
            cores.equal &= alone.equals(together);
        }
        Arrays.sort(one);
        Arrays.sort(many);
        cores.one = Stopwatch.median(one);
        cores.many = Stopwatch.median(many);
        return cores;
    }

    private static List<ShuffledHighest> shuffle(SymbolHistory history, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ShuffledHighest>> futures = new ArrayList<>();
            for (ShuffleTask task : ShuffleTask.of(history, CONFIG)) {
                futures.add(pool.submit(() -> task.run(CONFIG)));
            }
            List<ShuffledHighest> shuffled = new ArrayList<>();
            for (Future<ShuffledHighest> each : futures) {
                shuffled.add(each.get());
            }
            return shuffled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while shuffling", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a shuffle failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
