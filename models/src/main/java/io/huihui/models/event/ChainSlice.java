package io.huihui.models.event;

import io.huihui.models.Require;

import java.util.List;

/**
 * All contracts of one expiry in one chain snapshot. A chain of 14,000 contracts does not fit into
 * one message, so it travels in slices; the snapshot is whole when {@code sliceCount} slices of the
 * same event time are there.
 *
 * @param underlyingPrice price of the underlying as the provider saw it, currency per share
 * @param sliceIndex 0-based
 */
public record ChainSlice(
        String symbol,
        long eventTimeMillis,
        String source,
        long sequence,
        double underlyingPrice,
        int sliceIndex,
        int sliceCount,
        List<ContractRow> rows)
        implements MarketEvent {

    public ChainSlice {
        EventChecks.identity(symbol, eventTimeMillis, source, sequence);
        Require.positive("underlyingPrice", underlyingPrice);
        Require.that(
                sliceIndex >= 0 && sliceIndex < sliceCount,
                "0 <= sliceIndex < sliceCount",
                () -> "sliceIndex=" + sliceIndex + " sliceCount=" + sliceCount);
        rows = List.copyOf(rows);
        for (ContractRow row : rows) {
            Require.that(
                    row.contract().underlying().equals(symbol),
                    "rows of underlying " + symbol,
                    () -> "a row of " + row.contract().underlying());
        }
    }
}
