package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * One print of the underlying.
 *
 * @param price currency per share, above 0
 * @param size shares, above 0
 * @param aggressor side that crossed, where the feed says so
 * @param exchange code of the venue as the feed gives it, e.g. {@code "P"}; {@code "D"} for a trade
 *     reporting facility
 * @param offExchange true when printed off exchange (trade reporting facility)
 * @param conditions sale conditions as the feed gives them; empty when none
 */
public record Trade(
        String symbol,
        long eventTimeMillis,
        String source,
        long sequence,
        double price,
        double size,
        Aggressor aggressor,
        String exchange,
        boolean offExchange,
        String conditions)
        implements MarketEvent {

    public Trade {
        EventChecks.identity(symbol, eventTimeMillis, source, sequence);
        Require.positive("price", price);
        Require.positive("size", size);
        Require.present("aggressor", aggressor);
        Require.present("exchange", exchange);
        Require.present("conditions", conditions);
    }
}
