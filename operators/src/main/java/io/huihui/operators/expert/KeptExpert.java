package io.huihui.operators.expert;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.breaker.Answer;
import io.huihui.operators.breaker.BreakerWatch;
import io.huihui.operators.breaker.Caller;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

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

    /** About five minutes of trials: then the model itself may be what is broken. */
    private static final int TRIALS_BEFORE_ANEW = 30;

    private final ExpertKind<M> kind;
    private final Asking asking;
    private final Desk desk;
    private final KeptModel<M> models;
    private final Caller caller;
    private final BreakerWatch watch;
    private final LearningMeter meter;
    private final Answers<M> judge;
    private final StandIns standIns;
    private final Map<String, SymbolGuard<M>> guards = new HashMap<>();
    private final List<Question<M>> pending = new ArrayList<>();
    private final Counter anew;
    private final Counter abstentions;

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
        this.judge = new Answers<>(kind, meter, metrics);
        this.standIns = new StandIns(asking.breakers().staleMillis(), metrics);
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
            judge.threw(guard, snapshot.id(), thrown);
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
                                ? judge.judged(question, answers.get(next++))
                                : judge.leftAlone(question);
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
            judge.unheard(thrown);
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
