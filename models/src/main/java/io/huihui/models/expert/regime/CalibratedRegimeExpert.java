package io.huihui.models.expert.regime;

import io.huihui.models.expert.CalibratedExpert;

/** {@link StateSpaceRegimeExpert}, calibrated by the outcomes of the symbol. */
public final class CalibratedRegimeExpert extends CalibratedExpert<StateSpaceRegimeExpert> {

    public CalibratedRegimeExpert() {
        super(new StateSpaceRegimeExpert());
    }
}
