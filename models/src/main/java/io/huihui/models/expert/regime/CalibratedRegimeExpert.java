package io.huihui.models.expert.regime;

import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.CalibratedExpert;

/** The state-space regime expert, calibrated by what came true. */
public final class CalibratedRegimeExpert extends CalibratedExpert<StateSpaceRegimeExpert> {

    public CalibratedRegimeExpert() {
        super(new StateSpaceRegimeExpert());
    }

    /** Takes a macro figure of an event time before the next snapshot; twice does no harm. */
    public void release(MacroRelease release) {
        model().release(release);
    }

    /** Judges event regimes by these rules from now on. */
    public void follow(RegimeRules rules) {
        model().follow(rules);
    }
}
