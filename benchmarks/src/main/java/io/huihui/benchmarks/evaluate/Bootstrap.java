package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Metric;
import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The 95 % interval of a figure over seeds. Outcomes within a seed overlap in time and are far from
 * independent; seeds are independent, so whole seeds are drawn.
 *
 * <p>Reference: Efron, Tibshirani, "An introduction to the bootstrap", 1993, chapter 13 (percentile
 * interval).
 */
public final class Bootstrap {

    private static final int DRAWS = 2_000;

    private static final double LOW = 0.025;

    /** The same input gives the same interval. */
    private static final long SEED = 20_261_123L;

    /** A mean and its interval. */
    public record Interval(double mean, double low, double high) {}

    private Bootstrap() {}

    /**
     * Returns a figure of values, one per seed, with its interval.
     *
     * @param baseline the same figure for the reference; null when there is none
     */
    public static Metric metric(String name, double[] values, Double baseline, String unit) {
        Interval interval = of(values);
        return new Metric(name, interval.mean(), interval.low(), interval.high(), baseline, unit);
    }

    /**
     * Returns a figure of values, one per seed, with its interval.
     *
     * @param reference values of the reference, whose mean is the baseline; null when there is none
     */
    public static Metric metric(
            String name, List<Double> values, List<Double> reference, String unit) {
        Double baseline =
                reference == null ? null : Arrays.stream(array(reference)).average().orElseThrow();
        return metric(name, array(values), baseline, unit);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Returns the mean of the values, one per seed, and its percentile interval. */
    public static Interval of(double... values) {
        return pooled(
                Arrays.stream(values).boxed().toList(),
                drawn -> drawn.stream().mapToDouble(d -> d).sum() / drawn.size());
    }

    /**
     * Returns a figure of all seeds together and its percentile interval: for figures that have no
     * meaning in one seed, as a calibration error, which a few independent outcomes make large
     * however well calibrated they were.
     *
     * @param seeds what is known of each seed
     */
    public static <T> Interval pooled(List<T> seeds, ToDoubleFunction<List<T>> figure) {
        Require.that(seeds.size() > 1, "values of at least two seeds", seeds.size() + " values");
        SplittableRandom random = new SplittableRandom(SEED);
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<T> drawn = new ArrayList<>();
            for (int i = 0; i < seeds.size(); i++) {
                drawn.add(seeds.get(random.nextInt(seeds.size())));
            }
            draws[draw] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(draws);
        int low = (int) Math.floor(LOW * DRAWS);
        return new Interval(figure.applyAsDouble(seeds), draws[low], draws[DRAWS - 1 - low]);
    }
}
