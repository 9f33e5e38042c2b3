package io.huihui.benchmarks.registry;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.OutsideResults;
import io.huihui.models.decision.Expert;
import io.huihui.models.feature.Feature;
import io.huihui.models.registry.BorrowedValues;
import io.huihui.models.registry.FeatureDeclaration;
import io.huihui.models.registry.LentValue;
import io.huihui.models.registry.ValueType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * {@code bench registry}: how long a borrowed feature is looked for, beside a sorted map per
 * feature that gives the same answers. Five hundred symbols, eight features each; lenders are some
 * seconds ahead, as in a replay.
 */
public final class RegistryBench implements Bench {

    private static final double GOAL_P99_MICROS = 5_000;
    private static final int SYMBOLS = 500;
    private static final int FEATURES = 8;
    private static final int SECONDS = 120;
    private static final int MOST_AHEAD = 60;
    private static final long STEP = 1_000;
    private static final long FRESH_MILLIS = 10_000;
    private static final int TURNS = 7;
    private static final int WARM_UP_TURNS = 4;

    private static final List<FeatureDeclaration> DECLARED =
            IntStream.range(0, FEATURES)
                    .mapToObj(
                            i ->
                                    new FeatureDeclaration(
                                            Expert.REGIME,
                                            "regime.feature-" + i,
                                            ValueType.NUMBER,
                                            Feature.Unit.RATIO,
                                            FRESH_MILLIS,
                                            List.of(Expert.FLOW)))
                    .toList();

    /** One of the two rivals, of one symbol. */
    private interface Lookup {
        void put(int feature, LentValue lent);

        /** Returns the value; NaN when missing. */
        double read(int feature, long secondEndMillis);
    }

    private double ourSum;
    private double theirSum;
    private long looked;

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public String question() {
        return "How long is a borrowed feature looked for, beside a sorted map per feature?";
    }

    @Override
    public Result run(Progress progress) {
        List<List<LentValue>> values = values();
        Stopwatch.Times times =
                Stopwatch.interleaved(
                        () -> ourSum = play(values, ours(), null),
                        1,
                        () -> theirSum = play(values, maps(), null),
                        TURNS,
                        WARM_UP_TURNS);
        long[] ourNanos = new long[SYMBOLS * FEATURES * SECONDS];
        long[] theirNanos = new long[ourNanos.length];
        play(values, ours(), ourNanos);
        play(values, maps(), theirNanos);
        Arrays.sort(ourNanos);
        Arrays.sort(theirNanos);
        double p99 = percentile(ourNanos, 0.99);
        double each = 1e9 / ourNanos.length;
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d look-ups: ours %.0f ns, sorted maps %.0f ns, what is lent included",
                        looked,
                        each * times.oursMedian(),
                        each * times.referenceMedian()));
        return new Result(
                List.of(
                        lookup("p99", 0.99, ourNanos, theirNanos),
                        lookup("p50", 0.5, ourNanos, theirNanos),
                        new Metric(
                                "nanos_per_value",
                                each * times.oursMedian(),
                                each * times.ours()[0],
                                each * times.ours()[TURNS - 1],
                                each * times.referenceMedian(),
                                "ns"),
                        Metric.of(
                                "ratio_to_sorted_map",
                                times.referenceMedian() / times.oursMedian(),
                                "x")),
                List.of(Metric.of("different_answers", ourSum == theirSum ? 0 : 1, "count")),
                p99 <= GOAL_P99_MICROS && ourSum == theirSum);
    }

    private static Metric lookup(String name, double share, long[] ours, long[] theirs) {
        return new Metric(
                "lookup_" + name + "_micros",
                percentile(ours, share),
                null,
                null,
                percentile(theirs, share),
                "us");
    }

    private static double percentile(long[] sorted, double share) {
        return 1e-3 * sorted[(int) (share * (sorted.length - 1))];
    }

    /** Per feature a value a second; made before, so that only looking is timed. */
    private static List<List<LentValue>> values() {
        List<List<LentValue>> values = new ArrayList<>();
        for (FeatureDeclaration each : DECLARED) {
            List<LentValue> of = new ArrayList<>();
            for (int second = 1; second <= SECONDS + MOST_AHEAD; second++) {
                of.add(new LentValue("SPY", each.name(), second * STEP, second));
            }
            values.add(of);
        }
        return values;
    }

    /** Returns the sum of what was read: by second, symbol and feature, as snapshots come. */
    @OutsideResults("measures how long a look-up takes")
    private double play(List<List<LentValue>> values, List<Lookup> symbols, long[] nanos) {
        int[] lent = new int[SYMBOLS];
        double sum = 0;
        int next = 0;
        for (int second = 1; second <= SECONDS; second++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                Lookup lookup = symbols.get(symbol);
                int until = second + symbol % MOST_AHEAD;
                for (; lent[symbol] < until; lent[symbol]++) {
                    for (int feature = 0; feature < FEATURES; feature++) {
                        lookup.put(feature, values.get(feature).get(lent[symbol]));
                    }
                }
                for (int feature = 0; feature < FEATURES; feature++) {
                    long begin = nanos == null ? 0 : System.nanoTime();
                    double value = lookup.read(feature, second * STEP);
                    if (nanos != null) {
                        nanos[next] = System.nanoTime() - begin;
                    }
                    next++;
                    sum += Double.isNaN(value) ? 0 : value;
                }
            }
        }
        looked = next;
        return sum;
    }

    private static List<Lookup> ours() {
        return IntStream.range(0, SYMBOLS).<Lookup>mapToObj(symbol -> new Ours()).toList();
    }

    private static List<Lookup> maps() {
        return IntStream.range(0, SYMBOLS).<Lookup>mapToObj(symbol -> new Maps()).toList();
    }

    private static final class Ours implements Lookup {
        private final BorrowedValues values = new BorrowedValues();

        @Override
        public void put(int feature, LentValue lent) {
            values.put(lent);
        }

        @Override
        public double read(int feature, long secondEndMillis) {
            return values.read(DECLARED.get(feature), secondEndMillis).orNaN();
        }
    }

    /** The same rules on a sorted map per feature. */
    private static final class Maps implements Lookup {
        private final List<TreeMap<Long, Double>> maps =
                IntStream.range(0, FEATURES).mapToObj(i -> new TreeMap<Long, Double>()).toList();

        @Override
        public void put(int feature, LentValue lent) {
            maps.get(feature).put(lent.secondEndMillis(), lent.value());
        }

        @Override
        public double read(int feature, long secondEndMillis) {
            TreeMap<Long, Double> map = maps.get(feature);
            Map.Entry<Long, Double> latest = map.floorEntry(secondEndMillis - STEP);
            if (latest == null || secondEndMillis - latest.getKey() > FRESH_MILLIS) {
                return Double.NaN;
            }
            map.headMap(latest.getKey(), false).clear();
            return latest.getValue();
        }
    }
}
