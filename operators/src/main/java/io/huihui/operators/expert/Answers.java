package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.breaker.Answer;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Tells opinions from what is none, and the breaker of the symbol which it was. Where there is no
 * opinion the guard of the symbol says why, and the rules get ready to stand in.
 */
final class Answers<M extends ExpertModel> {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** Field of a log line that is about one snapshot. */
    private static final String SNAPSHOT = "snapshot";

    private final ExpertKind<M> kind;
    private final LearningMeter meter;
    private final Counter threw;
    private final Counter garbage;
    private final Counter late;

    Answers(ExpertKind<M> kind, LearningMeter meter, MetricGroup metrics) {
        this.kind = kind;
        this.meter = meter;
        this.threw = metrics.counter("calls_that_threw");
        this.garbage = metrics.counter("calls_that_gave_no_opinion");
        this.late = metrics.counter("calls_late");
    }

    /** Returns the expert's own opinion; null when there is none, and then the guard says why. */
    ExpertOpinion judged(Question<M> question, Answer<ExpertOpinion> answer) {
        SymbolGuard<M> guard = question.guard();
        guard.loan = answer.kind() == Answer.Kind.LATE ? question.loan() : null;
        return switch (answer.kind()) {
            case LATE -> {
                late.inc();
                guard.breaker.notCalled();
                guard.why = "no answer in the time its answers take";
                yield unanswered(guard);
            }
            case THREW -> threw(guard, question.id(), answer.thrown());
            case ANSWERED -> checked(question, answer.value());
        };
    }

    /** The expert was to be asked and was not, as one of the calls before hangs or is late. */
    ExpertOpinion leftAlone(Question<M> question) {
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

    /** What is thrown is no answer. */
    ExpertOpinion threw(SymbolGuard<M> guard, SnapshotId snapshot, Throwable thrown) {
        threw.inc();
        return failed(guard, snapshot, thrown.toString(), thrown);
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

    /** News was not heard, which opens no breaker. */
    void unheard(Throwable thrown) {
        threw.inc();
        LOG.warn("an expert could not hear something", thrown);
    }
}
