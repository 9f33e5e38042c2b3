package io.huihui.operators.regime;

import io.huihui.models.Sent;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.expert.regime.forecast.MacroFigures;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.LearningExpertFunction;

/** The regime expert of the trained set, calibrated by what came of its opinions. */
public final class TrainedRegimeExpertFunction
        extends LearningExpertFunction<CalibratedRegimeExpert> implements FollowsRules {

    private static final long serialVersionUID = 1L;

    private transient MacroFigures figures;
    private transient Sent<RegimeRules> rules;
    private transient long secondEndMillis;

    public TrainedRegimeExpertFunction(Asking asking) {
        super(
                RegimeExpertOperator.UID,
                RegimeExpertOperator.TRAINED,
                RegimeExpertOperator.BASELINE,
                asking);
    }

    /** From now on the expert hears of these macro figures, each when it was known. */
    void hear(MacroFigures figures) {
        this.figures = figures;
    }

    @Override
    public void hear(Sent<RegimeRules> sets) {
        rules = sets;
    }

    @Override
    public void before(CalibratedRegimeExpert expert, FeatureSnapshot snapshot) {
        secondEndMillis = snapshot.id().secondEndMillis();
        if (rules != null) {
            expert.follow(rules.inForce(secondEndMillis));
        }
        if (figures != null) {
            for (MacroRelease release : figures.knownAt(secondEndMillis)) {
                expert.release(release);
            }
        }
        super.before(expert, snapshot);
    }

    @Override
    public CalibratedRegimeExpert fresh() {
        return new CalibratedRegimeExpert();
    }

    @Override
    public ExpertModel rules() {
        return rules == null
                ? new RuleBasedRegimeExpert()
                : new RuleBasedRegimeExpert(rules.inForce(secondEndMillis));
    }
}
