package io.huihui.connectors.provider;

import io.huihui.models.Require;
import io.huihui.models.event.ChainSlice;
import io.huihui.models.event.ContractRow;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.UnderlyingSnapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain as one provider sees it.
 *
 * @param refused the contracts that could not be read; the others stand
 */
public record ProviderChain(
        UnderlyingSnapshot underlying, List<ContractRow> rows, List<RefusedRow> refused) {

    /** Rows per slice: about 100 kB, a tenth of what a broker takes in one message. */
    private static final int ROWS_PER_SLICE = 500;

    /** Most messages of one chain; a sequence number is the time and the place of the message. */
    private static final int MOST_MESSAGES = 1_000;

    public ProviderChain {
        Require.present("underlying", underlying);
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
        int count = rows.size();
        Require.that(
                count < (MOST_MESSAGES - 1) * ROWS_PER_SLICE,
                "fewer contracts than " + (MOST_MESSAGES - 1) * ROWS_PER_SLICE,
                () -> "rows=" + count);
    }

    /**
     * Returns the first sequence number of a chain that came at this time. The same answer sent
     * twice has the same numbers, and so is taken once.
     */
    static long firstSequence(long cameMillis) {
        return cameMillis * MOST_MESSAGES;
    }

    /** Returns who said it. */
    public String source() {
        return underlying.source();
    }

    /** Returns when it came. */
    public long cameMillis() {
        return underlying.eventTimeMillis();
    }

    /**
     * Returns whether any contract says what customers bought and sold: without, there is no flow
     * of customers in it, which is something else than none.
     */
    public boolean hasSignedFlow() {
        return rows.stream()
                .anyMatch(row -> row.dayBuyVolume() != null && row.daySellVolume() != null);
    }

    /** Returns the events that say it: the underlying, then the contracts in slices. */
    public List<MarketEvent> events() {
        List<MarketEvent> events = new ArrayList<>();
        events.add(underlying);
        int slices = (rows.size() + ROWS_PER_SLICE - 1) / ROWS_PER_SLICE;
        for (int slice = 0; slice < slices; slice++) {
            int from = slice * ROWS_PER_SLICE;
            events.add(
                    new ChainSlice(
                            underlying.symbol(),
                            underlying.eventTimeMillis(),
                            underlying.source(),
                            underlying.sequence() + 1 + slice,
                            underlying.price(),
                            slice,
                            slices,
                            rows.subList(from, Math.min(rows.size(), from + ROWS_PER_SLICE))));
        }
        return events;
    }
}
