package io.huihui.operators.expert;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a task remembers of how one symbol's expert did, as long as it runs. The clock of its
 * breaker is event time, so that replays agree.
 */
final class SymbolGuard<M extends ExpertModel> {

    /** A model that a call works on, and whether the call is over. */
    static final class Loan<M> {
        final M model;

        /** What it could not be told meanwhile. */
        final List<Consumer<ExpertModel>> missed = new ArrayList<>();

        private volatile boolean over;

        Loan(M model) {
            this.model = model;
        }

        void end() {
            over = true;
        }

        boolean isOver() {
            return over;
        }
    }

    final Breaker breaker;

    /** The last opinion that said something; null when there is none. */
    ExpertOpinion last;

    /** Stands in; null unless the expert is failing, or its rules listen. */
    ExpertModel rules;

    /** The model as it was lately, to go on from when a call never gives it back. */
    M backup;

    long backupMillis;

    /** The model that a late call works on; null when there is none. */
    Loan<M> loan;

    /** Failed calls since a good one. */
    long failures;

    /** Whether the last call was a trial of the open breaker that failed. */
    boolean trialFailed;

    /** Why the last call gave no opinion; null when it did. */
    String why;

    private long nowMillis;

    SymbolGuard(String name, BreakerConfig config) {
        breaker = new Breaker(name, config.rule(), () -> nowMillis);
    }

    void at(long millis) {
        nowMillis = Math.max(nowMillis, millis);
    }

    long nowMillis() {
        return nowMillis;
    }

    /** Whether the last opinion is young enough to be said again. */
    boolean hasLast(long staleMillis) {
        return last != null && nowMillis - last.snapshot().secondEndMillis() <= staleMillis;
    }
}
