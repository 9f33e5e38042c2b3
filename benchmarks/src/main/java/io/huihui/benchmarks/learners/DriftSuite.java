package io.huihui.benchmarks.learners;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code evaluate drift}: how soon a learner notices that its rule has changed, how often it is
 * wrong about that, and how well it then knows the new rule. Streams of one example a second whose
 * label comes five seconds late; for each seed a session with abrupt changes, one with gradual
 * ones, and a day of 24 hours without any.
 */
public final class DriftSuite implements Suite {

    private static final int SESSION_SECONDS = 23_400;

    private static final int DAY_SECONDS = 86_400;

    private static final double GOAL_SECONDS = 30;

    private static final double GOAL_FALSE_PER_DAY = 1;

    /** Error in the five minutes after the fifth, against one who knows the rule. */
    private static final double GOAL_ERROR_RATIO = 1.10;

    /** What the readiness to change may cost where nothing changes. */
    private static final double LARGEST_QUIET_RATIO = 1.02;

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String question() {
        return "How soon does a learner notice that a rule has changed, and how soon does it know the new one?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<DriftRun> abrupt = new ArrayList<>();
        List<DriftRun> gradual = new ArrayList<>();
        List<DriftRun> none = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            abrupt.add(DriftRun.of(seed, DriftKind.ABRUPT, SESSION_SECONDS));
            gradual.add(DriftRun.of(seed, DriftKind.GRADUAL, SESSION_SECONDS));
            none.add(DriftRun.of(seed, DriftKind.NONE, DAY_SECONDS));
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "seed %d: abrupt changes found after %.1f s, gradual %.1f s, %d false in a day",
                            seed,
                            delay(abrupt.get(abrupt.size() - 1).alarms),
                            delay(gradual.get(gradual.size() - 1).alarms),
                            none.get(none.size() - 1).alarms.falseOnes));
        }
        return figures(abrupt, gradual, none);
    }

    private static Bench.Result figures(
            List<DriftRun> abrupt, List<DriftRun> gradual, List<DriftRun> none) {
        Metric seconds =
                metric(
                        "detection_seconds",
                        abrupt,
                        run -> delay(run.alarms),
                        run -> delay(run.windowAlarms),
                        "s");
        Metric slowSeconds =
                metric(
                        "gradual_detection_seconds",
                        gradual,
                        run -> delay(run.alarms),
                        run -> delay(run.windowAlarms),
                        "s");
        Metric falseOnes =
                metric(
                        "false_per_day",
                        none,
                        run -> perDay(run, run.alarms),
                        run -> perDay(run, run.windowAlarms),
                        "1/day");
        Metric ratio = errorRatio("error_to_oracle", abrupt);
        Metric slowRatio = errorRatio("gradual_error_to_oracle", gradual);
        Metric quiet =
                metric(
                        "quiet_error_to_steady",
                        none,
                        run -> run.quiet.ours / run.quiet.steady,
                        run -> 1,
                        "ratio");
        double early = 0;
        for (DriftRun run : abrupt) {
            early += run.learnedEarly;
        }
        boolean pass =
                seconds.high() < GOAL_SECONDS
                        && slowSeconds.high() < GOAL_SECONDS
                        && falseOnes.high() <= GOAL_FALSE_PER_DAY
                        && ratio.high() <= GOAL_ERROR_RATIO
                        && slowRatio.high() <= GOAL_ERROR_RATIO
                        && quiet.value() <= LARGEST_QUIET_RATIO
                        && early == 0;
        return new Bench.Result(
                List.of(seconds, slowSeconds, falseOnes, ratio, slowRatio),
                List.of(
                        share("found_share", abrupt, run -> run.alarms.found),
                        share("gradual_found_share", gradual, run -> run.alarms.found),
                        share("within_30_s_share", abrupt, run -> run.alarms.within30),
                        share("gradual_within_30_s_share", gradual, run -> run.alarms.within30),
                        metric(
                                "bound_seconds",
                                abrupt,
                                run -> delay(run.boundAlarms),
                                run -> DriftRun.LABEL_DELAY_SECONDS,
                                "s"),
                        quiet,
                        Metric.of("labels_used_early", early, "labels")),
                pass);
    }

    private static Metric errorRatio(String name, List<DriftRun> runs) {
        return metric(
                name,
                runs,
                run -> run.recovered.ours / run.recovered.oracle,
                run -> run.recovered.steady / run.recovered.oracle,
                "ratio");
    }

    private static double delay(DriftRun.Alarms alarms) {
        return alarms.found == 0 ? DriftRun.RECOVERED_SECONDS : alarms.delaySum / alarms.found;
    }

    private static double perDay(DriftRun run, DriftRun.Alarms alarms) {
        return alarms.falseOnes * (double) DAY_SECONDS / run.seconds;
    }

    private static Metric share(
            String name, List<DriftRun> runs, ToDoubleFunction<DriftRun> counted) {
        return metric(
                name, runs, run -> counted.applyAsDouble(run) / run.changes, run -> 1, "share");
    }

    private static Metric metric(
            String name,
            List<DriftRun> runs,
            ToDoubleFunction<DriftRun> ours,
            ToDoubleFunction<DriftRun> baseline,
            String unit) {
        Bootstrap.Interval interval = Bootstrap.of(runs.stream().mapToDouble(ours).toArray());
        double reference = runs.stream().mapToDouble(baseline).average().orElseThrow();
        return new Metric(name, interval.mean(), interval.low(), interval.high(), reference, unit);
    }
}
