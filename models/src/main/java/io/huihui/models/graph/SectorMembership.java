package io.huihui.models.graph;

import io.huihui.models.Require;

/**
 * That a symbol belongs to a sector.
 *
 * @param fromMillis when it began, epoch milliseconds
 * @param untilMillis when it ended (exclusive); null while it lasts
 */
public record SectorMembership(String symbol, String sector, long fromMillis, Long untilMillis) {

    public SectorMembership {
        Require.text("symbol", symbol);
        Require.text("sector", sector);
        long from = fromMillis;
        Long until = untilMillis;
        Require.that(
                from > 0 && (until == null || until > from),
                "0 < fromMillis < untilMillis",
                () -> "fromMillis=" + from + " untilMillis=" + until + " for " + symbol);
    }
}
