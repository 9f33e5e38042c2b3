package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Verdict;

/** The two theses that a verdict answers. */
record Judged(Judgement direction, Judgement volatility) {

    static Judged of(Verdict verdict, Assessment assessment, Calibration calibration) {
        return new Judged(
                Judgement.direction(verdict, assessment, calibration),
                Judgement.volatility(verdict, assessment, calibration));
    }

    /** Returns the likelier of the two; the direction when they are equally likely. */
    Judgement likelier() {
        return volatility.probability() > direction.probability() ? volatility : direction;
    }
}
