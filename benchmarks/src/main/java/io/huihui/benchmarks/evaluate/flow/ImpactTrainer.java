package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Trainer;
import io.huihui.models.expert.flow.BoostedTrees;
import io.huihui.models.expert.flow.FlowInput;
import io.huihui.models.expert.flow.ImpactModel;
import io.huihui.models.feature.Feature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits mean and spread of the return after bursts of flow by boosted trees. Every example is used a
 * second time mirrored, so that no trend of the training seeds is learned.
 */
public final class ImpactTrainer implements Trainer {

    /**
     * Small trees: what was planted has no noise to learn, but few sessions hold it. Chosen on
     * seeds 61-70, where twice as many trees at half the step are no better and take twice the
     * time.
     */
    private static final String MEAN_SHAPE =
            "num_leaves=8 learning_rate=0.1 min_data_in_leaf=500 lambda_l2=20";

    private static final int MEAN_TREES = 120;

    private static final String SPREAD_SHAPE =
            "num_leaves=4 learning_rate=0.05 min_data_in_leaf=200 lambda_l2=20";

    private static final int SPREAD_TREES = 60;

    /** -E[ln |Z|] of a standard normal variate: (Euler's constant + ln 2) / 2. */
    private static final double MEAN_LOG_GAP = 0.635181422730739;

    /** A miss below this counts as this: the logarithm of nothing would rule the fit. */
    private static final double LEAST_MISS = 1e-3;

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public String purpose() {
        return "boosted trees for mean and spread of the return 1, 5 and 15 minutes after a burst"
                + " of flow";
    }

    @Override
    public String train(SeedRange seeds, Bench.Progress progress) {
        List<Bursts.Moment> moments = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            moments.addAll(withPlanted(FlowDays.of(seed)));
            progress.say("seed " + seed + ": " + moments.size() + " moments so far");
        }
        StringBuilder text = new StringBuilder(ImpactModel.HEADER).append('\n');
        text.append("# ./huihui train impact --seeds ").append(seeds).append('\n');
        text.append("# ").append(moments.size()).append(" moments; mean ").append(MEAN_SHAPE);
        text.append(", spread ").append(SPREAD_SHAPE).append('\n');
        for (int horizon = 0; horizon < ImpactModel.HORIZONS; horizon++) {
            text.append("root ").append(ImpactModel.minutes(horizon)).append(' ');
            text.append(rootConstant(moments, horizon)).append('\n');
            text.append(horizon(moments, horizon));
            progress.say(ImpactModel.minutes(horizon) + " minutes fitted");
        }
        return text.toString();
    }

    /**
     * Returns the moments of a day with the returns that the simulator planted: what came less the
     * noise. The mean to be found is the same, and far fewer sessions are needed to find it.
     */
    private static List<Bursts.Moment> withPlanted(FlowDay day) {
        PlantedReturn planted = new PlantedReturn(day);
        List<Bursts.Moment> moments = new ArrayList<>();
        for (Bursts.Moment moment : Bursts.all(day, ImpactModel.minutes())) {
            double[] expected = new double[ImpactModel.HORIZONS];
            for (int horizon = 0; horizon < expected.length; horizon++) {
                expected[horizon] =
                        planted.over(
                                day.endMillis(moment.second()),
                                ImpactModel.minutes(horizon),
                                day.value(moment.second(), Feature.MID));
            }
            moments.add(moment.expecting(expected));
        }
        return moments;
    }

    private static String horizon(List<Bursts.Moment> moments, int horizon) {
        Examples examples = new Examples(moments, horizon);
        String mean = mean(examples, horizon);
        double[] expected = expected(mean, examples.rows);
        float[] sizes = new float[expected.length];
        for (int i = 0; i < sizes.length; i++) {
            // ln |miss| of a normal variate lies this much below ln of its deviation on average.
            double miss = Math.max(LEAST_MISS, Math.abs(examples.came[i] - expected[i]));
            sizes[i] = (float) (Math.log(miss) + MEAN_LOG_GAP);
        }
        return mean
                + TreeTraining.train(
                        "spread " + ImpactModel.minutes(horizon),
                        examples.rows,
                        sizes,
                        SPREAD_TREES,
                        SPREAD_SHAPE);
    }

    private static String mean(Examples examples, int horizon) {
        return TreeTraining.train(
                "mean " + ImpactModel.minutes(horizon),
                examples.rows,
                examples.labels,
                MEAN_TREES,
                MEAN_SHAPE);
    }

    /**
     * Returns the square-root law's constant that fits moments after bursts best, in deviations.
     */
    static double rootConstant(List<Bursts.Moment> moments, int horizon) {
        double product = 0;
        double squares = 0;
        for (Bursts.Moment moment : moments) {
            if (moment.inputs()[FlowInput.TOXICITY.ordinal()] < ImpactModel.BURST_TOXICITY) {
                continue;
            }
            double deviations = moment.deviations(moment.expected(), horizon);
            double root = moment.inputs()[FlowInput.ROOT_SHARES_30S.ordinal()];
            if (!Double.isNaN(deviations)) {
                product += root * deviations;
                squares += root * root;
            }
        }
        return product / squares;
    }

    /** Moments whose return is known, each once as it was and once mirrored. */
    private static final class Examples {
        final List<double[]> rows = new ArrayList<>();
        final float[] labels;
        final float[] came;

        Examples(List<Bursts.Moment> moments, int horizon) {
            List<Double> expected = new ArrayList<>();
            List<Double> returns = new ArrayList<>();
            for (Bursts.Moment moment : moments) {
                double deviations = moment.deviations(moment.returns(), horizon);
                double wanted = moment.deviations(moment.expected(), horizon);
                if (!Double.isNaN(deviations)) {
                    rows.add(moment.inputs());
                    returns.add(deviations);
                    expected.add(wanted);
                    rows.add(ImpactModel.mirror(moment.inputs()));
                    returns.add(-deviations);
                    expected.add(-wanted);
                }
            }
            labels = floats(expected);
            came = floats(returns);
        }

        private static float[] floats(List<Double> values) {
            float[] floats = new float[values.size()];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = values.get(i).floatValue();
            }
            return floats;
        }
    }

    private static double[] expected(String section, List<double[]> rows) {
        BoostedTrees trees = trees(section);
        return rows.stream().mapToDouble(trees::score).toArray();
    }

    private static BoostedTrees trees(String section) {
        try (BufferedReader in = new BufferedReader(new StringReader(section))) {
            String[] head = in.readLine().split(" ", -1);
            return BoostedTrees.read(in, Integer.parseInt(head[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
