package io.huihui.benchmarks.evaluate.flow;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.Scores;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.expert.flow.TrainedFlowExpert;
import io.huihui.models.feature.FeatureVector;
import io.huihui.simulator.truth.ThesisTruth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How good the theses of the flow expert are, beside the rules it replaces, the base rate and
 * somebody who knows everything planted but the noise.
 */
public final class FlowExpertSuite implements Suite {

    private static final double GOAL_ECE = 0.05;

    /** Theses are scored on the grid of the outcomes: once in ten seconds. */
    private static final int STEP = 10;

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public String question() {
        return "How good are the theses of the flow expert, beside the rules it replaces?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        List<Day> days = new ArrayList<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            days.add(new Day(FlowDays.of(seed)));
            progress.say("seed " + seed);
        }
        List<Metric> metrics = new ArrayList<>();
        boolean pass = true;
        for (Horizon horizon : Horizon.values()) {
            int at = horizon.ordinal();
            String suffix = "_" + horizon.minutes() + "m";
            Thesis base = baseRate(days, horizon);
            List<Double> skill = new ArrayList<>();
            List<Double> rulesSkill = new ArrayList<>();
            List<Double> oracleSkill = new ArrayList<>();
            List<Double> accuracy = new ArrayList<>();
            List<Double> rulesAccuracy = new ArrayList<>();
            for (Day day : days) {
                double usual = day.brierOf(base, horizon);
                skill.add(1 - day.trained[at].brier() / usual);
                rulesSkill.add(1 - day.rules[at].brier() / usual);
                oracleSkill.add(1 - day.oracle[at].brier() / day.oracleBase(base, horizon));
                accuracy.add(day.trained[at].accuracy());
                rulesAccuracy.add(day.rules[at].accuracy());
            }
            Metric skillMetric =
                    Estimates.metric(
                            "brier_skill" + suffix, skill, Estimates.mean(rulesSkill), "share");
            Bootstrap.Interval error =
                    Bootstrap.pooled(
                            days.stream().map(day -> day.trained[at]).toList(),
                            Scores::calibrationError);
            metrics.add(skillMetric);
            metrics.add(
                    Estimates.metric("oracle_brier_skill" + suffix, oracleSkill, null, "share"));
            metrics.add(
                    Estimates.metric(
                            "accuracy" + suffix, accuracy, Estimates.mean(rulesAccuracy), "share"));
            metrics.add(
                    new Metric(
                            "ece" + suffix,
                            error.mean(),
                            error.low(),
                            error.high(),
                            null,
                            "share"));
            pass &= skillMetric.low() > Estimates.mean(rulesSkill) && error.mean() <= GOAL_ECE;
        }
        return new Bench.Result(metrics, List.of(), pass);
    }

    private static Thesis baseRate(List<Day> days, Horizon horizon) {
        double up = 0;
        double down = 0;
        double all = 0;
        for (Day day : days) {
            Scores scores = day.trained[horizon.ordinal()];
            up += scores.happened(Direction.UP);
            down += scores.happened(Direction.DOWN);
            all += scores.count();
        }
        // Up and down alike: which of the two was more frequent is luck.
        double moved = (up + down) / all;
        return new Thesis(horizon, moved / 2, moved / 2, 1 - moved);
    }

    /** A thesis and what came. */
    private record Scored(Thesis thesis, Direction went) {}

    /** One session, scored. */
    private static final class Day {
        final Scores[] trained = scores();
        final Scores[] rules = scores();
        final Scores[] oracle = scores();
        final List<List<Scored>> scored = new ArrayList<>();
        private final List<List<Direction>> oracleWent = new ArrayList<>();

        Day(FlowDay day) {
            for (int i = 0; i < trained.length; i++) {
                scored.add(new ArrayList<>());
                oracleWent.add(new ArrayList<>());
            }
            ExpertModel ours = new TrainedFlowExpert();
            ExpertModel theirs = new RuleBasedFlowExpert();
            FeatureVector.Builder scratch = new FeatureVector.Builder();
            for (int second = 0; second < day.seconds(); second++) {
                var snapshot = day.snapshot(second, scratch);
                ExpertOpinion opinion = ours.observe(snapshot);
                if ((second + 1) % STEP != 0) {
                    continue;
                }
                ExpertOpinion before = theirs.observe(snapshot);
                for (Horizon horizon : Horizon.values()) {
                    Direction went = FlowTrainer.direction(day, second, horizon);
                    if (went != null) {
                        int at = horizon.ordinal();
                        trained[at].add(opinion.thesis(horizon), went);
                        rules[at].add(before.thesis(horizon), went);
                        scored.get(at).add(new Scored(opinion.thesis(horizon), went));
                    }
                }
            }
            scoreOracle(day);
        }

        private void scoreOracle(FlowDay day) {
            Map<Long, Integer> seconds = new HashMap<>();
            for (int second = 0; second < day.seconds(); second++) {
                seconds.put(day.endMillis(second), second);
            }
            for (ThesisTruth told : day.truth(ThesisTruth.class)) {
                Integer second = seconds.get(told.eventTimeMillis());
                Direction went =
                        second == null ? null : FlowTrainer.direction(day, second, told.horizon());
                if (went != null) {
                    double flat = 1 - told.up() - told.down();
                    oracle[told.horizon().ordinal()].add(
                            new Thesis(told.horizon(), told.up(), told.down(), Math.max(0, flat)),
                            went);
                    oracleWent.get(told.horizon().ordinal()).add(went);
                }
            }
        }

        double brierOf(Thesis thesis, Horizon horizon) {
            Scores base = new Scores();
            scored.get(horizon.ordinal()).forEach(one -> base.add(thesis, one.went()));
            return base.brier();
        }

        double oracleBase(Thesis thesis, Horizon horizon) {
            Scores base = new Scores();
            oracleWent.get(horizon.ordinal()).forEach(went -> base.add(thesis, went));
            return base.brier();
        }

        private static Scores[] scores() {
            Scores[] scores = new Scores[Horizon.values().length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = new Scores();
            }
            return scores;
        }
    }
}
