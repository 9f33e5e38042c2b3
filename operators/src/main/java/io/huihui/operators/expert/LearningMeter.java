package io.huihui.operators.expert;

import io.huihui.models.OrNull;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.LearningExpert;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what experts learn while they are asked: the same figures for all of them. */
final class LearningMeter {

    private final Counter learned;
    private final Counter drifts;
    private long waiting;

    /**
     * What an expert has learned so far; that of one that does not learn is empty.
     *
     * @param learner the expert; null when it does not learn
     */
    record Reading(@OrNull LearningExpert learner, long learned, long drifts) {}

    LearningMeter(MetricGroup metrics) {
        learned = metrics.counter("outcomes_learned");
        drifts = metrics.counter("drifts");
        metrics.gauge("opinions_waiting", () -> waiting);
    }

    /** Reads an expert that is about to be asked. */
    Reading before(ExpertModel expert) {
        return expert instanceof LearningExpert learner
                ? new Reading(learner, learner.learned(), learner.drifts())
                : new Reading(null, 0, 0);
    }

    /** Reads it again when it has answered. */
    void after(Reading before, FeatureSnapshot snapshot) {
        LearningExpert learner = before.learner();
        if (learner != null) {
            learned.inc(learner.learned() - before.learned());
            drifts.inc(learner.drifts() - before.drifts());
            waiting = learner.waiting(snapshot.id().secondEndMillis());
        }
    }
}
