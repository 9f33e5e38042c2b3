package io.huihui.benchmarks.evaluate.sentiment;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How good the theses of the sentiment expert are where it does not abstain, beside the rules it
 * replaces on the same points and the base rate. Guard: the same theses against shuffled outcomes.
 */
public final class SentimentExpertSuite implements Suite {

    private static final double GOAL_ECE = 0.05;

    /** Shuffled outcomes hold nothing to know; more skill than this on them is a leak. */
    private static final double LARGEST_SHUFFLED_SKILL = 0.01;

    @Override
    public String name() {
        return "sentiment-expert";
    }

    @Override
    public String question() {
        return "How good are the theses of the sentiment expert, beside the rules it replaces?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<List<SentimentSession.Point>> bySeed = new ArrayList<>();
        double answered = 0;
        double all = 0;
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            List<SentimentSession.Point> points = SentimentSession.of(seed);
            all += points.size();
            points.removeIf(point -> point.fitted().abstained());
            answered += points.size();
            bySeed.add(points);
            progress.say("seed " + seed + ": " + points.size() + " theses");
        }
        List<Metric> metrics = new ArrayList<>();
        List<Metric> guards = new ArrayList<>();
        boolean pass = true;
        for (Horizon horizon : Horizon.values()) {
            Figures figures = new Figures(bySeed, horizon, seeds.first());
            String suffix = "_" + horizon.minutes() + "m";
            double rules = mean(figures.rules);
            Metric skill =
                    Bootstrap.metric("brier_skill" + suffix, figures.calibrated, rules, "share");
            Metric ece = Metric.of("ece" + suffix, figures.pooled.calibrationError(), "share");
            Metric leak =
                    Bootstrap.metric("shuffled_skill" + suffix, figures.shuffled, null, "share");
            metrics.add(skill);
            metrics.add(
                    Bootstrap.metric(
                            "fitted_brier_skill" + suffix, figures.fitted, rules, "share"));
            metrics.add(
                    Bootstrap.metric(
                            "accuracy" + suffix,
                            figures.accuracy,
                            mean(figures.rulesAccuracy),
                            "share"));
            metrics.add(ece);
            guards.add(leak);
            pass &=
                    skill.low() > 0
                            && skill.value() > rules
                            && ece.value() <= GOAL_ECE
                            && leak.value() <= LARGEST_SHUFFLED_SKILL;
        }
        guards.add(Metric.of("answered_share", answered / all, "share"));
        return new Bench.Result(metrics, guards, pass);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Figures of one horizon, by seed. */
    private static final class Figures {
        final double[] fitted;
        final double[] calibrated;
        final double[] rules;
        final double[] shuffled;
        final double[] accuracy;
        final double[] rulesAccuracy;
        final Scores pooled = new Scores();

        Figures(List<List<SentimentSession.Point>> bySeed, Horizon horizon, long salt) {
            int size = bySeed.size();
            fitted = new double[size];
            calibrated = new double[size];
            rules = new double[size];
            shuffled = new double[size];
            accuracy = new double[size];
            rulesAccuracy = new double[size];
            Thesis base = baseRate(bySeed, horizon);
            for (int i = 0; i < size; i++) {
                List<SentimentSession.Point> points = new ArrayList<>(bySeed.get(i));
                points.removeIf(point -> !point.went().containsKey(horizon));
                List<Direction> mixed = new ArrayList<>();
                points.forEach(point -> mixed.add(point.went().get(horizon)));
                shuffle(mixed, new SplittableRandom(salt + i));
                Scores usual = new Scores();
                Scores byFit = new Scores();
                Scores byOutcomes = new Scores();
                Scores byRules = new Scores();
                Scores byChance = new Scores();
                for (int k = 0; k < points.size(); k++) {
                    SentimentSession.Point point = points.get(k);
                    Direction went = point.went().get(horizon);
                    Thesis said = point.calibrated().thesis(horizon);
                    usual.add(base, went);
                    byFit.add(point.fitted().thesis(horizon), went);
                    byOutcomes.add(said, went);
                    byRules.add(point.rules().thesis(horizon), went);
                    byChance.add(said, mixed.get(k));
                    pooled.add(said, went);
                }
                fitted[i] = 1 - byFit.brier() / usual.brier();
                calibrated[i] = 1 - byOutcomes.brier() / usual.brier();
                rules[i] = 1 - byRules.brier() / usual.brier();
                shuffled[i] = 1 - byChance.brier() / usual.brier();
                accuracy[i] = byOutcomes.accuracy();
                rulesAccuracy[i] = byRules.accuracy();
            }
        }

        /** Up and down alike: which of the two was more frequent is luck. */
        private static Thesis baseRate(List<List<SentimentSession.Point>> bySeed, Horizon horizon) {
            double moved = 0;
            double all = 0;
            for (List<SentimentSession.Point> points : bySeed) {
                for (SentimentSession.Point point : points) {
                    Direction went = point.went().get(horizon);
                    moved += went != null && went != Direction.FLAT ? 1 : 0;
                    all += went == null ? 0 : 1;
                }
            }
            return new Thesis(horizon, moved / all / 2, moved / all / 2, 1 - moved / all);
        }

        private static void shuffle(List<Direction> values, SplittableRandom random) {
            for (int i = values.size() - 1; i > 0; i--) {
                Collections.swap(values, i, random.nextInt(i + 1));
            }
        }
    }
}
