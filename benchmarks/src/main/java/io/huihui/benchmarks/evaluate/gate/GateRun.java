package io.huihui.benchmarks.evaluate.gate;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.GateWeight;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Verdict;
import io.huihui.models.expert.ResolvedOpinion;
import io.huihui.models.gate.EqualWeightGate;
import io.huihui.models.gate.GateInputs;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.MixtureGate;

import java.util.ArrayDeque;
import java.util.List;

/**
 * A gate over planted experts, step by step, as the operator runs it: it answers, and hears what
 * happened some steps later.
 */
final class GateRun {

    /** Steps until an outcome is known: at a step in half a minute, fifteen minutes. */
    static final int DELAY = 30;

    /** One step through the gate. */
    record Judged(PlantedExperts.Step step, MixtureGate.Answer answer, Verdict equal) {

        Verdict mixture() {
            return answer.verdict();
        }

        double weight(Expert expert) {
            for (GateWeight each : mixture().weights()) {
                if (each.expert() == expert) {
                    return each.weight();
                }
            }
            return 0;
        }
    }

    private static final Horizon[] HORIZONS = Horizon.values();

    private final MixtureGate gate;
    private final GateNetwork network;
    private final EqualWeightGate equal = new EqualWeightGate();
    private final GateMemory memory = new GateMemory();
    private final ArrayDeque<Judged> waiting = new ArrayDeque<>();
    private final int delay;
    private double[] inputs = {};

    /**
     * @param network null when only the booster's weights are wanted
     */
    GateRun(GateNetworkModel model, GateNetwork network, int delay) {
        this.gate = new MixtureGate(model);
        this.network = network;
        this.delay = delay;
    }

    /** Takes a step and returns what was made of it. */
    Judged judge(PlantedExperts.Step step) {
        List<ExpertOpinion> opinions = step.opinions();
        MixtureGate.Answer answered = gate.judge(step.market(), opinions, network, memory);
        inputs = GateInputs.of(step.market(), opinions, memory.recentBrier());
        Verdict even = equal.judge(step.market().snapshot(), opinions);
        Judged judged = new Judged(step, answered, even);
        waiting.add(judged);
        if (waiting.size() > delay) {
            resolve(waiting.remove());
        }
        return judged;
    }

    private void resolve(Judged judged) {
        Direction realized = judged.step().realized();
        double[] kept = GateMemory.kept(judged.step().opinions(), null);
        long second = judged.step().market().snapshot().secondEndMillis();
        for (Horizon horizon : HORIZONS) {
            memory.learn(
                    new ResolvedOpinion(
                            second,
                            kept,
                            judged.answer().pooled().get(horizon.ordinal()),
                            realized,
                            0,
                            1,
                            1.0 / HORIZONS.length));
        }
    }

    /** Returns what the network looked at, or would have, at the last step. */
    double[] inputs() {
        return inputs.clone();
    }
}
