package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.quant.Stopwatch;
import io.huihui.models.expert.flow.BoostedTrees;
import io.huihui.models.expert.flow.FlowInput;
import io.huihui.models.expert.flow.ShapleyRows;
import io.huihui.models.expert.flow.TreeShapley;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * {@code bench shap}: how long the exact contributions of all inputs to one score take, beside
 * LightGBM's own on the very same trees, and whether they are the same.
 */
public final class ShapBench implements Bench {

    private static final double GOAL_MICROS = 50;
    private static final double GOAL_RATIO = 10;
    private static final int EXAMPLES = 4_000;
    private static final int ROWS = 256;
    private static final int INPUTS = 30;
    private static final int TREES = 200;
    private static final String SHAPE = "num_leaves=31 learning_rate=0.1 min_data_in_leaf=20";
    private static final String ONE_THREAD = "num_threads=1";
    private static final int TURNS = 7;
    private static final int WARM_UP_TURNS = 3;
    private static final int REPEATS = 5;

    /** Both are exact; what is left is the rounding of sums over two hundred trees. */
    private static final double SAME = 1e-9;

    /** What the last run added up to, so that it is not optimised away. */
    private double sum;

    @Override
    public String name() {
        return "shap";
    }

    @Override
    public String question() {
        return "How long do the exact contributions of all inputs to a score of "
                + TREES
                + " trees take, beside LightGBM's own?";
    }

    @Override
    public Result run(Progress progress) {
        int columns = FlowInput.values().length;
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> rows = new ArrayList<>();
        float[] labels = new float[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            double[] row = new double[columns];
            for (int input = 0; input < INPUTS; input++) {
                row[input] = random.nextDouble(-1, 1);
                labels[i] += (float) (row[input] * row[(input + 7) % INPUTS]);
            }
            rows.add(row);
        }
        return TreeTraining.twins(
                rows,
                labels,
                TREES,
                SHAPE,
                (booster, trees) -> measure(rows.subList(0, ROWS), booster, trees, progress));
    }

    private Result measure(
            List<double[]> rows, LGBMBooster booster, BoostedTrees trees, Progress progress) {
        int columns = FlowInput.values().length;
        double[] matrix = new double[rows.size() * columns];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, matrix, row * columns, columns);
        }
        TreeShapley explainer = trees.explainer();
        ShapleyRows together = trees.rowsExplainer();
        double[] into = new double[columns];
        double[][] all = rows.toArray(double[][]::new);
        double[][] intoAll = new double[all.length][columns];
        together.explain(all, intoAll);
        double[] reference = theirs(booster, matrix);
        double apart = 0;
        double unexplained = 0;
        for (int row = 0; row < rows.size(); row++) {
            explainer.explain(rows.get(row), into);
            double total = explainer.base();
            for (int input = 0; input < columns; input++) {
                double their = reference[row * (columns + 1) + input];
                apart = Math.max(apart, Math.abs(into[input] - their));
                apart = Math.max(apart, Math.abs(intoAll[row][input] - their));
                total += into[input];
            }
            unexplained = Math.max(unexplained, Math.abs(total - trees.score(rows.get(row))));
        }
        Stopwatch.Times times =
                against(
                        booster,
                        matrix,
                        () -> {
                            together.explain(all, intoAll);
                            sum += intoAll[0][0];
                        });
        Stopwatch.Times alone =
                against(
                        booster,
                        matrix,
                        () ->
                                rows.forEach(
                                        row -> {
                                            explainer.explain(row, into);
                                            sum += into[0];
                                        }));
        double micros = 1e6 * times.oursMedian() / ROWS;
        double ratio = times.referenceMedian() / times.oursMedian();
        progress.say(
                String.format(
                        Locale.ROOT,
                        "%d trees: ours %.1f us a row, LightGBM %.1f us; checksum %.3f",
                        TREES,
                        micros,
                        1e6 * times.referenceMedian() / ROWS,
                        sum));
        return new Result(
                List.of(
                        new Metric(
                                "micros_per_row",
                                micros,
                                1e6 * times.ours()[0] / ROWS,
                                1e6 * times.ours()[TURNS - 1] / ROWS,
                                1e6 * times.referenceMedian() / ROWS,
                                "us"),
                        new Metric(
                                "micros_one_row_alone",
                                1e6 * alone.oursMedian() / ROWS,
                                1e6 * alone.ours()[0] / ROWS,
                                1e6 * alone.ours()[TURNS - 1] / ROWS,
                                1e6 * alone.referenceMedian() / ROWS,
                                "us"),
                        Metric.of("ratio_to_reference", ratio, "x")),
                List.of(
                        Metric.of("greatest_difference", apart, ""),
                        Metric.of("greatest_unexplained", unexplained, "")),
                micros <= GOAL_MICROS && ratio >= GOAL_RATIO && apart < SAME);
    }

    private Stopwatch.Times against(LGBMBooster booster, double[] matrix, Runnable ours) {
        return Stopwatch.interleaved(
                ours, REPEATS, () -> sum += theirs(booster, matrix)[0], TURNS, WARM_UP_TURNS);
    }

    private static double[] theirs(LGBMBooster booster, double[] matrix) {
        int columns = FlowInput.values().length;
        try {
            return booster.predictForMat(
                    matrix,
                    matrix.length / columns,
                    columns,
                    true,
                    PredictionType.C_API_PREDICT_CONTRIB,
                    ONE_THREAD);
        } catch (LGBMException e) {
            throw TreeTraining.failed("the bench", e);
        }
    }
}
