package io.huihui.operators.expert;

import io.huihui.models.expert.LearningExpert;
import io.huihui.models.feature.FeatureSnapshot;

import org.apache.flink.api.common.functions.OpenContext;

/**
 * An {@link ExpertFunction} whose expert learns from what came of its opinions. The opinions that
 * wait lie in the expert's own state and are scored by the snapshots that pass here, so the order
 * of learning is that of the snapshots of the symbol, whatever the watermarks did.
 */
public abstract class LearningExpertFunction<M extends LearningExpert> extends ExpertFunction<M> {

    private static final long serialVersionUID = 1L;

    private transient LearningMeter meter;

    protected LearningExpertFunction(
            String uid, ModelState<M> state, ModelState<?> otherState, Asking asking) {
        super(uid, state, otherState, asking);
    }

    @Override
    public void open(OpenContext context) {
        super.open(context);
        meter = new LearningMeter(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void before(M expert, FeatureSnapshot snapshot) {
        meter.before(expert);
    }

    @Override
    public void after(M expert, FeatureSnapshot snapshot) {
        meter.after(expert, snapshot);
    }
}
