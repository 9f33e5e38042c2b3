package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.simulator.SimulationConfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much more often the thesis at 15 minutes is right than the predecessor's, whose three views
 * were averaged: with the network, with the booster alone, with equal weights, and each expert by
 * itself. On the simulated market, on the same seconds.
 */
public final class AccuracySuite implements Suite {

    private static final int SYMBOLS = 2;
    private static final int SESSIONS = 1;
    private static final Horizon HORIZON = Horizon.MINUTES_15;

    private static final double GAIN = 1.2;

    private static final List<String> PREDICTORS =
            List.of(
                    GatePipeline.NETWORK,
                    GatePipeline.BOOSTER,
                    GatePipeline.EQUAL,
                    "REGIME",
                    "FLOW",
                    "SENTIMENT");

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String question() {
        return "How much more often is the thesis at 15 minutes right than the predecessor's?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        SortedMap<String, List<Scores>> scores = new TreeMap<>();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            SortedMap<String, Scores> ofSeed = new TreeMap<>();
            SimulatedSession.run(
                            SimulationConfig.of(seed, SESSIONS, SYMBOLS),
                            symbol -> new GatePipeline(symbol, GateNetworkModel.shipped()))
                    .values()
                    .forEach(pipeline -> add(ofSeed, pipeline.outcomes(HORIZON)));
            ofSeed.forEach(
                    (name, each) ->
                            scores.computeIfAbsent(name, key -> new ArrayList<>()).add(each));
            progress.say(
                    String.format(
                            Locale.ROOT,
                            "seed %d: network %.3f, predecessor %.3f",
                            seed,
                            ofSeed.get(GatePipeline.NETWORK).accuracy(),
                            ofSeed.get(GatePipeline.PREDECESSOR).accuracy()));
        }
        return figures(scores);
    }

    private static void add(SortedMap<String, Scores> scores, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            scores.computeIfAbsent(outcome.predictor(), key -> new Scores())
                    .add(outcome.thesis(), outcome.realized());
        }
    }

    private static Bench.Result figures(SortedMap<String, List<Scores>> scores) {
        List<Scores> before = scores.get(GatePipeline.PREDECESSOR);
        List<Metric> metrics = new ArrayList<>();
        double weakEnd = 0;
        for (String predictor : PREDICTORS) {
            List<Scores> now = scores.get(predictor);
            double[] relative = new double[now.size()];
            double[] accuracy = new double[now.size()];
            double[] skill = new double[now.size()];
            double[] beforeAccuracy = new double[now.size()];
            for (int i = 0; i < relative.length; i++) {
                accuracy[i] = now.get(i).accuracy();
                beforeAccuracy[i] = before.get(i).accuracy();
                relative[i] = accuracy[i] / beforeAccuracy[i];
                skill[i] = 1 - now.get(i).brier() / before.get(i).brier();
            }
            String prefix = predictor.toLowerCase(Locale.ROOT);
            Metric gain = Bootstrap.metric(prefix + "_relative_accuracy", relative, null, "share");
            metrics.add(gain);
            metrics.add(
                    Bootstrap.metric(
                            prefix + "_accuracy",
                            accuracy,
                            Bootstrap.of(beforeAccuracy).mean(),
                            "share"));
            metrics.add(Bootstrap.metric(prefix + "_brier_skill", skill, null, "share"));
            if (predictor.equals(GatePipeline.NETWORK)) {
                weakEnd = gain.value() >= GAIN ? gain.low() : 0;
            }
        }
        double[] error =
                scores.get(GatePipeline.NETWORK).stream()
                        .mapToDouble(Scores::calibrationError)
                        .toArray();
        return new Bench.Result(
                metrics,
                List.of(Bootstrap.metric("network_ece", error, null, "share")),
                weakEnd > 1);
    }
}
