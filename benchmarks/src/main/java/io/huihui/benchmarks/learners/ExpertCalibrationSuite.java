package io.huihui.benchmarks.learners;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code evaluate expert-calibration}: whether what an expert says comes true as often as it says,
 * before and after the calibration that every learning expert carries. A price follows a lead that
 * the expert sees and believes in too much. One symbol per seed; the first sessions are for
 * learning, the rest are scored, each opinion before its own outcome is known.
 */
public final class ExpertCalibrationSuite implements Suite {

    private static final double GOAL_ERROR = 0.05;

    private static final int LEARNING_SESSIONS = 40;

    private static final int SCORED_SESSIONS = 40;

    private static final int SESSION_SECONDS = 23_400;

    private static final int STEP_SECONDS = 30;

    /** The lead is drawn anew every quarter of an hour. */
    private static final int LEAD_SECONDS = 900;

    private static final Horizon HORIZON = Horizon.MINUTES_15;

    private static final int STEPS_OF_HORIZON = HORIZON.minutes() * 60 / STEP_SECONDS;

    /** Annual; what the expert is told is what the price has. */
    private static final double VOLATILITY = 0.15;

    private static final double SECONDS_PER_YEAR = 252.0 * SESSION_SECONDS;

    /** A lead of 1 moves the mean of 15 minutes by this many standard deviations. */
    private static final double STRENGTH = 0.35;

    /** Several times what a lead of this strength is worth. */
    private static final double CONVICTION = 1.0;

    /** Monday 2023-01-02 at half past nine in New York. */
    private static final long FIRST_OPEN_MILLIS = 1_672_669_800_000L;

    private static final long DAY_MILLIS = 86_400_000L;

    private static final int BINS = 10;

    /** Sums over the likeliest direction's probability, and Brier scores, of one seed. */
    private static final class Tally {
        private final double[] said = new double[BINS];
        private final double[] right = new double[BINS];
        private double brier;
        private double count;

        void add(Thesis thesis, Direction realized) {
            double probability = thesis.probability(thesis.likeliest());
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            said[bin] += probability;
            right[bin] += thesis.likeliest() == realized ? 1 : 0;
            brier += OutcomeScorer.brier(thesis, realized);
            count++;
        }

        double error() {
            double error = 0;
            for (int i = 0; i < BINS; i++) {
                error += Math.abs(said[i] - right[i]);
            }
            return error / count;
        }

        double brier() {
            return brier / count;
        }
    }

    private record Pair(Tally raw, Tally calibrated) {}

    private record Spoken(double mid, Thesis raw, Thesis calibrated) {}

    @Override
    public String name() {
        return "expert-calibration";
    }

    @Override
    public String question() {
        return "Does what a learning expert says come true as often as it says?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Pair> pairs = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            Pair pair = symbol(seed);
            pairs.add(pair);
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "seed %d: calibration error %.3f, of what was said before calibration %.3f",
                            seed,
                            pair.calibrated().error(),
                            pair.raw().error()));
        }
        Metric error = metric("ece", pairs, Tally::error, "probability");
        Metric brier = metric("brier", pairs, Tally::brier, "0..2");
        return new Bench.Result(
                List.of(error),
                List.of(brier),
                error.high() <= GOAL_ERROR && brier.value() <= brier.baseline());
    }

    private static Pair symbol(long seed) {
        Draws draws = Draws.of(seed, Stream.LEARNING_EXAMPLES, "calibration", 0);
        OverconfidentExpert expert = new OverconfidentExpert(CONVICTION);
        Pair pair = new Pair(new Tally(), new Tally());
        for (int session = 0; session < LEARNING_SESSIONS + SCORED_SESSIONS; session++) {
            long open = FIRST_OPEN_MILLIS + session * DAY_MILLIS;
            session(open, draws, expert, session < LEARNING_SESSIONS ? null : pair);
        }
        return pair;
    }

    private static void session(long open, Draws draws, OverconfidentExpert expert, Pair pair) {
        double stepSigma = VOLATILITY * Math.sqrt(STEP_SECONDS / SECONDS_PER_YEAR);
        List<Spoken> spoken = new ArrayList<>();
        double lead = 0;
        double mid = 450;
        for (int second = 0; second <= SESSION_SECONDS; second += STEP_SECONDS) {
            if (second % LEAD_SECONDS == 0) {
                lead = draws.gaussian();
            }
            ExpertOpinion opinion = expert.observe(snapshot(open + second * 1000L, mid, lead));
            spoken.add(new Spoken(mid, expert.said(HORIZON), opinion.thesis(HORIZON)));
            double drift = STRENGTH * lead * stepSigma / Math.sqrt(STEPS_OF_HORIZON);
            mid *= Math.exp(drift + stepSigma * draws.gaussian());
        }
        if (pair != null) {
            score(spoken, pair);
        }
    }

    private static void score(List<Spoken> spoken, Pair pair) {
        double sigma = VOLATILITY * Math.sqrt(HORIZON.minutes() * 60 / SECONDS_PER_YEAR);
        for (int i = 0; i + STEPS_OF_HORIZON < spoken.size(); i++) {
            Spoken then = spoken.get(i);
            double later = spoken.get(i + STEPS_OF_HORIZON).mid();
            Direction realized = OutcomeScorer.direction(Math.log(later / then.mid()), sigma);
            pair.raw().add(then.raw(), realized);
            pair.calibrated().add(then.calibrated(), realized);
        }
    }

    private static FeatureSnapshot snapshot(long millis, double mid, double lead) {
        FeatureVector features =
                new FeatureVector.Builder()
                        .set(Feature.MID, mid)
                        .set(Feature.REALIZED_VOL_60M, VOLATILITY)
                        .set(Feature.DWFD_5M, lead)
                        .build();
        return new FeatureSnapshot(new SnapshotId("SPY", millis), 0, features);
    }

    private static Metric metric(
            String name, List<Pair> pairs, ToDoubleFunction<Tally> figure, String unit) {
        Bootstrap.Interval interval =
                Bootstrap.of(
                        pairs.stream()
                                .mapToDouble(pair -> figure.applyAsDouble(pair.calibrated()))
                                .toArray());
        double raw =
                pairs.stream()
                        .mapToDouble(pair -> figure.applyAsDouble(pair.raw()))
                        .average()
                        .orElseThrow();
        return new Metric(name, interval.mean(), interval.low(), interval.high(), raw, unit);
    }
}
