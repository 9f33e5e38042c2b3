package io.huihui.models.expert.flow;

import io.huihui.models.expert.CalibratedExpert;

/** The fitted flow expert, calibrated by what came true. */
public final class CalibratedFlowExpert extends CalibratedExpert<TrainedFlowExpert> {

    public CalibratedFlowExpert() {
        super(new TrainedFlowExpert());
    }
}
