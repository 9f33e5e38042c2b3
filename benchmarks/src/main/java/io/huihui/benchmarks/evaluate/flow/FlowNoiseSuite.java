package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.expert.flow.CleanDivergence;
import io.huihui.models.expert.flow.FlowModels;
import io.huihui.models.feature.Feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much noise book and prints take out of DWFD. All rivals are brought to the same gain first:
 * each is scaled so that its mean in the direction of the planted informed episodes is that of
 * DWFD. Otherwise a series made small would look quiet. Plain smoothing is the rival that may lag
 * one tick as well.
 */
public final class FlowNoiseSuite implements Suite {

    private static final double GOAL_REDUCTION = 0.30;
    private static final double LARGEST_DELAY_SECONDS = 1;

    /** A fading mean that lags one tick: half of it is the present second. */
    private static final double SMOOTHING = 0.5;

    /** A tick is a second; lags are looked for within so many. */
    private static final int LAGS = 30;

    /** Read when a run begins, so that listing the suites reads nothing. */
    private FlowModels models;

    @Override
    public String name() {
        return "flow-noise";
    }

    @Override
    public String question() {
        return "How much noise do book and prints take out of DWFD where nobody knows anything?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        models = FlowModels.shipped();
        List<Series> raw = new ArrayList<>();
        List<Series> clean = new ArrayList<>();
        List<Series> smooth = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            collect(FlowDays.of(seed), raw, clean, smooth);
            progress.say("seed " + seed);
        }
        return figures(raw, clean, smooth);
    }

    private void collect(FlowDay day, List<Series> raw, List<Series> clean, List<Series> smooth) {
        FlowTruth truth = new FlowTruth(day);
        FlowReader reader = new FlowReader(day);
        double[] dwfd = new double[day.seconds()];
        double[] cleaned = new double[day.seconds()];
        double[] smoothed = new double[day.seconds()];
        double mean = Double.NaN;
        for (int second = 0; second < day.seconds(); second++) {
            reader.take(second);
            double value = day.value(second, Feature.DWFD_5M);
            dwfd[second] = value;
            cleaned[second] =
                    CleanDivergence.of(value, models.book().probabilities(reader.inputs()));
            if (!Double.isNaN(value)) {
                mean = Double.isNaN(mean) ? value : mean + SMOOTHING * (value - mean);
            }
            smoothed[second] = Double.isNaN(value) ? Double.NaN : mean;
        }
        raw.add(new Series(dwfd, truth.informed));
        clean.add(new Series(cleaned, truth.informed));
        smooth.add(new Series(smoothed, truth.informed));
    }

    private static Bench.Result figures(List<Series> raw, List<Series> clean, List<Series> smooth) {
        double gain = signal(raw) / signal(clean);
        double smoothGain = signal(raw) / signal(smooth);
        List<Double> reduction = new ArrayList<>();
        List<Double> bySmoothing = new ArrayList<>();
        List<Double> aucChange = new ArrayList<>();
        List<Double> delay = new ArrayList<>();
        List<Double> lag = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            double before = raw.get(i).quietDeviation();
            reduction.add(1 - gain * clean.get(i).quietDeviation() / before);
            bySmoothing.add(1 - smoothGain * smooth.get(i).quietDeviation() / before);
            aucChange.add(clean.get(i).auc() - raw.get(i).auc());
            lag.add((double) clean.get(i).lagBehind(raw.get(i), LAGS));
        }
        double rawLimit = limit(raw);
        double cleanLimit = limit(clean);
        for (int i = 0; i < raw.size(); i++) {
            delay.add(clean.get(i).delay(cleanLimit) - raw.get(i).delay(rawLimit));
        }
        Metric noise =
                Estimates.metric(
                        "noise_reduction", reduction, Estimates.mean(bySmoothing), "share");
        Metric auc = Estimates.metric("auc_change", aucChange, 0.0, "0..1");
        Metric lags = Estimates.metric("lag_seconds", lag, 0.0, "s");
        return new Bench.Result(
                List.of(noise, auc, lags),
                List.of(
                        Estimates.metric("detection_delay_change", delay, 0.0, "s"),
                        Metric.of("auc_of_dwfd", meanAuc(raw), "0..1"),
                        Metric.of("auc_of_cleaned", meanAuc(clean), "0..1")),
                noise.low() >= GOAL_REDUCTION
                        && noise.value() > Estimates.mean(bySmoothing)
                        && auc.value() >= 0
                        && lags.high() <= LARGEST_DELAY_SECONDS);
    }

    private static double signal(List<Series> series) {
        return series.stream()
                .mapToDouble(Series::signal)
                .filter(s -> !Double.isNaN(s))
                .average()
                .orElseThrow();
    }

    private static double meanAuc(List<Series> series) {
        return series.stream()
                .mapToDouble(Series::auc)
                .filter(s -> !Double.isNaN(s))
                .average()
                .orElseThrow();
    }

    /** Returns the size that 5 % of the quiet seconds exceed: equal false alarms for all. */
    private static double limit(List<Series> series) {
        double[] sizes = series.stream().flatMapToDouble(Series::quietSizes).sorted().toArray();
        return sizes[(int) (0.95 * sizes.length)];
    }

    /** One day's values, NaN where missing, and the direction that is planted, 0 for none. */
    private static final class Series {
        private final double[] values;
        private final int[] planted;

        Series(double[] values, int[] planted) {
            this.values = values;
            this.planted = planted;
        }

        private boolean isQuiet(int second) {
            return planted[second] == 0 && !Double.isNaN(values[second]);
        }

        DoubleStream quietSizes() {
            return IntStream.range(0, values.length)
                    .filter(this::isQuiet)
                    .mapToDouble(second -> Math.abs(values[second]));
        }

        double quietDeviation() {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int second = 0; second < values.length; second++) {
                if (isQuiet(second)) {
                    sum += values[second];
                    squares += values[second] * values[second];
                    count++;
                }
            }
            return Math.sqrt(squares / count - sum / count * (sum / count));
        }

        /** Mean in the planted direction; NaN without an episode. */
        double signal() {
            double sum = 0;
            int count = 0;
            for (int second = 0; second < values.length; second++) {
                if (planted[second] != 0 && !Double.isNaN(values[second])) {
                    sum += planted[second] * values[second];
                    count++;
                }
            }
            return sum / count;
        }

        /** AUC of the value for purchases and of its opposite for sales against quiet seconds. */
        double auc() {
            Ranking ranking = new Ranking();
            boolean any = false;
            for (int second = 0; second < values.length; second++) {
                if (Double.isNaN(values[second])) {
                    continue;
                }
                if (planted[second] == 0) {
                    ranking.add(values[second], false);
                    ranking.add(-values[second], false);
                } else {
                    ranking.add(planted[second] * values[second], true);
                    any = true;
                }
            }
            return any ? ranking.auc() : Double.NaN;
        }

        /** Seconds by which the other series has to be delayed to look most like this one. */
        int lagBehind(Series other, int most) {
            int best = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int lag = -most; lag <= most; lag++) {
                double correlation = correlation(other, lag);
                if (correlation > highest) {
                    highest = correlation;
                    best = lag;
                }
            }
            return best;
        }

        private double correlation(Series other, int lag) {
            double product = 0;
            double own = 0;
            double others = 0;
            for (int second = Math.max(0, lag);
                    second < Math.min(values.length, values.length + lag);
                    second++) {
                double x = values[second];
                double y = other.values[second - lag];
                if (!Double.isNaN(x) && !Double.isNaN(y)) {
                    product += x * y;
                    own += x * x;
                    others += y * y;
                }
            }
            return product / Math.sqrt(own * others);
        }

        /** Mean seconds from the start of an episode to the first value beyond the limit. */
        double delay(double limit) {
            double sum = 0;
            int episodes = 0;
            int second = 0;
            while (second < values.length) {
                int direction = planted[second];
                if (direction == 0) {
                    second++;
                    continue;
                }
                int start = second;
                int found = -1;
                while (second < values.length && planted[second] == direction) {
                    if (found < 0 && direction * values[second] > limit) {
                        found = second;
                    }
                    second++;
                }
                sum += (found < 0 ? second : found) - start;
                episodes++;
            }
            return sum / episodes;
        }
    }
}
