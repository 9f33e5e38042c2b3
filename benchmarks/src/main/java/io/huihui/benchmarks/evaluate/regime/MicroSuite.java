package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.micro.MicroRegimes;
import io.huihui.simulator.Plants;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.chain.MicroState;

import java.util.ArrayList;
import java.util.List;

/** Whether clustering finds the planted sub-states, and none where none are planted. */
public final class MicroSuite implements Suite {

    private static final int MOST_CLUSTERS = 8;

    /** Price of a parameter; chosen on seeds 61 and 62: windows are alike for minutes. */
    private static final double PRICE = 4;

    /** A sub-state counts as found from this agreement on. */
    private static final double FOUND = 0.7;

    /** Goals: sub-states found, and share of null markets without any. */
    private static final double GOAL_FOUND = 5;

    private static final double GOAL_NULL = 0.95;

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
        ForecastModel model = ForecastModel.shipped();
        Recordings recordings = new Recordings(RegimeTraining.SYMBOLS, progress);
        List<Double> found = new ArrayList<>();
        List<Double> agreement = new ArrayList<>();
        double nullMarkets = 0;
        double nullClean = 0;
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            Recording recording = recordings.of(seed).get(0);
            double[] each = agreements(MicroWindows.of(recording, model), seed);
            double sum = 0;
            double count = 0;
            for (double value : each) {
                sum += value / STATES;
                count += value >= FOUND ? 1 : 0;
            }
            found.add(count);
            agreement.add(sum);
            Recording none = Recorder.record(withoutMicroStates(seed)).get(0);
            int clusters = fit(MicroWindows.of(none, model).windows(), seed).count();
            nullMarkets++;
            nullClean += clusters == 1 ? 1 : 0;
            progress.say("seed " + seed + ": " + count + " found, null " + clusters);
        }
        Metric clean = Metric.of("null_without_clusters", nullClean / nullMarkets, "share");
        Metric states = Bootstrap.metric("found", found, null, "of 6");
        return new Bench.Result(
                List.of(states, Bootstrap.metric("ari", agreement, null, "index")),
                List.of(clean),
                states.value() >= GOAL_FOUND && clean.value() >= GOAL_NULL);
    }

    /** Neither micro-states nor episodes: bursts and spoofs make clusters of their own. */
    private static SimulationConfig withoutMicroStates(long seed) {
        return SimulationConfig.of(seed, 1, 1).withPlants(Plants.none());
    }

    private static MicroRegimes fit(double[][] windows, long seed) {
        return MicroRegimes.fit(windows, MOST_CLUSTERS, PRICE, seed);
    }

    /** Returns for each sub-state its best agreement with one cluster. */
    private static double[] agreements(MicroWindows windows, long seed) {
        MicroRegimes regimes = fit(windows.windows(), seed);
        int[] assigned = regimes.assign(windows.windows());
        double[] best = new double[STATES];
        for (int state = 0; state < STATES; state++) {
            for (int cluster = 0; cluster < regimes.count(); cluster++) {
                double value = agreement(windows.truth(), state, assigned, cluster);
                best[state] = Math.max(best[state], value);
            }
        }
        return best;
    }

    /**
     * Adjusted Rand index of "in the state" and "in the cluster".
     *
     * <p>Reference: L. Hubert, P. Arabie, "Comparing partitions", Journal of Classification, 1985.
     */
    static double agreement(int[] truth, int state, int[] assigned, int cluster) {
        double[][] counts = new double[2][2];
        for (int t = 0; t < truth.length; t++) {
            counts[truth[t] == state ? 1 : 0][assigned[t] == cluster ? 1 : 0]++;
        }
        double together = 0;
        double[] rows = new double[2];
        double[] columns = new double[2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                together += pairs(counts[i][j]);
                rows[i] += counts[i][j];
                columns[j] += counts[i][j];
            }
        }
        double byRow = pairs(rows[0]) + pairs(rows[1]);
        double byColumn = pairs(columns[0]) + pairs(columns[1]);
        double expected = byRow * byColumn / pairs(truth.length);
        double largest = (byRow + byColumn) / 2;
        return largest == expected ? 0 : (together - expected) / (largest - expected);
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }
}
