package io.huihui.operators.gating;

import io.huihui.models.decision.Expert;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateInputs;
import io.huihui.models.gate.GateQuestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Questions to networks that are asked together: a batch costs hardly more than one. */
final class PendingQuestions {

    /** Larger batches gain little more and delay the first. */
    static final int MOST = 64;

    private static final int EXPERTS = Expert.values().length;

    /**
     * A question and who is asked it.
     *
     * @param challenger null when there is none
     */
    private record Asked(GateQuestion question, Contender champion, Contender challenger) {}

    private final float[] rows = new float[MOST * GateInputs.all().size()];
    private final List<Asked> pending = new ArrayList<>();

    /** Takes what the networks said, one number per expert. */
    interface Answers {

        /**
         * @param logWeights null when the champion was not to be asked, or did not answer
         */
        void answer(GateQuestion question, Contender champion, float[] logWeights) throws Exception;

        /** Only where both were asked and answered, after all answers. */
        void challenge(GateQuestion question, Contender challenger, float[] logWeights)
                throws Exception;
    }

    /**
     * @param challenger null when there is none, or it is not to be asked
     */
    void add(GateQuestion question, Contender champion, Contender challenger) {
        pending.add(new Asked(question, champion, challenger));
    }

    boolean isFull() {
        return pending.size() >= MOST;
    }

    /** Whether a question of this symbol is among them: it must be answered before its next. */
    boolean has(String symbol) {
        for (Asked asked : pending) {
            if (asked.question().snapshot().symbol().equals(symbol)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Asks the networks and hands out all answers in the order of the questions. Nobody waits for a
     * challenger: it is asked when all answers are out.
     */
    void answerAll(Answers answers) throws Exception {
        if (pending.isEmpty()) {
            return;
        }
        float[][] said = ask(pending, Asked::champion);
        List<Asked> challenged = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            Asked asked = pending.get(i);
            answers.answer(asked.question(), asked.champion(), said[i]);
            if (said[i] != null && asked.challenger() != null) {
                challenged.add(asked);
            }
        }
        pending.clear();
        if (challenged.isEmpty()) {
            return;
        }
        said = ask(challenged, Asked::challenger);
        for (int i = 0; i < said.length; i++) {
            if (said[i] != null) {
                Asked asked = challenged.get(i);
                answers.challenge(asked.question(), asked.challenger(), said[i]);
            }
        }
    }

    /** Returns what was said to each; null where the network was not asked, or did not answer. */
    private float[][] ask(List<Asked> questions, Function<Asked, Contender> whom) {
        float[][] said = new float[questions.size()][];
        boolean[] done = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            if (!done[i]) {
                ask(questions, whom, whom.apply(questions.get(i)), said, done);
            }
        }
        return said;
    }

    /** Asks one network all that is for it. */
    private void ask(
            List<Asked> questions,
            Function<Asked, Contender> whom,
            Contender contender,
            float[][] said,
            boolean[] done) {
        int[] places = new int[said.length];
        int count = 0;
        SnapshotId first = null;
        for (int i = 0; i < said.length; i++) {
            if (whom.apply(questions.get(i)).equals(contender)) {
                done[i] = true;
                GateQuestion question = questions.get(i).question();
                if (contender.gate().asks(question)) {
                    first = first == null ? question.snapshot() : first;
                    contender.gate().standardise(question, rows, count);
                    places[count++] = i;
                }
            }
        }
        float[] all =
                count == 0 ? null : contender.network().logWeights(rows, count, EXPERTS, first);
        for (int next = 0; all != null && next < count; next++) {
            said[places[next]] = Arrays.copyOfRange(all, next * EXPERTS, (next + 1) * EXPERTS);
        }
    }
}
