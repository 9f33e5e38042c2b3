package io.huihui.operators.expert;

import io.huihui.models.decision.Alert;
import io.huihui.models.decision.ExpertOpinion;

/** What an operator does for the experts it keeps. */
interface Desk {

    /** Makes a symbol the current key. */
    void turnTo(String symbol);

    /** Passes on the opinion on a snapshot of the current key. */
    void say(ExpertOpinion opinion);

    /** Passes on what became of a breaker. */
    void alert(Alert alert);

    /** Sees to it that what is pending is answered before long. */
    void answerSoon();
}
