package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * Snapshot of the order book. Bids fall, asks rise, and the best bid is not above the best ask.
 *
 * @param bids best first
 * @param asks best first
 */
public record Depth(
        String symbol,
        long eventTimeMillis,
        String source,
        long sequence,
        BookSide bids,
        BookSide asks)
        implements MarketEvent {

    public Depth {
        EventChecks.identity(symbol, eventTimeMillis, source, sequence);
        Require.present("bids", bids);
        Require.present("asks", asks);
        // The sentences show whole books, so they are made only when one is refused.
        if (!bids.isFalling()) {
            throw Require.violated("bid prices to fall from the best on", bids + " for " + symbol);
        }
        if (!asks.isRising()) {
            throw Require.violated("ask prices to rise from the best on", asks + " for " + symbol);
        }
        if (bids.levels() > 0 && asks.levels() > 0 && !(bids.price(0) <= asks.price(0))) {
            throw Require.violated(
                    "best bid <= best ask", bids + " and " + asks + " for " + symbol);
        }
    }
}
