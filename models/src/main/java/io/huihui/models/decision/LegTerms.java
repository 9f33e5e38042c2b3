package io.huihui.models.decision;

import io.huihui.models.Require;

import java.util.List;

/**
 * What the chain said of a leg when it was chosen, and what the leg is worth where the trade ends.
 *
 * @param bid currency per share
 * @param ask currency per share
 * @param impliedVolAnnual 1.00 = 100 %; the strike keeps it when the price moves
 * @param delta per share, long holder: -1..1
 * @param openInterest contracts at the start of the day
 * @param dayVolume contracts traded today
 * @param liquidityScore ln(1 + open interest) + ln(1 + 5 x volume) - 10 x relative spread
 * @param stop worth of the option where the trade is given up, in the space of the option
 * @param targets worth of the option at the targets, nearest first
 */
public record LegTerms(
        double bid,
        double ask,
        double impliedVolAnnual,
        double delta,
        double openInterest,
        double dayVolume,
        double liquidityScore,
        PriceLevel stop,
        List<PriceLevel> targets) {

    public LegTerms {
        Require.that(0 <= bid && bid <= ask, "0 <= bid <= ask", () -> "bid=" + bid + " ask=" + ask);
        Require.positive("impliedVolAnnual", impliedVolAnnual);
        Require.within("delta", delta, -1, 1);
        Require.notNegative("openInterest", openInterest);
        Require.notNegative("dayVolume", dayVolume);
        Require.finite("liquidityScore", liquidityScore);
        Require.present("stop", stop);
        targets = List.copyOf(targets);
        if (!(stop.space() == PriceSpace.OPTION
                && targets.stream().allMatch(t -> t.space() == PriceSpace.OPTION))) {
            throw Require.violated(
                    "stop and targets in option premium", "stop=" + stop + " targets=" + targets);
        }
    }

    /** Returns the arithmetic mid of bid and ask, currency per share. */
    public double mid() {
        return 0.5 * (bid + ask);
    }
}
