package io.huihui.benchmarks.evaluate.gate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.gate.FixedShareHedge;
import io.huihui.models.outcome.OutcomeScorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Whether the booster finds the best expert again after the experts' skill has changed hands, and
 * what it costs where it never does.
 */
public final class BoosterSuite implements Suite {

    private static final int STEPS = 4_000;

    /** Outcomes after a flip by which the newly best expert must weigh half. */
    static final int PATIENCE = 50;

    private static final double HALF = 0.5;
    private static final double SKILLED = 1.6;
    private static final double UNSKILLED = 0.2;
    private static final double MEAN_STRETCH = 400;
    private static final int SHORTEST_STRETCH = 200;
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
            Flips flips = new Flips(seed);
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
            case REGIME -> SKILLED;
            case FLOW -> SKILLED / 2;
            case SENTIMENT -> UNSKILLED;
        };
    }

    /** When skill changes hands, and to whom. */
    private static final class Flips implements PlantedExperts.Plan {

        private final int[] skilled = new int[STEPS];

        Flips(long seed) {
            Random random = new Random(seed);
            int now = random.nextInt(Expert.values().length);
            int until = stretch(random);
            for (int step = 0; step < STEPS; step++) {
                if (step == until) {
                    now = (now + 1 + random.nextInt(Expert.values().length - 1)) % 3;
                    until = step + stretch(random);
                }
                skilled[step] = now;
            }
        }

        private static int stretch(Random random) {
            return SHORTEST_STRETCH
                    + (int)
                            (-Math.log(1 - random.nextDouble())
                                    * (MEAN_STRETCH - SHORTEST_STRETCH));
        }

        @Override
        public double strength(int step, Expert expert, int condition) {
            return expert.ordinal() == skilled[step] ? SKILLED : UNSKILLED;
        }
    }

    private static Tally run(long seed, PlantedExperts.Plan plan) {
        PlantedExperts experts = new PlantedExperts(seed, plan);
        FixedShareHedge hedge = new FixedShareHedge(Expert.values().length);
        Tally tally = new Tally(plan instanceof Flips flips ? flips : null);
        for (int step = 0; step < STEPS; step++) {
            PlantedExperts.Step now = experts.next();
            tally.add(step, now, hedge);
            double[] losses = new double[Expert.values().length];
            for (ExpertOpinion opinion : now.opinions()) {
                losses[opinion.expert().ordinal()] =
                        OutcomeScorer.brier(thesis(opinion), now.realized()) / 2;
            }
            hedge.watch(hedge.mixedLoss(losses));
            hedge.learn(losses, 1);
        }
        return tally;
    }

    private static Thesis thesis(ExpertOpinion opinion) {
        return opinion.thesis(Horizon.MINUTES_15);
    }

    /** What came of one run. */
    private static final class Tally {

        private final Flips plan;
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

        Tally(Flips plan) {
            this.plan = plan;
        }

        void add(int step, PlantedExperts.Step now, FixedShareHedge hedge) {
            if (plan != null && step > 0 && plan.skilled[step] != plan.skilled[step - 1]) {
                if (step + PATIENCE + WINDOW <= STEPS) {
                    flips++;
                    lastFlip = step;
                    caught = false;
                    before.add(share());
                }
            }
            if (lastFlip >= 0 && !caught && step - lastFlip <= PATIENCE) {
                if (hedge.weight(plan.skilled[step]) >= HALF) {
                    caught = true;
                    followed++;
                }
            }
            Thesis pooled = pooled(now, hedge.weights());
            boosted.add(pooled, now.realized());
            equal.add(pooled(now, new double[] {1, 1, 1}), now.realized());
            best.add(thesis(now.opinions().get(0)), now.realized());
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

        private static Thesis pooled(PlantedExperts.Step now, double[] weights) {
            double[] sums = new double[Direction.values().length];
            double mass = 0;
            for (ExpertOpinion opinion : now.opinions()) {
                double weight = weights[opinion.expert().ordinal()];
                mass += weight;
                for (Direction direction : Direction.values()) {
                    sums[direction.ordinal()] += weight * thesis(opinion).probability(direction);
                }
            }
            double up = sums[Direction.UP.ordinal()] / mass;
            double down = sums[Direction.DOWN.ordinal()] / mass;
            return new Thesis(Horizon.MINUTES_15, up, down, Math.max(0, 1 - up - down));
        }
    }
}
