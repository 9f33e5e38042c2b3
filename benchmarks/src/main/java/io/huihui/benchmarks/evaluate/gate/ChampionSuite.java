package io.huihui.benchmarks.evaluate.gate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.Bootstrap;
import io.huihui.benchmarks.evaluate.SeedRange;
import io.huihui.benchmarks.evaluate.Suite;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Thesis;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.NetworkDuel;
import io.huihui.models.gate.NetworkRole;
import io.huihui.models.learner.DenseLayer;
import io.huihui.models.outcome.OutcomeScorer;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether outcomes put the right network in charge: a better challenger is promoted, one that is as
 * good is not, and a worse one that was put in charge by hand is rolled back before it costs much.
 */
public final class ChampionSuite implements Suite {

    /** Step at which the network is sent. */
    private static final int SENT_AT = 300;

    /** Of equal weights: no expert's evidence is worth more than another's. */
    private static final float[] EVEN = {0, 0, 0};

    /** Two that listen to different experts, where all know the same. */
    private static final float[] TO_ONE = {0.3f, -0.3f, 0};

    private static final float[] TO_ANOTHER = {-0.3f, 0.3f, 0};

    private static final double MOST_FALSE = 0.05;
    private static final double LEAST_RIGHT = 0.95;

    @Override
    public String name() {
        return "champion";
    }

    @Override
    public String question() {
        return "Do outcomes promote a better network of the gate, leave one that is as good, and roll"
                + " back a worse one?";
    }

    @Override
    public Bench.Result run(SeedRange seeds, Bench.Progress progress) {
        if (seeds.first() <= PlantedNetworks.LAST_SEED) {
            progress.say("seeds up to " + PlantedNetworks.LAST_SEED + " fitted the network");
        }
        GateNetworkModel good = PlantedNetworks.fit(PlantedExperts::byCondition, progress::say);
        GateNetworkModel even = saying("even/1", good, EVEN);
        Figures rising = new Figures();
        Figures falling = new Figures();
        Figures level = new Figures();
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
            rising.add(seed, PlantedExperts::byCondition, even, good, NetworkRole.CHALLENGER);
            falling.add(seed, PlantedExperts::byCondition, good, even, NetworkRole.CHAMPION);
            level.add(
                    seed,
                    PlantedExperts::alike,
                    saying("one/1", good, TO_ONE),
                    saying("another/1", good, TO_ANOTHER),
                    NetworkRole.CHALLENGER);
            progress.say("seed " + seed);
        }
        Metric promoted = rising.share("better_promoted", NetworkDuel.Change.PROMOTED);
        Metric rolledBack = falling.share("worse_rolled_back", NetworkDuel.Change.ROLLED_BACK);
        Metric lucky = level.share("equal_promoted", NetworkDuel.Change.PROMOTED);
        return new Bench.Result(
                List.of(
                        promoted,
                        Bootstrap.metric("promoted_after", rising.outcomes, null, "outcomes"),
                        Bootstrap.metric("brier_with_challenger", rising.with, rising.without, ""),
                        rolledBack,
                        Bootstrap.metric("rolled_back_after", falling.outcomes, null, "outcomes"),
                        Bootstrap.metric("brier_with_worse", falling.with, falling.without, "")),
                List.of(lucky),
                promoted.value() >= LEAST_RIGHT
                        && rolledBack.value() >= LEAST_RIGHT
                        && lucky.value() <= MOST_FALSE);
    }

    /** Returns a network that says the same of every snapshot, where another has been trained. */
    private static GateNetworkModel saying(String version, GateNetworkModel like, float[] says) {
        int inputs = like.names().size();
        DenseLayer layer = new DenseLayer(inputs, new float[inputs * says.length], says);
        return new GateNetworkModel(version, like.names(), like.scale(), List.of(layer));
    }

    /** What came of the seeds, one value each. */
    private static final class Figures {

        private final List<NetworkDuel.Change> first = new ArrayList<>();
        private final List<Double> outcomes = new ArrayList<>();
        private final List<Double> with = new ArrayList<>();
        private final List<Double> without = new ArrayList<>();

        void add(
                long seed,
                PlantedExperts.Plan plan,
                GateNetworkModel shipped,
                GateNetworkModel sent,
                NetworkRole role) {
            DuelRun duel = new DuelRun(shipped, sent);
            DuelRun alone = new DuelRun(shipped, sent);
            PlantedExperts experts = new PlantedExperts(seed, plan);
            double brier = 0;
            double brierAlone = 0;
            for (int i = 0; i < PlantedNetworks.STEPS; i++) {
                if (i == SENT_AT) {
                    duel.send(role);
                }
                PlantedExperts.Step step = experts.next();
                brier += brier(duel.judge(step), step.realized());
                brierAlone += brier(alone.judge(step), step.realized());
            }
            with.add(brier / PlantedNetworks.STEPS);
            without.add(brierAlone / PlantedNetworks.STEPS);
            List<NetworkDuel.Decision> decisions = duel.decisions();
            first.add(decisions.isEmpty() ? null : decisions.get(0).change());
            if (!decisions.isEmpty()) {
                outcomes.add(decisions.get(0).outcomes());
            }
        }

        private static double brier(Thesis thesis, Direction realized) {
            return OutcomeScorer.brier(thesis, realized);
        }

        /** Returns the share of seeds whose first decision was this one. */
        Metric share(String name, NetworkDuel.Change change) {
            List<Double> hits = new ArrayList<>();
            for (NetworkDuel.Change each : first) {
                hits.add(each == change ? 1.0 : 0.0);
            }
            return Bootstrap.metric(name, hits, null, "share");
        }
    }
}
