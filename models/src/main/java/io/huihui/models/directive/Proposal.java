package io.huihui.models.directive;

import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.TradePlan;

/**
 * A plan, or why there is none.
 *
 * @param plan null exactly when there is a reason
 * @param sentence null when there is a plan
 */
record Proposal(TradePlan plan, NoTradeReason noTradeReason, String sentence) {

    static Proposal of(TradePlan plan) {
        return new Proposal(plan, null, null);
    }

    static Proposal none(NoTradeReason reason, String sentence) {
        return new Proposal(null, reason, sentence);
    }
}
