package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.expert.LearningExpert;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;

/**
 * An {@link ExpertFunction} whose expert learns from what came of its opinions. The opinions that
 * wait lie in the expert's own state and are scored by the snapshots that pass here, so the order
 * of learning is that of the snapshots of the symbol, whatever the watermarks did.
 */
public abstract class LearningExpertFunction<M extends LearningExpert> extends ExpertFunction<M> {

    private static final long serialVersionUID = 1L;

    private transient Counter learned;
    private transient Counter drifts;
    private transient long waiting;

    protected LearningExpertFunction(String uid, ModelState<M> state, ModelState<?> otherState) {
        super(uid, state, otherState);
    }

    @Override
    public void open(OpenContext context) {
        super.open(context);
        learned = getRuntimeContext().getMetricGroup().counter("outcomes_learned");
        drifts = getRuntimeContext().getMetricGroup().counter("drifts");
        getRuntimeContext().getMetricGroup().gauge("opinions_waiting", () -> waiting);
    }

    @Override
    protected ExpertOpinion ask(M expert, FeatureSnapshot snapshot) {
        long learnedBefore = expert.learned();
        long driftsBefore = expert.drifts();
        ExpertOpinion opinion = super.ask(expert, snapshot);
        learned.inc(expert.learned() - learnedBefore);
        drifts.inc(expert.drifts() - driftsBefore);
        waiting = expert.waiting(snapshot.id().secondEndMillis());
        return opinion;
    }
}
