package io.huihui.models.directive;

import io.huihui.models.Require;
import io.huihui.models.decision.DayRange;
import io.huihui.models.decision.DeltaRange;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Structure;
import io.huihui.models.decision.TradeThesis;

import java.util.List;

/**
 * Which structure fits a thesis in a regime. The first rule that matches is taken.
 *
 * @param name the same for a rule and its mirror image
 * @param regimes one of them has to be active; empty = any
 * @param shortDelta null for a structure without short legs
 * @param lowestIvRank 0..1; a rule above 0 needs a known rank, and does not match else
 * @param highestIvRank 0..1; a rule that buys premium matches when the rank is not known, since
 *     what it can lose is limited to the premium
 * @param minimumConviction 0..5
 * @param endsAtClose whether the thesis is over at the close, however long the options live
 */
public record StrategyRule(
        String name,
        TradeThesis thesis,
        List<EventRegimeName> regimes,
        Structure structure,
        DayRange daysToExpiry,
        DeltaRange longDelta,
        DeltaRange shortDelta,
        double lowestIvRank,
        double highestIvRank,
        double minimumConviction,
        boolean endsAtClose) {

    public StrategyRule {
        Require.text("name", name);
        Require.present("thesis", thesis);
        regimes = List.copyOf(regimes);
        Require.present("structure", structure);
        Require.that(
                structure.bias() == thesis.bias(),
                "a structure that leans as the thesis does",
                () -> structure + " for " + thesis);
        Require.present("daysToExpiry", daysToExpiry);
        Require.present("longDelta", longDelta);
        Require.that(
                (shortDelta != null) == structure.hasShortLegs(),
                "a shortDelta exactly when the structure has short legs",
                () -> "shortDelta=" + shortDelta + " for " + structure);
        Require.within("lowestIvRank", lowestIvRank, 0, 1);
        Require.within("highestIvRank", highestIvRank, lowestIvRank, 1);
        Require.within("minimumConviction", minimumConviction, 0, Directive.CONVICTION_SCALE);
    }

    /** Returns whether the rule fits, apart from its conviction. */
    boolean fits(TradeThesis wanted, List<EventRegime> active, Double ivRank) {
        boolean regimeFits =
                regimes.isEmpty()
                        || active.stream().anyMatch(event -> regimes.contains(event.name()));
        boolean rankFits =
                ivRank == null
                        ? lowestIvRank == 0
                        : ivRank >= lowestIvRank && ivRank <= highestIvRank;
        return thesis == wanted && regimeFits && rankFits;
    }
}
