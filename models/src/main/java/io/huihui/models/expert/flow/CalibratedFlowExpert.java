package io.huihui.models.expert.flow;

import io.huihui.models.expert.CalibratedExpert;

/** {@link TrainedFlowExpert}, calibrated by the outcomes of the symbol. */
public final class CalibratedFlowExpert extends CalibratedExpert<TrainedFlowExpert> {

    public CalibratedFlowExpert() {
        super(new TrainedFlowExpert());
    }
}
