package io.huihui.operators.expert;

import io.huihui.models.expert.LearningExpert;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what experts learn while they are asked: the same figures for all of them. */
public final class LearningMeter {

    private final Counter learned;
    private final Counter drifts;
    private long learnedBefore;
    private long driftsBefore;
    private long waiting;

    public LearningMeter(MetricGroup metrics) {
        learned = metrics.counter("outcomes_learned");
        drifts = metrics.counter("drifts");
        metrics.gauge("opinions_waiting", () -> waiting);
    }

    /** Hears of an expert that is about to be asked. */
    public void before(LearningExpert expert) {
        learnedBefore = expert.learned();
        driftsBefore = expert.drifts();
    }

    /** Hears of the same expert when it has answered. */
    public void after(LearningExpert expert, FeatureSnapshot snapshot) {
        learned.inc(expert.learned() - learnedBefore);
        drifts.inc(expert.drifts() - driftsBefore);
        waiting = expert.waiting(snapshot.id().secondEndMillis());
    }
}
