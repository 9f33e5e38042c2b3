package io.huihui.benchmarks.evaluate.gate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.Thesis;
import io.huihui.models.gate.FixedShareHedge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the booster finds the best expert again after the experts' skill has changed hands, and
 * what it costs where it never does.
 */
public final class BoosterSuite implements Suite {

    private static final int STEPS = SkillFlips.STEPS;

    /** Outcomes after a flip by which the newly best expert must weigh half. */
    static final int PATIENCE = 50;

    private static final double HALF = 0.5;
    private static final double FLIPS_TO_FOLLOW = 0.9;
    private static final double ACCURACY_TO_KEEP = 0.95;
    private static final double STATIONARY_LOSS = 0.01;
    private static final int WINDOW = 100;

    @Override
    public String name() {
        return "booster";
    }

    @Override
    public String question() {
        return "Does the booster follow the experts' skill when it changes hands, at no cost when it"
                + " does not?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Double> followed = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        List<Double> boosted = new ArrayList<>();
        List<Double> equal = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            SkillFlips flips = new SkillFlips(seed);
            Tally tally = run(seed, flips);
            followed.add(tally.followed / (double) tally.flips);
            kept.add(tally.kept());
            boosted.add(tally.boosted.accuracy());
            equal.add(tally.equal.accuracy());
            Tally still = run(seed, (step, expert, condition) -> still(expert));
            lost.add(still.best.accuracy() - still.boosted.accuracy());
            progress.say("seed " + seed + ": " + tally.followed + " of " + tally.flips + " flips");
        }
        Metric follows = Bootstrap.metric("flips_followed", followed, null, "share");
        Metric keeps = Bootstrap.metric("accuracy_kept", kept, null, "share");
        Metric loses = Bootstrap.metric("stationary_loss", lost, null, "share");
        boolean pass =
                follows.low() >= FLIPS_TO_FOLLOW
                        && keeps.low() >= ACCURACY_TO_KEEP
                        && loses.high() <= STATIONARY_LOSS;
        return new Bench.Result(
                List.of(
                        follows,
                        keeps,
                        Bootstrap.metric("accuracy", boosted, equal, "share"),
                        loses),
                List.of(),
                pass);
    }

    private static double still(Expert expert) {
        return switch (expert) {
            case REGIME -> SkillFlips.SKILLED;
            case FLOW -> SkillFlips.SKILLED / 2;
            case SENTIMENT -> SkillFlips.UNSKILLED;
        };
    }

    private static Tally run(long seed, PlantedExperts.Plan plan) {
        PlantedExperts experts = new PlantedExperts(seed, plan);
        FixedShareHedge hedge = new FixedShareHedge(Expert.values().length);
        Tally tally = new Tally(plan instanceof SkillFlips flips ? flips : null);
        for (int step = 0; step < STEPS; step++) {
            PlantedExperts.Step now = experts.next();
            tally.add(step, now, hedge);
            BoostedExperts.learn(hedge, now);
        }
        return tally;
    }

    /** What came of one run. */
    private static final class Tally {

        private final SkillFlips plan;
        private final Scores boosted = new Scores();
        private final Scores equal = new Scores();
        private final Scores best = new Scores();
        private final ArrayDeque<Boolean> recent = new ArrayDeque<>();
        private final List<Double> before = new ArrayList<>();
        private final List<Double> after = new ArrayList<>();
        private int flips;
        private int followed;
        private int lastFlip = -1;
        private boolean caught;

        Tally(SkillFlips plan) {
            this.plan = plan;
        }

        void add(int step, PlantedExperts.Step now, FixedShareHedge hedge) {
            if (plan != null && step > 0 && plan.skilled(step) != plan.skilled(step - 1)) {
                if (step + PATIENCE + WINDOW <= STEPS) {
                    flips++;
                    lastFlip = step;
                    caught = false;
                    before.add(share());
                }
            }
            if (lastFlip >= 0 && !caught && step - lastFlip <= PATIENCE) {
                if (hedge.weight(plan.skilled(step)) >= HALF) {
                    caught = true;
                    followed++;
                }
            }
            Thesis pooled = BoostedExperts.say(now, hedge.weights());
            boosted.add(pooled, now.realized());
            equal.add(BoostedExperts.say(now, 1, 1, 1), now.realized());
            best.add(BoostedExperts.thesis(now.opinions().get(0)), now.realized());
            recent.add(pooled.likeliest() == now.realized());
            if (recent.size() > WINDOW) {
                recent.remove();
            }
            if (lastFlip >= 0 && step == lastFlip + PATIENCE + WINDOW) {
                after.add(share());
            }
        }

        private double share() {
            return recent.stream().mapToDouble(hit -> hit ? 1 : 0).average().orElse(0);
        }

        /** Accuracy after the flips, from {@link #PATIENCE} outcomes on, against that before. */
        double kept() {
            double beforeMean = before.stream().mapToDouble(d -> d).average().orElse(1);
            double afterMean = after.stream().mapToDouble(d -> d).average().orElse(1);
            return afterMean / beforeMean;
        }
    }
}
