package io.huihui.operators.flow;

import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.operators.expert.LearningExpertFunction;

/** The flow expert of the trained set, calibrated by what came of its opinions. */
public final class TrainedFlowExpertFunction extends LearningExpertFunction<CalibratedFlowExpert> {

    private static final long serialVersionUID = 1L;

    public TrainedFlowExpertFunction() {
        super(FlowExpertOperator.UID, FlowExpertOperator.TRAINED, FlowExpertOperator.BASELINE);
    }

    @Override
    protected CalibratedFlowExpert fresh() {
        return new CalibratedFlowExpert();
    }
}
