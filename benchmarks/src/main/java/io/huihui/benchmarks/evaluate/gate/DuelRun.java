package io.huihui.benchmarks.evaluate.gate;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.ResolvedOpinion;
import io.huihui.models.gate.GateMemory;
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.GateQuestion;
import io.huihui.models.gate.MixtureGate;
import io.huihui.models.gate.NetworkDuel;
import io.huihui.models.gate.NetworkRole;
import io.huihui.models.gate.PlainGateNetwork;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A gate with two networks over planted experts, as the operator runs it. */
final class DuelRun {

    /** Id of the network that is sent. */
    static final String SENT = "sent";

    /** A network, ready to be asked, and the gate that goes by it. */
    private record Contender(MixtureGate gate, GateNetwork network) {

        static Contender of(GateNetworkModel model) {
            return new Contender(new MixtureGate(model), new PlainGateNetwork(model));
        }

        /** Returns null outside of what it was trained on. */
        float[] asked(GateQuestion question) {
            if (!gate.asks(question)) {
                return null;
            }
            float[] row = new float[gate.model().names().size()];
            gate.standardise(question, row, 0);
            return network.logWeights(row, 1);
        }
    }

    /**
     * A verdict that waits for its outcome.
     *
     * @param champion id of who decided
     * @param rival what the challenger would have pooled; null when it was not asked
     */
    private record Waiting(
            PlantedExperts.Step step, List<Thesis> pooled, String champion, List<Thesis> rival) {}

    private final Contender shipped;
    private final Contender sent;
    private final GateMemory memory = new GateMemory();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final List<NetworkDuel.Decision> decisions = new ArrayList<>();

    DuelRun(GateNetworkModel shipped, GateNetworkModel sent) {
        this.shipped = Contender.of(shipped);
        this.sent = Contender.of(sent);
    }

    /** The network is sent; it is there from the next step on. */
    void send(NetworkRole role) {
        memory.hear(SENT, role);
    }

    /** Takes a step, and hears what happened {@link GateRun#DELAY} steps ago. */
    Thesis judge(PlantedExperts.Step step) {
        NetworkDuel duel = memory.duel();
        GateQuestion question =
                GateQuestion.of(step.market().snapshot(), step.market(), step.opinions(), memory);
        Contender champion = contender(duel.champion());
        float[] said = champion.asked(question);
        MixtureGate.Answer answer = champion.gate().answer(question, said, memory);
        List<Thesis> rival = null;
        if (said != null && !duel.challenger().equals(NetworkDuel.NONE)) {
            Contender challenger = contender(duel.challenger());
            float[] otherwise = challenger.asked(question);
            rival = otherwise == null ? null : challenger.gate().pooled(question, otherwise);
        }
        waiting.add(new Waiting(step, answer.pooled(), duel.champion(), rival));
        if (waiting.size() > GateRun.DELAY) {
            resolve(waiting.remove());
        }
        return answer.verdict().thesis(Horizon.MINUTES_15);
    }

    private Contender contender(String id) {
        return id.equals(SENT) ? sent : shipped;
    }

    private void resolve(Waiting verdict) {
        Horizon horizon = Horizon.MINUTES_15; // all say the same
        boolean comparable = verdict.champion().equals(memory.duel().champion());
        memory.learn(
                new ResolvedOpinion(
                        verdict.step().market().snapshot().secondEndMillis(),
                        GateMemory.kept(
                                verdict.step().opinions(), comparable ? verdict.rival() : null),
                        verdict.pooled().get(horizon.ordinal()),
                        verdict.step().realized(),
                        0,
                        1,
                        1));
        decisions.addAll(memory.takeDecisions());
    }

    /** Returns what outcomes have decided so far. */
    List<NetworkDuel.Decision> decisions() {
        return decisions;
    }
}
