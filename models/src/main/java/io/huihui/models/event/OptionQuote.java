package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * Best bid and offer of one option contract.
 *
 * @param bid currency per share; 0 means no bid
 * @param bidSize contracts
 * @param ask currency per share
 * @param askSize contracts
 */
public record OptionQuote(
        OptionContract contract,
        long eventTimeMillis,
        String source,
        long sequence,
        double bid,
        double bidSize,
        double ask,
        double askSize)
        implements MarketEvent {

    public OptionQuote {
        Require.present("contract", contract);
        EventChecks.identity(contract.underlying(), eventTimeMillis, source, sequence);
        EventChecks.market(bid, bidSize, ask, askSize, contract.underlying());
    }

    @Override
    public String symbol() {
        return contract.underlying();
    }

    /** Arithmetic mid of bid and ask, currency per share. */
    public double mid() {
        return 0.5 * (bid + ask);
    }
}
