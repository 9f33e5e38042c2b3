package io.huihui.operators.regime;

import io.huihui.models.Sent;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.forecast.MacroFigures;
import io.huihui.operators.expert.ExpertKind;

/** A kind of regime expert. */
interface RegimeKind<M extends ExpertModel> extends ExpertKind<M> {

    @Override
    default String uid() {
        return RegimeExpertOperator.UID;
    }

    /** From now on the experts judge by these rules. */
    void hear(Sent<RegimeRules> rules);

    /** From now on the experts hear of these macro figures, each when it was known. */
    default void hear(MacroFigures figures) {}
}
