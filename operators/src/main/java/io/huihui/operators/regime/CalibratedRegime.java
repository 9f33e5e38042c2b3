package io.huihui.operators.regime;

import io.huihui.models.Sent;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.regime.forecast.MacroFigures;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.ModelState;

/** The regime expert of the trained set, calibrated by what came of its opinions. */
final class CalibratedRegime implements RegimeKind<CalibratedRegimeExpert> {

    private static final long serialVersionUID = 1L;

    private transient MacroFigures figures;
    private transient Sent<RegimeRules> rules;

    @Override
    public ModelState<CalibratedRegimeExpert> state() {
        return RegimeExpertOperator.TRAINED;
    }

    @Override
    public ModelState<?> otherState() {
        return RegimeExpertOperator.BASELINE;
    }

    @Override
    public void hear(Sent<RegimeRules> sets) {
        rules = sets;
    }

    @Override
    public void hear(MacroFigures figures) {
        this.figures = figures;
    }

    @Override
    public void before(CalibratedRegimeExpert expert, FeatureSnapshot snapshot) {
        long millis = snapshot.id().secondEndMillis();
        expert.follow(rules.inForce(millis));
        for (MacroRelease release : figures.knownAt(millis)) {
            expert.release(release);
        }
    }

    @Override
    public CalibratedRegimeExpert fresh() {
        return new CalibratedRegimeExpert();
    }

    @Override
    public ExpertModel rules(long millis) {
        return new RuleBasedRegimeExpert(rules.inForce(millis));
    }
}
