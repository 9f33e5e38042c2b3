package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.TradeThesis;

import java.util.List;

/** The event regime that speaks for all: of those that lean at all the one of highest priority. */
final class LeadingRegime {

    private LeadingRegime() {}

    /**
     * Returns the leading regime if it leans against a thesis, else null.
     *
     * @param active highest priority first
     */
    static EventRegime against(TradeThesis thesis, List<EventRegime> active) {
        for (EventRegime event : active) {
            if (event.name().bias() != Bias.NEUTRAL) {
                return event.name().bias() == thesis.bias().opposite() ? event : null;
            }
        }
        return null;
    }
}
