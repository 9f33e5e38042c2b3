package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.expert.flow.BoostedTrees;
import io.huihui.models.expert.flow.FlowInput;
import io.huihui.models.expert.flow.ImpactModel;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long one impact forecast takes, and how our scorer compares with LightGBM's own on the very
 * same trees.
 */
public final class ImpactBench implements Bench {

    private static final double GOAL_MICROS = 100;
    private static final int EXAMPLES = 2_000;
    private static final int ROWS = 500;
    private static final int TREES = 120;
    private static final String SHAPE = "num_leaves=6 learning_rate=0.1 min_data_in_leaf=20";
    private static final int TURNS = 7;
    private static final int WARM_UP_TURNS = 3;
    private static final int REPEATS = 5;

    /** Both scorers add the same leaves, in the same order. */
    private static final double SAME = 1e-9;

    /** What the last run added up to, so that it is not optimised away. */
    private double sum;

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public String question() {
        return "How long does an impact forecast take, and how does our scorer compare with"
                + " LightGBM's?";
    }

    @Override
    public Result run(Progress progress) {
        List<double[]> rows = rows();
        float[] labels = new float[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            labels[i] = (float) (rows.get(i)[0] * rows.get(i)[1]);
        }
        return TreeTraining.twins(
                rows,
                labels,
                TREES,
                SHAPE,
                (booster, trees) -> measure(rows, booster, trees, progress));
    }

    private Result measure(
            List<double[]> rows, LGBMBooster booster, BoostedTrees trees, Progress progress) {
        double apart = 0;
        for (int i = 0; i < ROWS; i++) {
            apart =
                    Math.max(
                            apart,
                            Math.abs(trees.score(rows.get(i)) - score(booster, rows.get(i))));
        }
        Stopwatch.Times scorers =
                Stopwatch.interleaved(
                        () -> rows.subList(0, ROWS).forEach(row -> sum += trees.score(row)),
                        REPEATS,
                        () -> rows.subList(0, ROWS).forEach(row -> sum += score(booster, row)),
                        TURNS,
                        WARM_UP_TURNS);
        ImpactModel model = ImpactModel.shipped();
        Stopwatch.Times forecasts =
                Stopwatch.interleaved(
                        () -> rows.subList(0, ROWS).forEach(row -> sum += forecast(model, row)),
                        REPEATS,
                        () -> rows.subList(0, ROWS).forEach(row -> sum += trees.score(row)),
                        TURNS,
                        WARM_UP_TURNS);
        List<double[]> bursts = rows.subList(0, ROWS).stream().map(ImpactBench::burst).toList();
        Stopwatch.Times explained =
                Stopwatch.interleaved(
                        () -> bursts.forEach(row -> sum += explained(model, row)),
                        REPEATS,
                        () -> bursts.forEach(row -> sum += trees.score(row)),
                        TURNS,
                        WARM_UP_TURNS);
        double micros = 1e6 * forecasts.oursMedian() / ROWS;
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d trees: ours %.2f us, LightGBM %.2f us; a forecast of three horizons"
                                + " %.2f us",
                        TREES,
                        1e6 * scorers.oursMedian() / ROWS,
                        1e6 * scorers.referenceMedian() / ROWS,
                        micros));
        return new Result(
                List.of(
                        new Metric(
                                "micros_per_forecast",
                                micros,
                                1e6 * forecasts.ours()[0] / ROWS,
                                1e6 * forecasts.ours()[TURNS - 1] / ROWS,
                                null,
                                "us"),
                        new Metric(
                                "micros_per_explained_forecast",
                                1e6 * explained.oursMedian() / ROWS,
                                1e6 * explained.ours()[0] / ROWS,
                                1e6 * explained.ours()[TURNS - 1] / ROWS,
                                null,
                                "us"),
                        Metric.of(
                                "ratio_to_lightgbm",
                                scorers.referenceMedian() / scorers.oursMedian(),
                                "x")),
                List.of(Metric.of("greatest_difference", apart, "deviations")),
                micros < GOAL_MICROS && apart < SAME);
    }

    private static double forecast(ImpactModel model, double[] row) {
        double total = 0;
        for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
            total += model.forecast(horizon, row, 1e-4).meanLogReturn();
        }
        return total;
    }

    /** The same with the largest contributions, which come after a burst. */
    private static double explained(ImpactModel model, double[] row) {
        double total = 0;
        for (ImpactForecast forecast : model.impact(row, 1e-4, true).forecasts()) {
            total += forecast.meanLogReturn();
        }
        return total;
    }

    private static double[] burst(double[] row) {
        double[] burst = row.clone();
        burst[FlowInput.TOXICITY.ordinal()] = ImpactModel.BURST_TOXICITY;
        return burst;
    }

    private static double score(LGBMBooster booster, double[] row) {
        try {
            return booster.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
        } catch (LGBMException e) {
            throw TreeTraining.failed("the bench", e);
        }
    }

    private static List<double[]> rows() {
        SplittableRandom random = new SplittableRandom(5);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < EXAMPLES; i++) {
            double[] row = new double[FlowInput.values().length];
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextGaussian();
            }
            rows.add(row);
        }
        return rows;
    }
}
