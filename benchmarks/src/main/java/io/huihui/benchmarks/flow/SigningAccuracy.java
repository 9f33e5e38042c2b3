package io.huihui.benchmarks.flow;

import io.huihui.models.event.Aggressor;
import io.huihui.models.metric.TradeSigning;

/**
 * How often each rule names the side that crossed, on recorded executions whose resting side is
 * known: all of them, and those against hidden orders, which trade inside the spread.
 */
final class SigningAccuracy {

    private static final double UNITS = 10_000;
    private static final int BAR_MILLIS = 60_000;

    /** Weight of the newest bar in the variance of price changes. */
    private static final double BAR_WEIGHT = 0.1;

    private int executions;
    private int quoteRight;
    private int quoteSilent;
    private int leeReadyRight;
    private int hidden;
    private int hiddenRight;
    private double brier;
    private double volume;
    private double bulkWrong;
    private double bought;
    private double barVolume;
    private double barOpen = Double.NaN;
    private double variance = Double.NaN;
    private double last = Double.NaN;
    private Aggressor tick = Aggressor.UNKNOWN;

    SigningAccuracy(LobsterMessages messages) {
        BookFlow flow = new BookFlow(messages);
        long barEnd = messages.millis[0] + BAR_MILLIS;
        for (int i = 1; i < messages.count; i++) {
            while (messages.millis[i] >= barEnd) {
                closeBar();
                barEnd += BAR_MILLIS;
            }
            int type = messages.types[i];
            if (type == LobsterMessages.EXECUTED || type == LobsterMessages.EXECUTED_HIDDEN) {
                execution(
                        messages.units[i] / UNITS,
                        messages.sizes[i],
                        flow.bidPrice(),
                        flow.askPrice(),
                        flow.aggressor(i),
                        type == LobsterMessages.EXECUTED_HIDDEN);
            }
            flow.take(i);
        }
        closeBar();
    }

    private void execution(
            double price, int size, double bid, double ask, Aggressor truth, boolean isHidden) {
        if (price != last && !Double.isNaN(last)) {
            tick = price > last ? Aggressor.BUY : Aggressor.SELL;
        }
        last = price;
        executions++;
        Aggressor byQuote = TradeSigning.quoteRule(price, bid, ask);
        Aggressor byBoth = TradeSigning.leeReady(price, bid, ask, tick);
        quoteSilent += byQuote == Aggressor.UNKNOWN ? 1 : 0;
        quoteRight += byQuote == truth ? 1 : 0;
        leeReadyRight += byBoth == truth ? 1 : 0;
        hidden += isHidden ? 1 : 0;
        hiddenRight += isHidden && byBoth == truth ? 1 : 0;
        double buy = TradeSigning.buyProbability(price, bid, ask, Aggressor.UNKNOWN, tick);
        double happened = truth == Aggressor.BUY ? 1 : 0;
        brier += (buy - happened) * (buy - happened);
        bought += truth == Aggressor.BUY ? size : 0;
        barVolume += size;
    }

    private void closeBar() {
        double change = last - barOpen;
        if (barVolume > 0 && variance > 0) {
            double share = TradeSigning.bulkShareBought(change, Math.sqrt(variance));
            bulkWrong += Math.abs(share * barVolume - bought);
            volume += barVolume;
        }
        if (!Double.isNaN(change)) {
            double square = change * change;
            variance =
                    Double.isNaN(variance) ? square : variance + BAR_WEIGHT * (square - variance);
        }
        barOpen = last;
        barVolume = 0;
        bought = 0;
    }

    /** Share of the executions it says something about that the quote rule signs rightly. */
    double quoteRule() {
        return quoteRight / (double) (executions - quoteSilent);
    }

    double leeReady() {
        return leeReadyRight / (double) executions;
    }

    double leeReadyHidden() {
        return hiddenRight / (double) hidden;
    }

    /** Mean square of what the stated probability misses. */
    double brier() {
        return brier / executions;
    }

    /** Share of volume that bulk classification puts on the right side, bars of a minute. */
    double bulkVolume() {
        return 1 - bulkWrong / volume;
    }
}
