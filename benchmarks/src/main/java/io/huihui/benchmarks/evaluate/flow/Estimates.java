package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;

import java.util.List;

/** Figures of seeds as metrics with an interval. */
final class Estimates {

    private Estimates() {}

    /** Returns mean and interval over seeds; seeds without the figure (NaN) are left out. */
    static Metric metric(String name, List<Double> bySeed, Double baseline, String unit) {
        double[] values =
                bySeed.stream().mapToDouble(d -> d).filter(d -> !Double.isNaN(d)).toArray();
        Bootstrap.Interval interval = Bootstrap.of(values);
        return new Metric(name, interval.mean(), interval.low(), interval.high(), baseline, unit);
    }

    static double mean(List<Double> bySeed) {
        return bySeed.stream()
                .mapToDouble(d -> d)
                .filter(d -> !Double.isNaN(d))
                .average()
                .orElse(Double.NaN);
    }
}
