package io.huihui.operators.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ModelState;

import java.util.List;

/** The flow expert of the trained set, calibrated by what came of its opinions. */
final class CalibratedFlow implements FlowKind<CalibratedFlowExpert> {

    private static final long serialVersionUID = 1L;

    private transient List<BorrowedFeature> borrowed;

    @Override
    public ModelState<CalibratedFlowExpert> state() {
        return FlowExpertOperator.TRAINED;
    }

    @Override
    public ModelState<?> otherState() {
        return FlowExpertOperator.BASELINE;
    }

    @Override
    public boolean borrows() {
        return true;
    }

    @Override
    public void hear(List<BorrowedFeature> lent) {
        borrowed = lent;
    }

    @Override
    public void before(CalibratedFlowExpert expert, FeatureSnapshot snapshot) {
        expert.borrow(borrowed);
    }

    @Override
    public CalibratedFlowExpert fresh() {
        return new CalibratedFlowExpert();
    }

    @Override
    public ExpertModel rules(long millis) {
        return new RuleBasedFlowExpert();
    }
}
