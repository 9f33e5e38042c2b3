package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.Require;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How good the baseline experts and the equal-weight gate are at 15 minutes on the simulated
 * market, beside the base rate and persistence. Every later model has to beat these figures.
 */
public final class BaselineSuite implements Suite {

    /** Two symbols and one session per seed: twenty seeds take minutes on two cores. */
    private static final int SYMBOLS = 2;

    private static final int SESSIONS = 1;

    private static final Horizon HORIZON = Horizon.MINUTES_15;

    /** Permuted outcomes hold nothing to know; more skill than this on them is a leak. */
    private static final double LARGEST_PERMUTED_SKILL = 0.01;

    private static final List<String> PREDICTORS =
            List.of("GATE", "REGIME", "FLOW", "SENTIMENT", "BASELINE_PERSISTENCE");

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public String question() {
        return "How good are the baseline experts and the equal-weight gate at 15 minutes?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<List<Outcome>> bySeed = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            List<Outcome> outcomes =
                    SimulatedSession.outcomes(
                            SimulationConfig.of(seed, SESSIONS, SYMBOLS), HORIZON);
            progress.say("seed " + seed + ": " + outcomes.size() + " outcomes");
            bySeed.add(outcomes);
        }
        return figures(bySeed, seeds.first());
    }

    /** Returns the figures of outcomes by seed; {@code salt} makes the permutation repeatable. */
    static Bench.Result figures(List<List<Outcome>> bySeed, long salt) {
        double[][] baseRate = baseRates(bySeed);
        List<Metric> metrics = new ArrayList<>();
        for (String predictor : PREDICTORS) {
            Scores[] scores = new Scores[bySeed.size()];
            Scores[] reference = new Scores[bySeed.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = scores(bySeed.get(i), predictor, null);
                reference[i] = scores(bySeed.get(i), predictor, thesis(baseRate[i]));
            }
            String prefix = predictor.toLowerCase(Locale.ROOT) + "_";
            metrics.add(metric(prefix + "accuracy", scores, reference, Scores::accuracy, "share"));
            metrics.add(metric(prefix + "brier", scores, reference, Scores::brier, "0..2"));
            metrics.add(metric(prefix + "log_loss", scores, reference, Scores::logLoss, "nats"));
        }
        List<Metric> guards = new ArrayList<>();
        guards.add(calibration(bySeed));
        guards.add(answered(bySeed));
        Metric leak = permutedSkill(bySeed, baseRate, salt);
        guards.add(leak);
        return new Bench.Result(metrics, guards, leak.value() <= LARGEST_PERMUTED_SKILL);
    }

    /** Class frequencies of all other seeds: what one could know without looking at this one. */
    private static double[][] baseRates(List<List<Outcome>> bySeed) {
        int classes = Direction.values().length;
        double[][] rates = new double[bySeed.size()][classes];
        for (int i = 0; i < rates.length; i++) {
            double sum = 0;
            for (int j = 0; j < rates.length; j++) {
                Scores gate = scores(bySeed.get(j), "GATE", null);
                for (Direction direction : Direction.values()) {
                    double happened = i == j ? 0 : gate.happened(direction);
                    rates[i][direction.ordinal()] += happened;
                    sum += happened;
                }
            }
            for (int k = 0; k < classes; k++) {
                rates[i][k] /= sum;
            }
        }
        return rates;
    }

    private static Thesis thesis(double[] rates) {
        double up = rates[Direction.UP.ordinal()];
        double down = rates[Direction.DOWN.ordinal()];
        return new Thesis(HORIZON, up, down, Math.max(0, 1 - up - down));
    }

    /** Scores of a predictor, or of {@code instead} on the same outcomes. */
    private static Scores scores(List<Outcome> outcomes, String predictor, Thesis instead) {
        Scores scores = new Scores();
        for (Outcome outcome : outcomes) {
            if (outcome.predictor().equals(predictor)) {
                scores.add(instead == null ? outcome.thesis() : instead, outcome.realized());
            }
        }
        Require.that(scores.count() > 0, "outcomes of " + predictor + " in every seed", "none");
        return scores;
    }

    private static Metric metric(
            String name,
            Scores[] scores,
            Scores[] reference,
            ToDoubleFunction<Scores> figure,
            String unit) {
        Bootstrap.Interval interval =
                Bootstrap.of(Arrays.stream(scores).mapToDouble(figure).toArray());
        double baseline = Arrays.stream(reference).mapToDouble(figure).average().orElseThrow();
        return new Metric(name, interval.mean(), interval.low(), interval.high(), baseline, unit);
    }

    private static Metric calibration(List<List<Outcome>> bySeed) {
        Bootstrap.Interval interval =
                Bootstrap.of(
                        bySeed.stream()
                                .mapToDouble(o -> scores(o, "GATE", null).calibrationError())
                                .toArray());
        return new Metric(
                "gate_ece", interval.mean(), interval.low(), interval.high(), null, "share");
    }

    /** Share of the gate's predictions for which at least one expert answered. */
    private static Metric answered(List<List<Outcome>> bySeed) {
        long answered = 0;
        long all = 0;
        for (List<Outcome> outcomes : bySeed) {
            for (Outcome outcome : outcomes) {
                if (outcome.predictor().equals("GATE")) {
                    all++;
                    answered += outcome.abstained() ? 0 : 1;
                }
            }
        }
        return Metric.of("answered_share", answered / (double) all, "share");
    }

    /** Brier skill of the gate over the base rate when its outcomes are shuffled within a seed. */
    private static Metric permutedSkill(
            List<List<Outcome>> bySeed, double[][] baseRate, long salt) {
        double[] skills = new double[bySeed.size()];
        for (int i = 0; i < skills.length; i++) {
            List<Thesis> theses = new ArrayList<>();
            List<Direction> realized = new ArrayList<>();
            for (Outcome outcome : bySeed.get(i)) {
                if (outcome.predictor().equals("GATE")) {
                    theses.add(outcome.thesis());
                    realized.add(outcome.realized());
                }
            }
            shuffle(realized, new SplittableRandom(salt + i));
            Scores gate = new Scores();
            Scores base = new Scores();
            for (int k = 0; k < theses.size(); k++) {
                gate.add(theses.get(k), realized.get(k));
                base.add(thesis(baseRate[i]), realized.get(k));
            }
            skills[i] = 1 - gate.brier() / base.brier();
        }
        Bootstrap.Interval interval = Bootstrap.of(skills);
        return new Metric(
                "permuted_brier_skill",
                interval.mean(),
                interval.low(),
                interval.high(),
                0.0,
                "share");
    }

    private static void shuffle(List<Direction> values, SplittableRandom random) {
        for (int i = values.size() - 1; i > 0; i--) {
            Collections.swap(values, i, random.nextInt(i + 1));
        }
    }
}
