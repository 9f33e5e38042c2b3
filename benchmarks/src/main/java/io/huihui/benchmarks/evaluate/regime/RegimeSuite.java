package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.expert.regime.hmm.HiddenMarkovModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * How soon the forecaster sees a planted switch, how often it cries wolf, and how often it
 * announces one; beside rules with persistence, a plain two-state model, and a filter that knows
 * the simulator.
 */
public final class RegimeSuite implements Suite {

    /** Seeds on which the plain two-state model is fitted; never evaluated. */
    private static final SeedRange PLAIN_TRAINING = new SeedRange(1, 4);

    /** Thresholds at which the filter that knows everything is tried. */
    private static final double[] ORACLE_THRESHOLDS = {0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    /** Unannounced switches are announced at most this much above the base rate, or it leaks. */
    private static final double LARGEST_LEAK = 0.25;

    private static final double LARGEST_THESIS_ERROR = 0.05;
    private static final String THESIS_ERROR = "thesis_ece_";

    @Override
    public String name() {
        return "regime";
    }

    @Override
    public String question() {
        return "How soon is a switch of the market's condition seen, and which are announced?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        ForecastModel model = ForecastModel.shipped();
        Recordings recordings = new Recordings(RegimeTraining.SYMBOLS, progress);
        HiddenMarkovModel plain = PlainModels.twoStates(recordings.of(PLAIN_TRAINING));
        List<SeedScore> scores = new ArrayList<>();
        double[] baseRates = BaseRates.of(recordings.of(PLAIN_TRAINING));
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            SeedScore score = new SeedScore();
            for (Recording recording : recordings.of(seed)) {
                score.add(recording, model, plain, baseRates);
            }
            scores.add(score);
            progress.say("seed " + seed + " scored");
        }
        return figures(scores, bound(seeds));
    }

    /** Recall at once of the filter that knows everything, with as few false alarms. */
    private static double bound(SeedRange seeds) {
        int tried = ORACLE_THRESHOLDS.length;
        SwitchScore[] atOnce = new SwitchScore[tried];
        SwitchScore[] late = new SwitchScore[tried];
        Arrays.setAll(atOnce, i -> new SwitchScore());
        Arrays.setAll(late, i -> new SwitchScore());
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            OracleFilter.run(seed, ORACLE_THRESHOLDS, atOnce, late);
        }
        double best = 0;
        for (int i = 0; i < tried; i++) {
            if (late[i].falsePerHour() <= ThresholdChoice.MOST_FALSE_PER_HOUR) {
                best = Math.max(best, atOnce[i].recall());
            }
        }
        return best;
    }

    private static Bench.Result figures(List<SeedScore> scores, double bound) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(metric("recall", scores, s -> s.atOnce.recall(), s -> s.rulesAtOnce.recall()));
        Metric precision =
                metric("precision", scores, s -> s.late.precision(), s -> s.rules.precision());
        Metric announced =
                metric("early_recall", scores, s -> s.early.announced(), s -> s.early.baseRate());
        Metric falseFlips =
                new Metric(
                        "false_per_hour",
                        interval(scores, s -> s.late.falsePerHour()).mean(),
                        interval(scores, s -> s.late.falsePerHour()).low(),
                        interval(scores, s -> s.late.falsePerHour()).high(),
                        interval(scores, s -> s.rules.falsePerHour()).mean(),
                        "per hour");
        metrics.addAll(List.of(precision, announced, falseFlips));
        metrics.add(metric("brier", scores, s -> s.brier(1), s -> s.baseBrier(1)));
        metrics.add(Metric.of("recall_bound", bound, "share"));
        metrics.add(metric("recall_1_minute", scores, s -> s.minute.recall(), null));
        metrics.add(
                metric("recall_5_minutes", scores, s -> s.late.recall(), s -> s.rules.recall()));
        metrics.add(metric("condition_accuracy", scores, s -> s.accuracy(), null));
        metrics.add(metric("wild_recall", scores, s -> s.wild.recall(), s -> s.plainWild.recall()));
        metrics.add(
                metric(
                        "wild_precision",
                        scores,
                        s -> s.wild.precision(),
                        s -> s.plainWild.precision()));
        metrics.add(metric("brier_5m", scores, s -> s.brier(0), s -> s.baseBrier(0)));
        metrics.add(metric("brier_60m", scores, s -> s.brier(2), s -> s.baseBrier(2)));
        metrics.add(metric("brier_without_macro", scores, s -> s.brierWithoutMacro(), null));
        for (int h = 0; h < 3; h++) {
            int horizon = h;
            metrics.add(
                    metric(
                            "thesis_brier_" + SeedScore.minutes(h) + "m",
                            scores,
                            s -> s.thesis[horizon].brier(),
                            s -> s.thesisBase[horizon].brier()));
        }
        metrics.add(metric("thesis_accuracy_15m", scores, s -> s.thesis[1].accuracy(), null));
        List<Metric> guards = new ArrayList<>();
        Metric leak =
                metric(
                        "early_recall_unannounced",
                        scores,
                        s -> s.early.unannounced(),
                        s -> s.early.baseRate());
        guards.add(leak);
        guards.add(metric("early_false_per_hour", scores, s -> s.early.falsePerHour(), null));
        for (int h = 0; h < 3; h++) {
            int horizon = h;
            Bootstrap.Interval error =
                    Bootstrap.pooled(
                            scores.stream().map(s -> s.thesis[horizon]).toList(),
                            Scores::calibrationError);
            guards.add(
                    new Metric(
                            THESIS_ERROR + SeedScore.minutes(h) + "m",
                            error.mean(),
                            error.low(),
                            error.high(),
                            null,
                            "share"));
        }
        boolean pass =
                leak.value() - Objects.requireNonNull(leak.baseline()) <= LARGEST_LEAK
                        && precision.value() >= ThresholdChoice.LEAST_PRECISION
                        && announced.value() >= ThresholdChoice.LEAST_ANNOUNCED
                        && falseFlips.value() <= ThresholdChoice.MOST_FALSE_PER_HOUR
                        && guards.stream()
                                .filter(guard -> guard.name().startsWith(THESIS_ERROR))
                                .allMatch(guard -> guard.value() <= LARGEST_THESIS_ERROR);
        return new Bench.Result(metrics, guards, pass);
    }

    private static Bootstrap.Interval interval(
            List<SeedScore> scores, ToDoubleFunction<SeedScore> figure) {
        return Bootstrap.of(scores.stream().mapToDouble(figure).filter(Double::isFinite).toArray());
    }

    private static Metric metric(
            String name,
            List<SeedScore> scores,
            ToDoubleFunction<SeedScore> figure,
            ToDoubleFunction<SeedScore> baseline) {
        Bootstrap.Interval interval = interval(scores, figure);
        Double reference = baseline == null ? null : interval(scores, baseline).mean();
        return new Metric(
                name, interval.mean(), interval.low(), interval.high(), reference, "share");
    }
}
