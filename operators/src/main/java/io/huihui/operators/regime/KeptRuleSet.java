package io.huihui.operators.regime;

import io.huihui.models.expert.regime.RuleSet;

/**
 * A rule set in state. It checks nothing: a later release that knows a name no more has to restore
 * all the same.
 */
public record KeptRuleSet(long eventTimeMillis, String source, long sequence, String yaml) {

    static KeptRuleSet of(RuleSet set) {
        return new KeptRuleSet(set.eventTimeMillis(), set.source(), set.sequence(), set.yaml());
    }
}
