package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Metric;
import io.huihui.models.expert.flow.FlowInput;
import io.huihui.models.expert.flow.ImpactModel;
import io.huihui.models.feature.Feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Scores forecasts of the mid on recorded days, a moment in every ten seconds. */
final class TapeImpact {

    /** A gap of as much parts two sessions. */
    static final long NIGHT_MILLIS = 4 * 60 * 60_000L;

    private static final int STEP_SECONDS = 10;

    /** Examples before the regression is asked. */
    private static final int LEAST_LEARNED = 30;

    /** Examples that its doubt is worth; inputs and outcomes are of unit size. */
    private static final double RIDGE = 20;

    private static final double SECONDS_PER_YEAR = 252.0 * 390 * 60;

    /** Where no quotes are recorded the spread of the most liquid share is a cent. */
    private static final double CENT = 0.01;

    private static final int DRAWS = 2_000;
    private static final long SEED = 20_261_126L;

    /** What leans, and is fed by a tape of the underlying alone. */
    private static final FlowInput[] LEANING = {
        FlowInput.SHARE_TRADES_1M,
        FlowInput.ORDER_FLOW_10S,
        FlowInput.ORDER_FLOW_1M,
        FlowInput.DEPTH_30S,
        FlowInput.SIGNED_SHARES_10S,
        FlowInput.SIGNED_SHARES_30S,
        FlowInput.SIGNED_SHARES_2M,
        FlowInput.ROOT_SHARES_30S,
        FlowInput.RETURN_10S,
        FlowInput.RETURN_1M,
        FlowInput.RETURN_5M
    };

    private final int blockSeconds;
    private final List<Block> blocks = new ArrayList<>();
    private int moments;

    /** Sums over the moments of a few minutes; returns in percent. */
    private static final class Block {
        private final double[] none = new double[ImpactModel.HORIZONS];
        private final double[] trees = new double[ImpactModel.HORIZONS];
        private final double[] learned = new double[ImpactModel.HORIZONS];
        private final double[] net = new double[ImpactModel.HORIZONS];
        private final double[] trades = new double[ImpactModel.HORIZONS];
    }

    TapeImpact(int blockSeconds) {
        this.blockSeconds = blockSeconds;
    }

    int moments() {
        return moments;
    }

    /** Takes a day. The regression begins anew with each: it knows nothing of the one before. */
    void add(FlowDay day) {
        ImpactModel model = ImpactModel.shipped();
        WalkForwardRidge[] ridges = new WalkForwardRidge[ImpactModel.HORIZONS];
        Arrays.setAll(ridges, horizon -> new WalkForwardRidge(LEANING.length, RIDGE));
        FlowReader reader = new FlowReader(day);
        Block block = new Block();
        for (int second = 0; second < day.seconds(); second++) {
            reader.take(second);
            if (second % blockSeconds == 0) {
                block = new Block();
                blocks.add(block);
            }
            double deviation = deviation(day, second);
            if (second % STEP_SECONDS == 0 && deviation > 0) {
                moments++;
                double[] inputs = reader.inputs();
                for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
                    double trees = model.forecast(horizon, inputs, deviation).meanLogReturn();
                    judge(day, second, horizon, deviation, inputs, trees, ridges[horizon], block);
                }
            }
        }
    }

    private static void judge(
            FlowDay day,
            int second,
            int horizon,
            double secondDeviation,
            double[] inputs,
            double trees,
            WalkForwardRidge ridge,
            Block block) {
        int then = second + 60 * ImpactModel.minutes(horizon);
        if (then >= day.seconds()) {
            return;
        }
        double mid = day.value(second, Feature.MID);
        double came = Math.log(day.value(then, Feature.MID) / mid);
        if (!Double.isFinite(came)) {
            return;
        }
        double deviation = secondDeviation * Math.sqrt(60.0 * ImpactModel.minutes(horizon));
        double[] leaning = leaning(inputs);
        boolean asked = ridge.learnUntil(second) >= LEAST_LEARNED;
        if (asked) {
            double learned = ridge.forecast(leaning) * deviation;
            double spread = spread(day, second, mid);
            block.none[horizon] += square(came);
            block.trees[horizon] += square(came - trees);
            block.learned[horizon] += square(came - learned);
            if (Math.abs(learned) > spread) {
                block.trades[horizon]++;
                block.net[horizon] += 100 * (Math.signum(learned) * came - spread);
            }
        }
        ridge.add(then, leaning, Math.max(-4, Math.min(4, came / deviation)));
    }

    private static double spread(FlowDay day, int second, double mid) {
        double quoted = day.value(second, Feature.RELATIVE_SPREAD);
        return quoted > 0 ? quoted : CENT / mid;
    }

    private static double[] leaning(double[] inputs) {
        double[] leaning = new double[LEANING.length];
        for (int i = 0; i < leaning.length; i++) {
            double value = inputs[LEANING[i].ordinal()];
            leaning[i] = Double.isNaN(value) ? 0 : value;
        }
        return leaning;
    }

    /** Expected deviation of the log return of a second, by the longest volatility known. */
    private static double deviation(FlowDay day, int second) {
        for (Feature feature :
                new Feature[] {
                    Feature.REALIZED_VOL_60M, Feature.REALIZED_VOL_30M, Feature.REALIZED_VOL_5M
                }) {
            double annual = day.value(second, feature);
            if (annual > 0) {
                return annual / Math.sqrt(SECONDS_PER_YEAR);
            }
        }
        return Double.NaN;
    }

    private static double square(double value) {
        return value * value;
    }

    /** Returns skill (share of the squared return explained), and what trading on it leaves. */
    List<Metric> metrics(String tape) {
        List<Metric> metrics = new ArrayList<>();
        for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
            int at = horizon;
            String of = ImpactModel.minutes(at) + "m_" + tape;
            metrics.add(ratio("skill_trees_" + of, b -> b.none[at] - b.trees[at], b -> b.none[at]));
            metrics.add(
                    ratio("skill_learned_" + of, b -> b.none[at] - b.learned[at], b -> b.none[at]));
            metrics.add(ratio("net_percent_" + of, b -> b.net[at], b -> b.trades[at]));
            metrics.add(
                    Metric.of(
                            "trades_" + of,
                            blocks.stream().mapToDouble(b -> b.trades[at]).sum(),
                            "count"));
        }
        return metrics;
    }

    /** Interval by drawing whole blocks: moments within one overlap. */
    private Metric ratio(
            String name, ToDoubleFunction<Block> above, ToDoubleFunction<Block> below) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double up = 0;
            double down = 0;
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(random.nextInt(blocks.size()));
                up += above.applyAsDouble(block);
                down += below.applyAsDouble(block);
            }
            drawn[draw] = down == 0 ? 0 : up / down;
        }
        Arrays.sort(drawn);
        double up = blocks.stream().mapToDouble(above).sum();
        double down = blocks.stream().mapToDouble(below).sum();
        return new Metric(
                name,
                down == 0 ? 0 : up / down,
                drawn[DRAWS / 40],
                drawn[DRAWS - 1 - DRAWS / 40],
                null,
                name.startsWith("net") ? "percent a trade" : "share");
    }
}
