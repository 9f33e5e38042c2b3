package io.huihui.operators.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.flow.CalibratedFlowExpert;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.LearningExpertFunction;

import java.util.List;

/** The flow expert of the trained set, calibrated by what came of its opinions. */
public final class TrainedFlowExpertFunction extends LearningExpertFunction<CalibratedFlowExpert> {

    private static final long serialVersionUID = 1L;

    private transient List<BorrowedFeature> borrowed;

    public TrainedFlowExpertFunction(Asking asking) {
        super(
                FlowExpertOperator.UID,
                FlowExpertOperator.TRAINED,
                FlowExpertOperator.BASELINE,
                asking);
    }

    /** Hears what was borrowed for the next snapshot, missing or not. */
    void hear(List<BorrowedFeature> lent) {
        borrowed = lent;
    }

    @Override
    public void before(CalibratedFlowExpert expert, FeatureSnapshot snapshot) {
        if (borrowed != null) {
            expert.borrow(borrowed);
        }
        super.before(expert, snapshot);
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
