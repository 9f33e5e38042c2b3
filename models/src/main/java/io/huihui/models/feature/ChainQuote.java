package io.huihui.models.feature;

import io.huihui.models.Require;
import io.huihui.models.event.OptionContract;

/**
 * One contract that can be traded, as the last analysis of its chain saw it.
 *
 * @param bid currency per share, above 0
 * @param ask currency per share, not below bid
 * @param impliedVolAnnual 1.00 = 100 %
 * @param delta per share, long holder: -1..1
 * @param openInterest contracts at the start of the day
 * @param dayVolume contracts traded today
 * @param forward of its expiry, currency per share
 * @param discountFactor to its expiry
 */
public record ChainQuote(
        OptionContract contract,
        double bid,
        double ask,
        double impliedVolAnnual,
        double delta,
        double openInterest,
        double dayVolume,
        double forward,
        double discountFactor) {

    public ChainQuote {
        Require.present("contract", contract);
        Require.that(0 < bid && bid <= ask, "0 < bid <= ask", () -> "bid=" + bid + " ask=" + ask);
        Require.positive("impliedVolAnnual", impliedVolAnnual);
        Require.within("delta", delta, -1, 1);
        Require.notNegative("openInterest", openInterest);
        Require.notNegative("dayVolume", dayVolume);
        Require.positive("forward", forward);
        Require.positive("discountFactor", discountFactor);
    }

    /** Returns the arithmetic mid of bid and ask, currency per share. */
    public double mid() {
        return 0.5 * (bid + ask);
    }

    /** Returns (ask - bid) / mid. */
    public double relativeSpread() {
        return (ask - bid) / mid();
    }

    /** Returns ln(1 + open interest) + ln(1 + 5 x volume) - 10 x relative spread. */
    public double liquidityScore() {
        return Math.log1p(openInterest) + Math.log1p(5 * dayVolume) - 10 * relativeSpread();
    }
}
