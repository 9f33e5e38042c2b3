package io.huihui.simulator;

import io.huihui.models.Require;

/**
 * How dense the feed is. Rates are means over a session; the market's own clock (U shape, state)
 * moves them.
 *
 * @param tradesPerSecond prints of the underlying, per symbol
 * @param bookEventsPerSecond orders that enter or leave the book, per symbol; drives quotes
 * @param depthIntervalMillis distance of depth snapshots, a multiple of 100; 0 = none
 * @param depthLevels levels per side, 5 to 10
 * @param optionQuotesPerSecond quotes of option contracts, per symbol
 * @param optionTradesPerSecond customer trades in options, per symbol
 * @param chainIntervalSeconds distance of whole-chain snapshots; 0 = none
 * @param newsPerHour stories, per symbol
 */
public record Rates(
        double tradesPerSecond,
        double bookEventsPerSecond,
        int depthIntervalMillis,
        int depthLevels,
        double optionQuotesPerSecond,
        double optionTradesPerSecond,
        int chainIntervalSeconds,
        double newsPerHour) {

    /** Above this per symbol a 100 ms step holds more events than the sequence numbers of a day. */
    private static final double HIGHEST_RATE = 1_000;

    public Rates {
        Require.within("tradesPerSecond", tradesPerSecond, 0.1, HIGHEST_RATE);
        Require.within("bookEventsPerSecond", bookEventsPerSecond, 0, HIGHEST_RATE);
        Require.that(
                depthIntervalMillis >= 0 && depthIntervalMillis % Clock.STEP_MILLIS == 0,
                "depthIntervalMillis a multiple of " + Clock.STEP_MILLIS + ", or 0 for no depth",
                "depthIntervalMillis=" + depthIntervalMillis);
        Require.within("depthLevels", depthLevels, 5, 10);
        Require.within("optionQuotesPerSecond", optionQuotesPerSecond, 0, HIGHEST_RATE);
        Require.within("optionTradesPerSecond", optionTradesPerSecond, 0, HIGHEST_RATE);
        Require.notNegative("chainIntervalSeconds", chainIntervalSeconds);
        Require.within("newsPerHour", newsPerHour, 0, HIGHEST_RATE);
    }

    /** Returns rates at which four symbols and a whole session take a few seconds on a laptop. */
    public static Rates defaults() {
        return new Rates(3, 10, 500, 10, 10, 1.5, 60, 6);
    }

    /**
     * Returns rates for tests of prices alone: no depth, no option quotes, no chains, few trades.
     */
    public static Rates pricesOnly() {
        return new Rates(1, 0, 0, 5, 0, 0.5, 0, 0);
    }
}
