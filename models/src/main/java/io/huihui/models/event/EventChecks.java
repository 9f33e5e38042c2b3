package io.huihui.models.event;

import io.huihui.models.Require;

/** Checks shared by every event record. */
public final class EventChecks {

    /**
     * 1970-01-02; a time below this is a unit slip (seconds for milliseconds) or a missing field.
     */
    private static final long EARLIEST_MILLIS = 86_400_000L;

    /** 2100-01-01; a time above this is a unit slip (microseconds for milliseconds). */
    private static final long LATEST_MILLIS = 4_102_444_800_000L;

    /** A ticker is short; a longer string is a corrupt record. */
    private static final int LONGEST_SYMBOL = 32;

    private EventChecks() {}

    static void identity(String symbol, long eventTimeMillis, String source, long sequence) {
        symbol(symbol);
        Require.text("source", source);
        time("eventTimeMillis", eventTimeMillis);
        Require.notNegative("sequence", sequence);
    }

    static void symbol(String symbol) {
        Require.text("symbol", symbol);
        if (symbol.length() > LONGEST_SYMBOL) { // the sentence is not made for every tick
            throw Require.violated(
                    "symbol of at most " + LONGEST_SYMBOL + " characters",
                    symbol.length() + " characters");
        }
    }

    public static void time(String field, long millis) {
        if (millis < EARLIEST_MILLIS || millis > LATEST_MILLIS) {
            throw Require.violated(
                    field + " in milliseconds between 1970-01-02 and 2100-01-01",
                    field + "=" + millis);
        }
    }

    /** Locked markets (bid = ask) happen; crossed ones are refused. A bid of 0 means no bid. */
    static void market(double bid, double bidSize, double ask, double askSize, String symbol) {
        if (!(bid >= 0 && bid <= ask && ask < Double.POSITIVE_INFINITY)) {
            throw Require.violated(
                    "0 <= bid <= ask", "bid=" + bid + " ask=" + ask + " for " + symbol);
        }
        Require.notNegative("bidSize", bidSize);
        Require.notNegative("askSize", askSize);
    }
}
