package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

import java.util.List;

/**
 * How a thesis is to be traded: which options, and how far.
 *
 * @param shortDelta null for a structure without short legs
 * @param horizon over which the probability of the thesis was given
 * @param stop in the space of the underlying; null for a thesis that is not directional
 * @param targets nearest first; empty for a thesis that is not directional
 * @param exitByMillis event time at which the trade is closed whatever happened
 * @param riskBudget currency that may be lost
 * @param options as chosen from the chain; null in plans of release 0.1.0, which chose none
 */
public record TradePlan(
        Structure structure,
        DayRange daysToExpiry,
        DeltaRange longDelta,
        @OrNull DeltaRange shortDelta,
        Horizon horizon,
        @OrNull PriceLevel stop,
        List<PriceLevel> targets,
        long exitByMillis,
        double riskBudget,
        @OrNull OptionPlan options) {

    public TradePlan {
        Require.present("structure", structure);
        Require.present("daysToExpiry", daysToExpiry);
        Require.present("longDelta", longDelta);
        Require.that(
                (shortDelta != null) == structure.hasShortLegs(),
                "a shortDelta exactly when the structure has short legs",
                () -> "shortDelta=" + shortDelta + " for " + structure);
        Require.present("horizon", horizon);
        targets = List.copyOf(targets);
        if ((stop == null) != targets.isEmpty()) {
            throw Require.violated(
                    "a stop exactly when there are targets",
                    "stop=" + stop + " targets=" + targets);
        }
        Require.that(exitByMillis > 0, "exitByMillis > 0", () -> "exitByMillis=" + exitByMillis);
        Require.positive("riskBudget", riskBudget);
    }
}
