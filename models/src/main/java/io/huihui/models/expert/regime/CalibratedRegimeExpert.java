package io.huihui.models.expert.regime;

import io.huihui.models.expert.CalibratedExpert;

/** The state-space regime expert, calibrated by what came true. */
public final class CalibratedRegimeExpert extends CalibratedExpert<StateSpaceRegimeExpert> {

    public CalibratedRegimeExpert() {
        super(new StateSpaceRegimeExpert());
    }
}
