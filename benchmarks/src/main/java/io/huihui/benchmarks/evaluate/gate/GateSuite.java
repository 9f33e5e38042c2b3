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
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.network.ComputeDevice;
import io.huihui.network.PyTorchGateNetwork;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the gate listens to the right expert, where it is planted who knows what when: against
 * equal weights, the best single expert and the booster alone; and that it tells no differences
 * where there are none.
 */
public final class GateSuite implements Suite {

    private static final double GAIN = 1.15;
    private static final double POINT = 0.01;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String question() {
        return "Does the gate listen to the expert that knows, and to all alike where all know the"
                + " same?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        if (seeds.first() <= PlantedNetworks.LAST_SEED) {
            progress.say(
                    "seeds up to " + PlantedNetworks.LAST_SEED + " were used to fit the network");
        }
        Figures skilled = figures(PlantedExperts::byCondition, seeds, progress);
        Figures same = figures(PlantedExperts::alike, seeds, progress);
        Metric gain = Bootstrap.metric("relative_accuracy", skilled.gain, null, "share");
        Metric brier = Bootstrap.metric("brier", skilled.brier, skilled.equalBrier, "share");
        Metric single =
                Bootstrap.metric("accuracy_over_best_single", skilled.overSingle, null, "share");
        Metric hedge =
                Bootstrap.metric("accuracy_over_booster", skilled.overBooster, null, "share");
        Metric apart = Bootstrap.metric("alike_largest_weight_apart", same.apart, null, "share");
        Metric alikeGain = Bootstrap.metric("alike_accuracy_gain", same.points, null, "share");
        boolean pass =
                gain.low() >= GAIN
                        && brier.high() < brier.baseline()
                        && single.low() >= 0
                        && hedge.low() >= 0
                        && apart.high() <= POINT
                        && alikeGain.low() >= -POINT;
        return new Bench.Result(
                List.of(
                        gain,
                        Bootstrap.metric("accuracy", skilled.accuracy, skilled.equal, "share"),
                        brier,
                        single,
                        hedge),
                List.of(apart, alikeGain, Bootstrap.metric("ece", skilled.ece, null, "share")),
                pass);
    }

    /** What came of the seeds, one value each. */
    private static final class Figures {
        private final List<Double> gain = new ArrayList<>();
        private final List<Double> points = new ArrayList<>();
        private final List<Double> accuracy = new ArrayList<>();
        private final List<Double> equal = new ArrayList<>();
        private final List<Double> brier = new ArrayList<>();
        private final List<Double> equalBrier = new ArrayList<>();
        private final List<Double> overSingle = new ArrayList<>();
        private final List<Double> overBooster = new ArrayList<>();
        private final List<Double> apart = new ArrayList<>();
        private final List<Double> ece = new ArrayList<>();
    }

    private static Figures figures(
            PlantedExperts.Plan plan, SeedRange seeds, Bench.Progress progress) {
        GateNetworkModel model = PlantedNetworks.fit(plan, progress::say);
        Figures figures = new Figures();
        try (GateNetwork network = new PyTorchGateNetwork(model, ComputeDevice.CPU)) {
            for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
                add(figures, model, network, plan, seed);
                progress.say("seed " + seed);
            }
        }
        return figures;
    }

    private static void add(
            Figures figures,
            GateNetworkModel model,
            GateNetwork network,
            PlantedExperts.Plan plan,
            long seed) {
        PlantedExperts experts = new PlantedExperts(seed, plan);
        GateRun run = new GateRun(model, network, GateRun.DELAY);
        GateRun booster = new GateRun(model, null, GateRun.DELAY);
        Scores mixture = new Scores();
        Scores equal = new Scores();
        Scores boosted = new Scores();
        Scores[] single = new Scores[Expert.values().length];
        double[] weights = new double[single.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = new Scores();
        }
        for (int i = 0; i < PlantedNetworks.STEPS; i++) {
            PlantedExperts.Step step = experts.next();
            GateRun.Judged judged = run.judge(step);
            Direction realized = step.realized();
            mixture.add(judged.mixture().thesis(Horizon.MINUTES_15), realized);
            equal.add(judged.equal().thesis(Horizon.MINUTES_15), realized);
            boosted.add(booster.judge(step).mixture().thesis(Horizon.MINUTES_15), realized);
            for (ExpertOpinion opinion : step.opinions()) {
                int place = opinion.expert().ordinal();
                single[place].add(opinion.thesis(Horizon.MINUTES_15), realized);
                weights[place] += judged.weight(opinion.expert()) / PlantedNetworks.STEPS;
            }
        }
        double best = 0;
        double apart = 0;
        for (int i = 0; i < single.length; i++) {
            best = Math.max(best, single[i].accuracy());
            apart = Math.max(apart, Math.abs(weights[i] - 1.0 / single.length));
        }
        figures.gain.add(mixture.accuracy() / equal.accuracy());
        figures.points.add(mixture.accuracy() - equal.accuracy());
        figures.accuracy.add(mixture.accuracy());
        figures.equal.add(equal.accuracy());
        figures.brier.add(mixture.brier());
        figures.equalBrier.add(equal.brier());
        figures.overSingle.add(mixture.accuracy() - best);
        figures.overBooster.add(mixture.accuracy() - boosted.accuracy());
        figures.apart.add(apart);
        figures.ece.add(mixture.calibrationError());
    }
}
