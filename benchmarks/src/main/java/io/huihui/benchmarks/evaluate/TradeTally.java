package io.huihui.benchmarks.evaluate;

import java.util.List;

/** Trades that were filled and ended: what they were expected to win, and what they earned. */
final class TradeTally {

    private long trades;
    private double expected;
    private double earned;

    /**
     * @param expectedValue when the trade was decided, currency, after costs
     * @param profit currency, after costs
     */
    void add(double expectedValue, double profit) {
        trades++;
        expected += expectedValue;
        earned += profit;
    }

    static long trades(List<TradeTally> tallies) {
        return tallies.stream().mapToLong(tally -> tally.trades).sum();
    }

    /** Returns what a trade was expected to win, currency; 0 without any. */
    static double expectedPerTrade(List<TradeTally> tallies) {
        return perTrade(tallies.stream().mapToDouble(tally -> tally.expected).sum(), tallies);
    }

    /** Returns what a trade earned, currency; 0 without any. */
    static double earnedPerTrade(List<TradeTally> tallies) {
        return perTrade(tallies.stream().mapToDouble(tally -> tally.earned).sum(), tallies);
    }

    private static double perTrade(double sum, List<TradeTally> tallies) {
        long trades = trades(tallies);
        return trades == 0 ? 0 : sum / trades;
    }
}
