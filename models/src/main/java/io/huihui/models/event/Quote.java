package io.huihui.models.event;

/**
 * Best bid and offer of the underlying.
 *
 * @param bid currency per share; 0 means no bid
 * @param bidSize shares
 * @param ask currency per share
 * @param askSize shares
 */
public record Quote(
        String symbol,
        long eventTimeMillis,
        String source,
        long sequence,
        double bid,
        double bidSize,
        double ask,
        double askSize)
        implements MarketEvent {

    public Quote {
        EventChecks.identity(symbol, eventTimeMillis, source, sequence);
        EventChecks.market(bid, bidSize, ask, askSize, symbol);
    }

    /** Arithmetic mid of bid and ask, currency per share. */
    public double mid() {
        return 0.5 * (bid + ask);
    }
}
