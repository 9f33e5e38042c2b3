package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.micro.MicroRegimes;
import io.huihui.simulator.chain.MicroState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Whether clustering finds the planted sub-states, and none where none are planted. */
public final class MicroSuite implements Suite {

    /** A sub-state counts as found from this agreement on. */
    private static final double FOUND = 0.7;

    /** Goals: sub-states found, and share of null markets without any. */
    private static final double GOAL_FOUND = 5;

    private static final double GOAL_NULL = 0.95;

    /** Mean share of a cluster that is found again in sessions drawn from its own. */
    private static final double GOAL_STABLE = 0.6;

    private static final ForecastModel MODEL = ForecastModel.shipped();

    private static final int STATES = MicroState.values().length;

    @Override
    public String name() {
        return "micro-regime";
    }

    @Override
    public String question() {
        return "Does clustering find the planted sub-states, and none where there are none?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        Recordings recordings = new Recordings(RegimeTraining.SYMBOLS, progress);
        Recordings nothing = Recordings.withoutPlants(progress);
        Tally tally = new Tally();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            tally.planted(MicroWindows.of(recordings.of(seed).get(0), MODEL), seed);
            tally.none(MicroWindows.of(nothing.of(seed).get(0), MODEL));
            progress.say("seed " + seed + ": " + tally.last());
        }
        return tally.result();
    }

    /** What the seeds gave. */
    private static final class Tally {

        private final List<Double> found = new ArrayList<>();
        private final List<Double> agreement = new ArrayList<>();
        private final List<Double> stability = new ArrayList<>();
        private final List<Double> foundOnline = new ArrayList<>();
        private final List<Double> agreementOnline = new ArrayList<>();
        private final List<Double> longest = new ArrayList<>();
        private final List<Double> mean = new ArrayList<>();
        private final List<Double> clean = new ArrayList<>();
        private final List<Double> cleanOnline = new ArrayList<>();

        void planted(MicroWindows windows, long seed) {
            MicroWindows complete = windows.complete(MODEL);
            double[][] coordinates = complete.coordinates(MODEL);
            MicroRegimes regimes = MicroRegimes.fit(coordinates);
            double[] each =
                    agreements(complete.truth(), regimes.assign(coordinates), regimes.count());
            found.add((double) Arrays.stream(each).filter(a -> a >= FOUND).count());
            agreement.add(Arrays.stream(each).average().orElse(0));
            double[] again = MicroStability.of(coordinates, regimes, seed);
            stability.add(Arrays.stream(again).average().orElse(0));
            MicroOnline online = MicroOnline.of(windows);
            double[] told = IntStream.range(0, STATES).mapToDouble(online::agreement).toArray();
            foundOnline.add((double) Arrays.stream(told).filter(a -> a >= FOUND).count());
            agreementOnline.add(Arrays.stream(told).average().orElse(0));
            longest.add(online.longestMillis());
            mean.add(online.meanMillis());
        }

        void none(MicroWindows windows) {
            int clusters = MicroRegimes.fit(windows.complete(MODEL).coordinates(MODEL)).count();
            clean.add(clusters == 1 ? 1.0 : 0.0);
            cleanOnline.add(1 - MicroOnline.of(windows).inSubState());
        }

        String last() {
            int i = found.size() - 1;
            return found.get(i)
                    + " found (online "
                    + foundOnline.get(i)
                    + "), stability "
                    + stability.get(i)
                    + ", clean "
                    + clean.get(i)
                    + " (online "
                    + cleanOnline.get(i)
                    + "), longest window ms "
                    + longest.get(i);
        }

        Bench.Result result() {
            Metric states = Bootstrap.metric("found", found, null, "of 6");
            Metric again = Bootstrap.metric("bootstrap_jaccard", stability, null, "index");
            Metric none = Bootstrap.metric("null_without_clusters", clean, null, "share");
            return new Bench.Result(
                    List.of(
                            states,
                            Bootstrap.metric("ari", agreement, null, "index"),
                            again,
                            Bootstrap.metric("found_online", foundOnline, null, "of 6"),
                            Bootstrap.metric("ari_online", agreementOnline, null, "index"),
                            Bootstrap.metric("longest_window", longest, null, "ms"),
                            Bootstrap.metric("mean_window", mean, null, "ms")),
                    List.of(
                            none,
                            Bootstrap.metric(
                                    "null_without_clusters_online", cleanOnline, null, "share")),
                    states.value() >= GOAL_FOUND
                            && again.value() >= GOAL_STABLE
                            && none.value() >= GOAL_NULL);
        }
    }

    /** Returns for each planted sub-state its best agreement with one cluster. */
    private static double[] agreements(int[] truth, int[] assigned, int clusters) {
        double[] best = new double[STATES];
        for (int state = 0; state < STATES; state++) {
            for (int cluster = 0; cluster < clusters; cluster++) {
                double value = Partitions.randIndex(truth, state, assigned, cluster);
                best[state] = Math.max(best[state], value);
            }
        }
        return best;
    }
}
