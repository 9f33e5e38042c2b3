package io.huihui.models.decision;

import io.huihui.models.Require;

import java.util.List;

/**
 * The options of a trade, chosen from the live chain. Values are those of one unit of the
 * structure, net of all legs, in currency per share: above 0 it is paid for, below 0 received.
 *
 * @param legs lowest strike first, each with its contract
 * @param expiryTimeMillis instant at which the first leg expires
 * @param units of the structure to trade
 * @param multiplier shares per contract
 * @param entryValue at the mids
 * @param entryLimit worst value at which it is still entered: half the spread beyond the mids, in
 *     whole cents
 * @param entryValidUntilMillis event time after which an entry that was not filled lapses
 * @param stopValue repriced where the thesis is given up
 * @param targetValues repriced at the targets, nearest first
 * @param expectedValue currency per share, after the spread
 * @param riskPerUnit currency that one unit loses at the stop, costs included
 * @param assumedRange whether 1 % of the price stood in for a missing average true range
 */
public record OptionPlan(
        List<Leg> legs,
        long expiryTimeMillis,
        int units,
        int multiplier,
        double entryValue,
        double entryLimit,
        long entryValidUntilMillis,
        double stopValue,
        List<Double> targetValues,
        double expectedValue,
        double riskPerUnit,
        boolean assumedRange) {

    public OptionPlan {
        legs = List.copyOf(legs);
        if (legs.isEmpty() || legs.stream().anyMatch(leg -> leg.terms() == null)) {
            throw Require.violated("legs with their contracts and terms", "legs=" + legs);
        }
        Require.that(expiryTimeMillis > 0, "expiryTimeMillis > 0", () -> "was " + expiryTimeMillis);
        Require.that(units > 0, "units > 0", () -> "units=" + units);
        Require.that(multiplier > 0, "multiplier > 0", () -> "multiplier=" + multiplier);
        Require.finite("entryValue", entryValue);
        Require.that(
                entryLimit >= entryValue,
                "entryLimit >= entryValue",
                () -> "entryLimit=" + entryLimit + " entryValue=" + entryValue);
        Require.that(
                entryValidUntilMillis > 0,
                "entryValidUntilMillis > 0",
                () -> "was " + entryValidUntilMillis);
        Require.finite("stopValue", stopValue);
        targetValues = List.copyOf(targetValues);
        Require.finite("expectedValue", expectedValue);
        Require.positive("riskPerUnit", riskPerUnit);
    }
}
