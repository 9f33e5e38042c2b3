package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * The options of a trade through its life. Values are those of one unit, net of all legs, in
 * currency per share; profits are in currency, for all units, after spreads and commissions.
 *
 * @param units entered or to be entered
 * @param openUnits still open; the units that were to be entered while they are not
 * @param multiplier shares per contract
 * @param expiryTimeMillis instant at which the first leg expires
 * @param entryLimit worst value at which it is entered
 * @param entryValidUntilMillis event time at which an entry that was not filled lapses
 * @param filledMillis event time of the fill; null while there was none
 * @param entryValue of the fill; the limit while there was none
 * @param value what closing would bring now; the entry's while there was no fill
 * @param stopValue at which a thesis about volatility is given up
 * @param targetValue at which a thesis about volatility is done
 * @param booked profit of the units closed
 * @param profit booked, and of the open units as if they were closed now
 * @param worstProfit maximum adverse excursion, not above 0
 * @param bestProfit maximum favourable excursion, not below 0
 * @param modelled whether a leg was repriced because the chain no longer quotes it
 */
public record OptionTrack(
        int units,
        int openUnits,
        int multiplier,
        long expiryTimeMillis,
        double entryLimit,
        long entryValidUntilMillis,
        Long filledMillis,
        double entryValue,
        double value,
        double stopValue,
        double targetValue,
        double booked,
        double profit,
        double worstProfit,
        double bestProfit,
        boolean modelled) {

    public OptionTrack {
        Require.that(
                units > 0 && openUnits >= 0 && openUnits <= units,
                "0 <= openUnits <= units and units > 0",
                () -> "openUnits=" + openUnits + " units=" + units);
        Require.that(multiplier > 0, "multiplier > 0", () -> "multiplier=" + multiplier);
        Require.that(expiryTimeMillis > 0, "expiryTimeMillis > 0", () -> "was " + expiryTimeMillis);
        Require.finite("entryLimit", entryLimit);
        Require.that(
                entryValidUntilMillis > 0,
                "entryValidUntilMillis > 0",
                () -> "was " + entryValidUntilMillis);
        Require.finite("entryValue", entryValue);
        Require.finite("value", value);
        Require.finite("stopValue", stopValue);
        Require.finite("targetValue", targetValue);
        Require.finite("booked", booked);
        Require.finite("profit", profit);
        Require.that(
                worstProfit <= 0 && bestProfit >= 0,
                "worstProfit <= 0 <= bestProfit",
                () -> "worst=" + worstProfit + " best=" + bestProfit);
    }

    public boolean isFilled() {
        return filledMillis != null;
    }
}
