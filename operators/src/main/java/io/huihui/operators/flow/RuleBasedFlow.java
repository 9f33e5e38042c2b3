package io.huihui.operators.flow;

import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.operators.expert.ModelState;

/** The flow expert of the baseline; it borrows nothing. */
final class RuleBasedFlow implements FlowKind<RuleBasedFlowExpert> {

    private static final long serialVersionUID = 1L;

    @Override
    public ModelState<RuleBasedFlowExpert> state() {
        return FlowExpertOperator.BASELINE;
    }

    @Override
    public ModelState<?> otherState() {
        return FlowExpertOperator.TRAINED;
    }

    @Override
    public RuleBasedFlowExpert fresh() {
        return new RuleBasedFlowExpert();
    }
}
