package io.huihui.operators.regime;

import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.operators.expert.LearningExpertFunction;

/**
 * The trained regime expert, in the place of the baseline: the same uid with a state of another
 * name, so that a job goes over from one to the other by an upgrade.
 */
final class TrainedRegimeExpertOperator extends LearningExpertFunction<CalibratedRegimeExpert> {

    /** Key: symbol. Bounded by the model. Cleared when the symbol is idle. */
    static final String STATE = RegimeExpertOperator.UID + "-trained";

    private static final long serialVersionUID = 1L;

    TrainedRegimeExpertOperator() {
        super(RegimeExpertOperator.UID, STATE, CalibratedRegimeExpert.class);
    }

    @Override
    protected CalibratedRegimeExpert fresh() {
        return new CalibratedRegimeExpert();
    }
}
