package io.huihui.operators.gating;

import io.huihui.models.decision.Expert;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.MixtureGate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Questions to the network that are asked together: a batch costs hardly more than one. */
final class PendingQuestions {

    /** Larger batches gain little more and delay the first. */
    static final int MOST = 64;

    private static final int EXPERTS = Expert.values().length;

    private final GateNetworkModel model;
    private final NetworkGuard network;
    private final float[] rows;
    private final List<MixtureGate.Question> questions = new ArrayList<>();

    PendingQuestions(GateNetworkModel model, NetworkGuard network) {
        this.model = model;
        this.network = network;
        this.rows = new float[MOST * model.names().size()];
    }

    /** Takes the answer to a question. */
    interface Answers {
        /**
         * @param logWeights null when the network was not to be asked, or did not answer
         */
        void answer(MixtureGate.Question question, float[] logWeights) throws Exception;
    }

    void add(MixtureGate.Question question) {
        questions.add(question);
    }

    boolean isFull() {
        return questions.size() >= MOST;
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    /** Whether a question of this symbol is among them: it must be answered before its next. */
    boolean has(String symbol) {
        for (MixtureGate.Question question : questions) {
            if (question.snapshot().symbol().equals(symbol)) {
                return true;
            }
        }
        return false;
    }

    /** Asks the network and hands out all answers in the order of the questions. */
    void answerAll(Answers answers) throws Exception {
        int asked = 0;
        SnapshotId first = null;
        for (MixtureGate.Question question : questions) {
            if (question.asksNetwork()) {
                first = first == null ? question.snapshot() : first;
                question.standardise(model, rows, asked++);
            }
        }
        float[] all = asked == 0 ? null : network.logWeights(rows, asked, EXPERTS, first);
        int next = 0;
        for (MixtureGate.Question question : questions) {
            float[] own = null;
            if (all != null && question.asksNetwork()) {
                own = Arrays.copyOfRange(all, next * EXPERTS, (next + 1) * EXPERTS);
                next++;
            }
            answers.answer(question, own);
        }
        questions.clear();
    }
}
