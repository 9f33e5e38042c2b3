package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * One print of an option contract.
 *
 * @param price currency per share, above 0
 * @param size contracts, above 0
 * @param aggressor customer side, where the feed says so
 * @param exchange venue code as the feed gives it
 * @param multiLeg true when printed as part of a spread
 */
public record OptionTrade(
        OptionContract contract,
        long eventTimeMillis,
        String source,
        long sequence,
        double price,
        double size,
        Aggressor aggressor,
        String exchange,
        boolean multiLeg)
        implements MarketEvent {

    public OptionTrade {
        Require.present("contract", contract);
        EventChecks.identity(contract.underlying(), eventTimeMillis, source, sequence);
        Require.positive("price", price);
        Require.positive("size", size);
        Require.present("aggressor", aggressor);
        Require.present("exchange", exchange);
    }

    @Override
    public String symbol() {
        return contract.underlying();
    }
}
