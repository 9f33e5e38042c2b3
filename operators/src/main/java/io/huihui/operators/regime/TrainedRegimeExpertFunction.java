package io.huihui.operators.regime;

import io.huihui.models.expert.regime.CalibratedRegimeExpert;
import io.huihui.operators.expert.LearningExpertFunction;

/** The regime expert of the trained set, calibrated by what came of its opinions. */
public final class TrainedRegimeExpertFunction
        extends LearningExpertFunction<CalibratedRegimeExpert> {

    private static final long serialVersionUID = 1L;

    public TrainedRegimeExpertFunction() {
        super(
                RegimeExpertOperator.UID,
                RegimeExpertOperator.TRAINED,
                RegimeExpertOperator.BASELINE);
    }

    @Override
    protected CalibratedRegimeExpert fresh() {
        return new CalibratedRegimeExpert();
    }
}
