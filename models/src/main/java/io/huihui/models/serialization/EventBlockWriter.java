package io.huihui.models.serialization;

import io.huihui.models.event.MarketEvent;

import org.apache.flink.core.memory.DataOutputSerializer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers events of one symbol and one second into an {@link EventBlock}. Per event: tag, time
 * within the second, number of the source among those of the block (a new one is spelled out),
 * difference to the sequence before, and the body as {@link MarketEventWriter} writes it.
 */
public final class EventBlockWriter {

    static final int SECOND_MILLIS = 1000;

    /** More sources of one symbol in one second are not expected; they fill one byte. */
    private static final int MOST_SOURCES = 255;

    private static final int FIRST_BYTES = 256;

    private final String symbol;
    private final long secondEndMillis;
    private final long knownEndMillis;
    private final List<String> sources = new ArrayList<>(1);
    private final DataOutputSerializer out = new DataOutputSerializer(FIRST_BYTES);
    private long sequence;
    private int events;

    /** Begins a block of events that are on time. */
    public EventBlockWriter(String symbol, long secondEndMillis) {
        this(symbol, secondEndMillis, secondEndMillis);
    }

    private EventBlockWriter(String symbol, long secondEndMillis, long knownEndMillis) {
        this.symbol = symbol;
        this.secondEndMillis = secondEndMillis;
        this.knownEndMillis = knownEndMillis;
    }

    /** Returns a block of one event that is on time. */
    public static EventBlock single(MarketEvent event, long secondEndMillis) {
        return single(event, secondEndMillis, secondEndMillis);
    }

    /** Returns a block of one event that is known with another second than its own. */
    public static EventBlock single(MarketEvent event, long secondEndMillis, long knownEndMillis) {
        EventBlockWriter writer =
                new EventBlockWriter(event.symbol(), secondEndMillis, knownEndMillis);
        writer.add(event);
        return writer.block();
    }

    /** Adds an event of this symbol and second; returns false when the block cannot take it. */
    public boolean add(MarketEvent event) {
        int source = sources.indexOf(event.source());
        boolean unknown = source < 0;
        if (unknown && sources.size() == MOST_SOURCES) {
            return false;
        }
        try {
            out.writeByte(EventTag.of(event));
            out.writeShort((int) (event.eventTimeMillis() - secondEndMillis + SECOND_MILLIS));
            out.writeByte(unknown ? sources.size() : source);
            if (unknown) {
                ShortText.write(event.source(), out);
                sources.add(event.source());
            }
            VarLong.write(event.sequence() - sequence, out);
            MarketEventWriter.body(event, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        sequence = event.sequence();
        events++;
        return true;
    }

    /** Returns how many bytes the events take so far. */
    public int bytes() {
        return out.length();
    }

    /** Returns the block; this writer is done. */
    public EventBlock block() {
        return new EventBlock(
                symbol, secondEndMillis, knownEndMillis, events, out.getCopyOfBuffer());
    }
}
