package io.huihui.operators.expert;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.breaker.Answer;
import io.huihui.operators.breaker.BreakerWatch;
import io.huihui.operators.breaker.Caller;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * One expert model per symbol, asked behind breakers; there is always an opinion.
 *
 * <p>Two breakers can leave an expert alone. That of a symbol counts what the model throws and what
 * is no opinion on the snapshot; its clock is event time. That of the task counts what is late or
 * hangs, by the clock, and only live. Neither is kept in a savepoint: a new process asks anew.
 *
 * <p>Live, questions on several symbols are asked together: what waking another thread costs, they
 * share. A symbol has one question at a time, so each is judged as if it were alone.
 */
final class KeptExpert<M extends ExpertModel> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptExpert.class);

    /** Field of a log line that is about one snapshot. */
    private static final String SNAPSHOT = "snapshot";

    /** About five minutes of trials: then the model itself may be what is broken. */
    private static final int TRIALS_BEFORE_ANEW = 30;

    private final ExpertKind<M> kind;
    private final Asking asking;
    private final Desk desk;
    private final KeptModel<M> models;
    private final Caller caller;
    private final BreakerWatch watch;
    private final LearningMeter meter;
    private final StandIns standIns;
    private final Map<String, SymbolGuard<M>> guards = new HashMap<>();
    private final List<Question<M>> pending = new ArrayList<>();
    private final Counter threw;
    private final Counter garbage;
    private final Counter late;
    private final Counter anew;
    private final Counter abstentions;

    /**
     * A snapshot that the expert of its symbol is to be asked about.
     *
     * @param state of the symbol's breaker before
     * @param learned what the expert had learned before
     * @param loan of the expert to the call
     * @param isAsked false when the expert is left alone
     */
    private record Question<M extends ExpertModel>(
            SymbolGuard<M> guard,
            M expert,
            FeatureSnapshot snapshot,
            Breaker.State state,
            LearningMeter.Reading learned,
            SymbolGuard.Loan<M> loan,
            boolean isAsked) {

        SnapshotId id() {
            return snapshot.id();
        }

        ExpertOpinion answer(Interview interview) throws Exception {
            try {
                return interview.ask(expert, snapshot);
            } finally {
                loan.end();
            }
        }
    }

    /** Opens the states. */
    KeptExpert(RuntimeContext context, ExpertKind<M> kind, Asking asking, Desk desk) {
        this.kind = kind;
        this.asking = asking;
        this.desk = desk;
        this.models = new KeptModel<>(context, kind);
        this.caller = asking.caller(kind.uid());
        MetricGroup metrics = context.getMetricGroup();
        this.watch = new BreakerWatch(metrics);
        this.meter = new LearningMeter(metrics);
        this.standIns = new StandIns(asking.breakers().staleMillis(), metrics);
        this.threw = metrics.counter("calls_that_threw");
        this.garbage = metrics.counter("calls_that_gave_no_opinion");
        this.late = metrics.counter("calls_late");
        this.anew = metrics.counter("models_started_anew");
        this.abstentions = metrics.counter("abstentions");
    }

    /**
     * Asks about a snapshot of the current key, at once or with the next ones. Its opinion goes to
     * the desk, whatever becomes of the expert.
     */
    void put(FeatureSnapshot snapshot) throws IOException {
        String symbol = snapshot.id().symbol();
        SymbolGuard<M> guard = guard(symbol);
        answerFirst(guard, symbol);
        guard.at(snapshot.id().secondEndMillis());
        pending.add(question(guard, models.known(guard), snapshot));
        if (pending.size() >= asking.together()) {
            answerAll();
            desk.turnTo(symbol);
        } else {
            desk.answerSoon();
        }
    }

    private Question<M> question(SymbolGuard<M> guard, M expert, FeatureSnapshot snapshot) {
        Breaker.State state = guard.breaker.state();
        guard.trialFailed = false;
        boolean isAsked = false;
        try {
            kind.before(expert, snapshot);
            isAsked = guard.breaker.mayCall();
        } catch (RuntimeException | StackOverflowError thrown) {
            threw.inc();
            failed(guard, snapshot.id(), thrown.toString(), thrown);
        }
        return new Question<>(
                guard,
                expert,
                snapshot,
                state,
                meter.before(expert),
                new SymbolGuard.Loan<>(expert),
                isAsked);
    }

    /** What is pending of a symbol comes before whatever else happens to it. */
    private void answerFirst(SymbolGuard<M> guard, String symbol) throws IOException {
        for (Question<M> question : pending) {
            if (question.guard() == guard) {
                answerAll();
                desk.turnTo(symbol);
                return;
            }
        }
    }

    /** Asks all that is pending; then another key is current. */
    void answerAll() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        Breaker.State before = caller.state();
        List<Question<M>> asked = pending.stream().filter(Question::isAsked).toList();
        List<Answer<ExpertOpinion>> answers = call(asked);
        int next = 0;
        for (Question<M> question : pending) {
            desk.turnTo(question.id().symbol());
            ExpertOpinion opinion = null; // for the reason that opened the breaker
            if (question.isAsked()) {
                opinion =
                        next < answers.size()
                                ? judged(question, answers.get(next++))
                                : leftAlone(question);
            }
            finish(question, opinion);
        }
        Question<M> last = next == 0 ? pending.get(0) : asked.get(next - 1);
        watch.call(
                before,
                caller.state(),
                last.id(),
                name(last) + " IN TIME",
                last.guard().why,
                desk::alert);
        pending.clear();
    }

    /** Returns what came of as many as were asked. */
    private List<Answer<ExpertOpinion>> call(List<Question<M>> questions) {
        if (questions.isEmpty() || !caller.mayCall()) {
            return List.of();
        }
        List<Callable<ExpertOpinion>> works = new ArrayList<>();
        for (Question<M> question : questions) {
            if (caller.mayBeLate()) {
                models.backUp(question.guard(), question.expert());
            }
            works.add(() -> question.answer(asking.interview()));
        }
        return caller.callAll(works);
    }

    private void finish(Question<M> question, ExpertOpinion own) throws IOException {
        SymbolGuard<M> guard = question.guard();
        keep(guard, question.expert());
        watch.call(
                question.state(),
                guard.breaker.state(),
                question.id(),
                name(question),
                guard.why,
                desk::alert);
        ExpertOpinion opinion =
                own == null ? standIns.answer(guard, question.expert(), question.snapshot()) : own;
        if (opinion.abstained()) {
            abstentions.inc();
        }
        desk.say(opinion);
    }

    private static String name(Question<?> question) {
        return question.expert().expert().name();
    }

    /**
     * Tells the model of the current key, which is this symbol, something besides snapshots. What
     * it throws then is counted and opens no breaker: how news and snapshots alternate is not the
     * same from run to run.
     */
    void hear(String symbol, Consumer<ExpertModel> news) throws IOException {
        SymbolGuard<M> guard = guard(symbol);
        answerFirst(guard, symbol);
        M expert = models.known(guard);
        guard.trialFailed = false;
        try {
            news.accept(expert);
            if (guard.loan != null) {
                models.missed(guard, news);
            }
            if (guard.rules == null && kind.rulesListen()) {
                guard.rules = kind.rules(guard.nowMillis());
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

    private SymbolGuard<M> guard(String symbol) {
        return guards.computeIfAbsent(symbol, each -> new SymbolGuard<>(each, asking.breakers()));
    }

    private void keep(SymbolGuard<M> guard, M expert) throws IOException {
        if (guard.loan == null && guard.why != null && isBroken(guard)) {
            anew.inc();
            models.startAnew(guard);
        } else {
            models.keep(guard, expert);
        }
    }

    private static boolean isBroken(SymbolGuard<?> guard) {
        return guard.trialFailed && guard.breaker.failedTrials() % TRIALS_BEFORE_ANEW == 0;
    }

    /** Returns the expert's own opinion; null when there is none, and then the guard says why. */
    private ExpertOpinion judged(Question<M> question, Answer<ExpertOpinion> answer) {
        SymbolGuard<M> guard = question.guard();
        guard.loan = answer.kind() == Answer.Kind.LATE ? question.loan() : null;
        return switch (answer.kind()) {
            case LATE -> {
                late.inc();
                guard.breaker.notCalled();
                guard.why = "no answer in the time its answers take";
                yield unanswered(guard);
            }
            case THREW -> {
                threw.inc();
                yield failed(guard, question.id(), answer.thrown().toString(), answer.thrown());
            }
            case ANSWERED -> checked(question, answer.value());
        };
    }

    private ExpertOpinion leftAlone(Question<M> question) {
        question.guard().breaker.notCalled();
        question.guard().why = "it is late or hangs";
        return unanswered(question.guard());
    }

    private ExpertOpinion checked(Question<M> question, ExpertOpinion opinion) {
        SymbolGuard<M> guard = question.guard();
        M expert = question.expert();
        if (opinion == null
                || !opinion.snapshot().equals(question.id())
                || opinion.expert() != expert.expert()) {
            garbage.inc();
            String what =
                    opinion == null ? "nothing" : "one of " + opinion.expert() + " on another";
            return failed(
                    guard, question.id(), "need an opinion on the snapshot, was " + what, null);
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
        meter.after(question.learned(), question.snapshot());
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
            guard.rules = kind.rules(guard.nowMillis());
        }
        return null;
    }

    /** Forgets the current key, which is this symbol. */
    void forget(String symbol) throws IOException {
        SymbolGuard<M> guard = guards.get(symbol);
        if (guard != null) {
            answerFirst(guard, symbol);
            guards.remove(symbol);
            watch.forget(guard.breaker.state());
        }
        models.forget();
    }

    @Override
    public void close() {
        caller.close();
    }
}
