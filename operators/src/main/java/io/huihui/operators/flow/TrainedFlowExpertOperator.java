package io.huihui.operators.flow;

import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.operators.expert.LearningExpertFunction;

/**
 * The trained flow expert, in the place of the baseline: the same uid with a state of another name,
 * so that a job goes over from one to the other by an upgrade.
 */
final class TrainedFlowExpertOperator extends LearningExpertFunction<CalibratedFlowExpert> {

    /** Key: symbol. Bounded by the model. Cleared when the symbol is idle. */
    static final String STATE = FlowExpertOperator.UID + "-trained";

    private static final long serialVersionUID = 1L;

    TrainedFlowExpertOperator() {
        super(FlowExpertOperator.UID, STATE, CalibratedFlowExpert.class);
    }

    @Override
    protected CalibratedFlowExpert fresh() {
        return new CalibratedFlowExpert();
    }
}
