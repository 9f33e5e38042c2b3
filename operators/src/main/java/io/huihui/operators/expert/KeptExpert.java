package io.huihui.operators.expert;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.breaker.Answer;
import io.huihui.operators.breaker.BreakerWatch;
import io.huihui.operators.breaker.Caller;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One expert model per symbol, asked behind breakers; there is always an opinion.
 *
 * <p>Two breakers can leave an expert alone. That of a symbol counts what the model throws and what
 * is no opinion on the snapshot; its clock is event time. That of the task counts what is late or
 * hangs, by the clock, and only live. Neither is kept in a savepoint: a new process asks anew.
 *
 * <p>State: the model; key symbol; bounded by the model; cleared when the symbol is idle. The model
 * of the other set of experts, which a savepoint may hold, is cleared when the symbol is first seen
 * again or idle, so that no stale memory is woken when the sets are changed back. State is touched
 * on the task's thread only; while a call that nobody waits for works on a model, the model as it
 * was at most {@link #BACKUP_MILLIS} before is in its place.
 */
public final class KeptExpert<M extends ExpertModel> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptExpert.class);

    /** Field of a log line that is about one snapshot. */
    private static final String SNAPSHOT = "snapshot";

    /** What may be lost of what a model has learned, when a call hangs. */
    private static final long BACKUP_MILLIS = 30_000;

    /** About five minutes of trials: then the model itself may be what is broken. */
    private static final int TRIALS_BEFORE_ANEW = 30;

    /** A model that is away for so much news is not waited for. */
    private static final int MOST_MISSED = 100;

    private final ExpertKind<M> kind;
    private final Asking asking;
    private final ValueState<M> model;
    private final ValueState<?> other;
    private final TypeSerializer<M> copier;
    private final Caller caller;
    private final BreakerWatch watch;
    private final StandIns standIns;
    private final Map<String, SymbolGuard<M>> guards = new HashMap<>();
    private final Counter threw;
    private final Counter garbage;
    private final Counter late;
    private final Counter anew;
    private final Counter abstentions;

    /**
     * Opens the states.
     *
     * @param otherState where the other set of experts keeps its model; null when there is none
     */
    public KeptExpert(
            RuntimeContext context,
            String uid,
            ModelState<M> state,
            ModelState<?> otherState,
            Asking asking,
            ExpertKind<M> kind) {
        this.kind = kind;
        this.asking = asking;
        this.model = context.getState(state.descriptor());
        this.other = otherState == null ? null : context.getState(otherState.descriptor());
        this.copier = state.serializer();
        this.caller = asking.caller(uid);
        MetricGroup metrics = context.getMetricGroup();
        this.watch = new BreakerWatch(metrics);
        this.standIns = new StandIns(asking.breakers().staleMillis(), metrics);
        this.threw = metrics.counter("calls_that_threw");
        this.garbage = metrics.counter("calls_that_gave_no_opinion");
        this.late = metrics.counter("calls_late");
        this.anew = metrics.counter("models_started_anew");
        this.abstentions = metrics.counter("abstentions");
    }

    /** Returns an opinion on a snapshot of the current key, whatever becomes of the expert. */
    public ExpertOpinion answer(FeatureSnapshot snapshot, Consumer<Alert> alerts)
            throws IOException {
        SymbolGuard<M> guard = guard(snapshot.id().symbol());
        guard.at(snapshot.id().secondEndMillis());
        Breaker.State ofSymbol = guard.breaker.state();
        Breaker.State ofTask = caller.state();
        M expert = known(guard);
        ExpertOpinion opinion = ask(guard, expert, snapshot);
        keep(guard, expert);
        String name = expert.expert().name();
        watch.call(ofSymbol, guard.breaker.state(), snapshot.id(), name, guard.why, alerts);
        watch.call(ofTask, caller.state(), snapshot.id(), name + " IN TIME", guard.why, alerts);
        if (opinion == null) {
            opinion = standIns.answer(guard, expert, snapshot);
        }
        if (opinion.abstained()) {
            abstentions.inc();
        }
        return opinion;
    }

    /**
     * Tells the model of the current key, which is this symbol, something besides snapshots. What
     * it throws then is counted and opens no breaker: how news and snapshots alternate is not the
     * same from run to run.
     */
    public void hear(String symbol, Consumer<ExpertModel> news) throws IOException {
        SymbolGuard<M> guard = guard(symbol);
        M expert = known(guard);
        guard.trialFailed = false;
        try {
            news.accept(expert);
            if (guard.loan != null) {
                missed(guard, news);
            }
            if (guard.rules == null && kind.rulesListen()) {
                guard.rules = kind.rules();
            }
            if (guard.rules != null) {
                news.accept(guard.rules);
            }
        } catch (RuntimeException | StackOverflowError thrown) {
            threw.inc();
            LOG.warn("an expert could not hear something", thrown);
        }
        keep(guard, expert);
    }

    private void missed(SymbolGuard<M> guard, Consumer<ExpertModel> news) {
        if (guard.loan.missed.size() == MOST_MISSED) {
            guard.loan = null; // it would come back knowing too little
        } else {
            guard.loan.missed.add(news);
        }
    }

    private SymbolGuard<M> guard(String symbol) {
        return guards.computeIfAbsent(symbol, each -> new SymbolGuard<>(each, asking.breakers()));
    }

    /** Returns the model to go on with. */
    private M known(SymbolGuard<M> guard) throws IOException {
        if (guard.loan != null && guard.loan.isOver()) {
            SymbolGuard.Loan<M> returned = guard.loan;
            guard.loan = null;
            returned.missed.forEach(each -> each.accept(returned.model));
            return returned.model;
        }
        M expert = model.value();
        if (expert == null) {
            expert = kind.fresh();
            forgetOther();
        }
        return expert;
    }

    private void keep(SymbolGuard<M> guard, M expert) throws IOException {
        if (guard.loan != null) {
            model.update(guard.backup);
        } else if (guard.why != null && isBroken(guard)) {
            anew.inc();
            guard.backup = null;
            model.clear();
        } else {
            model.update(expert);
        }
    }

    private static boolean isBroken(SymbolGuard<?> guard) {
        return guard.trialFailed && guard.breaker.failedTrials() % TRIALS_BEFORE_ANEW == 0;
    }

    /** Returns the expert's own opinion; null when there is none, and then the guard says why. */
    private ExpertOpinion ask(SymbolGuard<M> guard, M expert, FeatureSnapshot snapshot) {
        guard.trialFailed = false;
        try {
            kind.before(expert, snapshot);
        } catch (RuntimeException | StackOverflowError thrown) {
            threw.inc();
            return failed(guard, snapshot.id(), thrown.toString(), thrown);
        }
        if (!guard.breaker.mayCall()) {
            return null; // for the reason that opened it
        }
        if (!caller.mayCall()) {
            guard.breaker.notCalled();
            guard.why = "it is late or hangs";
            return unanswered(guard);
        }
        Answer<ExpertOpinion> answer = call(guard, expert, snapshot);
        return switch (answer.kind()) {
            case LATE -> {
                late.inc();
                guard.breaker.notCalled();
                guard.why = "no answer in the time its answers take";
                yield unanswered(guard);
            }
            case THREW -> {
                threw.inc();
                yield failed(guard, snapshot.id(), answer.thrown().toString(), answer.thrown());
            }
            case ANSWERED -> checked(guard, expert, snapshot, answer.value());
        };
    }

    private Answer<ExpertOpinion> call(SymbolGuard<M> guard, M expert, FeatureSnapshot snapshot) {
        if (!caller.mayBeLate()) {
            return caller.call(() -> asking.interview().ask(expert, snapshot));
        }
        if (guard.backup == null || guard.nowMillis() - guard.backupMillis >= BACKUP_MILLIS) {
            guard.backup = copier.copy(expert);
            guard.backupMillis = guard.nowMillis();
        }
        SymbolGuard.Loan<M> loan = new SymbolGuard.Loan<>(expert);
        Answer<ExpertOpinion> answer =
                caller.call(
                        () -> {
                            try {
                                return asking.interview().ask(expert, snapshot);
                            } finally {
                                loan.end();
                            }
                        });
        guard.loan = answer.kind() == Answer.Kind.LATE ? loan : null;
        return answer;
    }

    private ExpertOpinion checked(
            SymbolGuard<M> guard, M expert, FeatureSnapshot snapshot, ExpertOpinion opinion) {
        if (opinion == null
                || !opinion.snapshot().equals(snapshot.id())
                || opinion.expert() != expert.expert()) {
            garbage.inc();
            String what =
                    opinion == null ? "nothing" : "one of " + opinion.expert() + " on another";
            return failed(
                    guard, snapshot.id(), "need an opinion on the snapshot, was " + what, null);
        }
        guard.breaker.succeeded();
        if (!opinion.abstained()) {
            guard.last = opinion;
        }
        if (!kind.rulesListen()) {
            guard.rules = null;
        }
        guard.why = null;
        guard.failures = 0;
        kind.after(expert, snapshot);
        return opinion;
    }

    private ExpertOpinion failed(
            SymbolGuard<M> guard, SnapshotId snapshot, String why, Throwable thrown) {
        int trials = guard.breaker.failedTrials();
        guard.breaker.failed();
        guard.trialFailed = guard.breaker.failedTrials() > trials;
        guard.why = why;
        if (guard.failures++ == 0) {
            try (MDC.MDCCloseable unused = MDC.putCloseable(SNAPSHOT, snapshot.text())) {
                LOG.warn("an expert failed, something else stands in: {}", why, thrown);
            }
        }
        return unanswered(guard);
    }

    private ExpertOpinion unanswered(SymbolGuard<M> guard) {
        if (guard.rules == null) {
            guard.rules = kind.rules();
        }
        return null;
    }

    /** Forgets the current key, which is this symbol. */
    public void forget(String symbol) throws IOException {
        model.clear();
        forgetOther();
        SymbolGuard<M> guard = guards.remove(symbol);
        if (guard != null) {
            watch.forget(guard.breaker.state());
        }
    }

    private void forgetOther() {
        if (other != null) {
            other.clear();
        }
    }

    @Override
    public void close() {
        caller.close();
    }
}
