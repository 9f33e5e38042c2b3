package io.huihui.operators.flow;

import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.LearningExpertFunction;

/** The flow expert of the trained set, calibrated by what came of its opinions. */
public final class TrainedFlowExpertFunction extends LearningExpertFunction<CalibratedFlowExpert> {

    private static final long serialVersionUID = 1L;

    public TrainedFlowExpertFunction(Asking asking) {
        super(
                FlowExpertOperator.UID,
                FlowExpertOperator.TRAINED,
                FlowExpertOperator.BASELINE,
                asking);
    }

    @Override
    public CalibratedFlowExpert fresh() {
        return new CalibratedFlowExpert();
    }

    @Override
    public ExpertModel rules() {
        return new RuleBasedFlowExpert();
    }
}
