package io.huihui.benchmarks.evaluate.memory;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.NormalScore;
import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.SimulatedSession;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.Require;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether what came of past situations like the present one says more of what is to come than what
 * comes of any: Brier skill of the shares of analogues over the base rate of the same symbol known
 * at that minute. By themselves, and drawn half of the way to the base rate, since the shares of
 * fifty are noisy and noise alone costs about two hundredths. And whether how far prices moved
 * after them says how far they move now.
 */
public final class AnaloguesSuite implements Suite {

    /** Three sessions: the first fills the memory. */
    private static final int SESSIONS = 3;

    private static final int SYMBOLS = 2;

    /** Permuted outcomes hold nothing to know; more skill than this on them is a leak. */
    private static final double LARGEST_PERMUTED_SKILL = 0.01;

    @Override
    public String name() {
        return "analogues";
    }

    @Override
    public String question() {
        return "Does what came of situations like the present one say what is to come?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Collection<AnalogueMinutes>> bySeed = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            Collection<AnalogueMinutes> symbols =
                    SimulatedSession.<AnalogueMinutes>run(
                                    SimulationConfig.of(seed, SESSIONS, SYMBOLS),
                                    AnalogueMinutes::new)
                            .values();
            bySeed.add(symbols);
            progress.say("seed " + seed + " done");
        }
        return figures(bySeed, seeds.first());
    }

    /** What is said is taken for this share from the base rate. */
    private enum Weighing {
        ANALOGUES_ALONE(0),
        HALF_BASE_RATE(0.5);

        private final double baseRate;

        Weighing(double baseRate) {
            this.baseRate = baseRate;
        }

        Thesis of(AnalogueMinutes.Answer answer) {
            Thesis one = answer.analogues();
            Thesis other = answer.baseRate();
            double up = one.up() + baseRate * (other.up() - one.up());
            double down = one.down() + baseRate * (other.down() - one.down());
            return new Thesis(one.horizon(), up, down, Math.max(0, 1 - up - down));
        }
    }

    /** Returns the figures of symbols by seed; {@code salt} makes the permutation repeatable. */
    static Bench.Result figures(List<? extends Collection<AnalogueMinutes>> bySeed, long salt) {
        List<Metric> metrics = new ArrayList<>();
        List<Metric> guards = new ArrayList<>();
        boolean pass = true;
        for (Horizon horizon : Horizon.values()) {
            Metric alone = skill("brier_skill", bySeed, horizon, Weighing.ANALOGUES_ALONE, null);
            Metric drawn =
                    skill("drawn_in_brier_skill", bySeed, horizon, Weighing.HALF_BASE_RATE, null);
            Metric leak =
                    skill(
                            "permuted_brier_skill",
                            bySeed,
                            horizon,
                            Weighing.HALF_BASE_RATE,
                            new SplittableRandom(salt));
            metrics.add(alone);
            metrics.add(drawn);
            metrics.add(width("width_crps_gain", bySeed, horizon, 0));
            guards.add(leak);
            guards.add(width("width_crps_gain_of_another_time", bySeed, horizon, 2));
            pass &= drawn.low() > 0 && leak.value() <= LARGEST_PERMUTED_SKILL;
        }
        double answers =
                bySeed.stream()
                        .flatMap(Collection::stream)
                        .mapToInt(minutes -> minutes.answers(Horizon.MINUTES_5).size())
                        .sum();
        guards.add(Metric.of("answers_5", answers, "count"));
        return new Bench.Result(metrics, guards, pass);
    }

    /**
     * Returns the skill by seed.
     *
     * @param permuting mixes what happened among the minutes of a symbol; null leaves it in place
     */
    private static Metric skill(
            String name,
            List<? extends Collection<AnalogueMinutes>> bySeed,
            Horizon horizon,
            Weighing weighing,
            SplittableRandom permuting) {
        double[] skills = new double[bySeed.size()];
        for (int i = 0; i < skills.length; i++) {
            Scores ours = new Scores();
            Scores reference = new Scores();
            for (AnalogueMinutes symbol : bySeed.get(i)) {
                List<AnalogueMinutes.Answer> answers = symbol.answers(horizon);
                List<Direction> realized = new ArrayList<>();
                answers.forEach(answer -> realized.add(answer.realized()));
                if (permuting != null) {
                    shuffle(realized, permuting);
                }
                for (int k = 0; k < answers.size(); k++) {
                    ours.add(weighing.of(answers.get(k)), realized.get(k));
                    reference.add(answers.get(k).baseRate(), realized.get(k));
                }
            }
            Require.that(ours.count() > 0, "minutes with analogues in every seed", "none");
            skills[i] = 1 - ours.brier() / reference.brier();
        }
        return Bootstrap.metric(name + "_" + horizon.minutes(), skills, 0.0, "share");
    }

    /**
     * Returns by seed the share of the continuous ranked probability score that goes when the width
     * of a forecast is halfway (of logarithms) between what analogues moved and what is usual.
     *
     * @param turn takes the analogues of a time of the day that is this part of it away; 0: its own
     */
    private static Metric width(
            String name,
            List<? extends Collection<AnalogueMinutes>> bySeed,
            Horizon horizon,
            int turn) {
        double[] gains = new double[bySeed.size()];
        for (int i = 0; i < gains.length; i++) {
            double ours = 0;
            double reference = 0;
            for (AnalogueMinutes symbol : bySeed.get(i)) {
                List<AnalogueMinutes.Answer> answers = symbol.answers(horizon);
                int shift = turn == 0 ? 0 : answers.size() / turn;
                for (int k = 0; k < answers.size(); k++) {
                    AnalogueMinutes.Answer answer = answers.get(k);
                    double said = answers.get((k + shift) % answers.size()).analoguesRms();
                    ours += NormalScore.crps(answer.moved(), Math.sqrt(said * answer.usualRms()));
                    reference += NormalScore.crps(answer.moved(), answer.usualRms());
                }
            }
            gains[i] = 1 - ours / reference;
        }
        return Bootstrap.metric(name + "_" + horizon.minutes(), gains, 0.0, "share");
    }

    private static void shuffle(List<Direction> values, SplittableRandom random) {
        for (int i = values.size() - 1; i > 0; i--) {
            Collections.swap(values, i, random.nextInt(i + 1));
        }
    }
}
