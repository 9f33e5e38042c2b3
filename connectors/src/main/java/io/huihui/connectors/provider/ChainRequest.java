package io.huihui.connectors.provider;

import io.huihui.models.Require;
import io.huihui.models.calendar.TradingCalendar;

import java.time.LocalDate;

/**
 * Which part of a symbol's chain is asked for.
 *
 * @param symbol the underlying, e.g. {@code SPY}
 * @param mostDaysToExpiry expiries up to so many calendar days from today; 0 is today's alone
 * @param strikeRange strikes within this part of the spot, e.g. 0.05 for 5 % on both sides
 */
public record ChainRequest(String symbol, int mostDaysToExpiry, double strikeRange) {

    /** Options further away than ten years do not exist. */
    private static final int MOST_DAYS = 3_660;

    /** A chain is read at several expiries, but one call each is paid for. */
    private static final int FEWEST_EXPIRIES = 3;

    private static final int MOST_EXPIRIES = 10;
    private static final int DAYS_PER_WEEK = 7;

    public ChainRequest {
        Require.text("symbol", symbol);
        Require.within("mostDaysToExpiry", mostDaysToExpiry, 0, MOST_DAYS);
        Require.that(
                strikeRange > 0 && strikeRange <= 1,
                "0 < strikeRange <= 1",
                () -> "strikeRange=" + strikeRange);
    }

    /** Returns how many of the nearest expiries are asked for: one a week, 3 to 10. */
    int mostExpiries() {
        return Math.min(
                MOST_EXPIRIES, Math.max(FEWEST_EXPIRIES, mostDaysToExpiry / DAYS_PER_WEEK + 1));
    }

    /** Returns whether an expiry is within the days, seen at this time. */
    boolean spans(LocalDate expiry, long nowMillis) {
        long days = expiry.toEpochDay() - TradingCalendar.newYork().date(nowMillis);
        return days >= 0 && days <= mostDaysToExpiry;
    }

    /** Returns whether a strike is within the range about a price. */
    boolean spans(double strike, double price) {
        return Math.abs(strike - price) <= strikeRange * price;
    }
}
