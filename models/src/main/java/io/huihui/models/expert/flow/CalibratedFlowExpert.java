package io.huihui.models.expert.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.expert.CalibratedExpert;

import java.util.List;

/** The fitted flow expert, calibrated by what came true. */
public final class CalibratedFlowExpert extends CalibratedExpert<TrainedFlowExpert> {

    public CalibratedFlowExpert() {
        super(new TrainedFlowExpert());
    }

    /** Takes what others lend for the next snapshot, missing or not. */
    public void borrow(List<BorrowedFeature> lent) {
        model().borrow(lent);
    }
}
