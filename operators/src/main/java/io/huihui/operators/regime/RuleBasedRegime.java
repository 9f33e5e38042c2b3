package io.huihui.operators.regime;

import io.huihui.models.Sent;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ModelState;

/** The regime expert of the baseline; macro figures mean nothing to it. */
final class RuleBasedRegime implements RegimeKind<RuleBasedRegimeExpert> {

    private static final long serialVersionUID = 1L;

    private transient Sent<RegimeRules> rules;

    @Override
    public ModelState<RuleBasedRegimeExpert> state() {
        return RegimeExpertOperator.BASELINE;
    }

    @Override
    public ModelState<?> otherState() {
        return RegimeExpertOperator.TRAINED;
    }

    @Override
    public void hear(Sent<RegimeRules> sets) {
        rules = sets;
    }

    @Override
    public void before(RuleBasedRegimeExpert expert, FeatureSnapshot snapshot) {
        expert.follow(rules.inForce(snapshot.id().secondEndMillis()));
    }

    @Override
    public RuleBasedRegimeExpert fresh() {
        return new RuleBasedRegimeExpert();
    }
}
