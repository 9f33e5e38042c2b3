package io.huihui.operators.regime;

import io.huihui.models.Sent;
import io.huihui.models.expert.regime.RegimeRules;

/** Asks experts that judge by rules, and is told which hold when. */
interface FollowsRules {

    /** From now on the experts judge by these. */
    void hear(Sent<RegimeRules> rules);
}
