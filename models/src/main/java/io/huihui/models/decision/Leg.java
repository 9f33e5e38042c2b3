package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;

/**
 * One option of a structure. The contract is chosen from the chain; until then only the ranges are
 * known.
 *
 * @param quantity contracts per unit of the structure, above 0
 * @param contract null until chosen from a chain
 * @param entry mid, in the space of the option; null until chosen
 * @param terms what the chain said of it; null until chosen
 */
public record Leg(
        LegSide side,
        OptionKind kind,
        int quantity,
        DayRange daysToExpiry,
        DeltaRange delta,
        @OrNull OptionContract contract,
        @OrNull PriceLevel entry,
        @OrNull LegTerms terms) {

    public Leg {
        Require.present("side", side);
        Require.present("kind", kind);
        Require.that(quantity > 0, "quantity > 0", () -> "quantity=" + quantity);
        Require.present("daysToExpiry", daysToExpiry);
        Require.present("delta", delta);
        Require.that(
                contract == null || contract.kind() == kind,
                "a contract of the leg's kind",
                () -> "contract=" + contract + " for a " + kind);
        Require.that(
                entry == null || (contract != null && entry.space() == PriceSpace.OPTION),
                "an entry in option premium of a chosen contract",
                () -> "entry=" + entry + " contract=" + contract);
        Require.that(
                terms == null || entry != null,
                "terms of a chosen contract",
                () -> "terms=" + terms + " entry=" + entry);
    }
}
