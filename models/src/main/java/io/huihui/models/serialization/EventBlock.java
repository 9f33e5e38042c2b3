package io.huihui.models.serialization;

import io.huihui.models.Require;

/**
 * Events of one symbol and one second, as bytes. Events wait for their second to end, by the
 * hundred thousand when a topic is read from far back; as blocks they are shuffled, held and
 * written into a checkpoint without being looked at one by one. {@link EventBlockWriter} makes one,
 * {@link EventBlockReader} takes it apart. Immutable.
 */
public final class EventBlock {

    private final String symbol;
    private final long secondEndMillis;
    private final int events;
    private final byte[] bytes;

    /** Takes over the array. */
    EventBlock(String symbol, long secondEndMillis, int events, byte[] bytes) {
        if (events < 1 || bytes.length == 0) {
            throw Require.violated(
                    "a block with events", events + " in " + bytes.length + " bytes");
        }
        this.symbol = symbol;
        this.secondEndMillis = secondEndMillis;
        this.events = events;
        this.bytes = bytes;
    }

    /** Returns the symbol of all its events; the key of the dataflow. */
    public String symbol() {
        return symbol;
    }

    /** Returns the end of the second in which all its events lie, exclusive. */
    public long secondEndMillis() {
        return secondEndMillis;
    }

    /** Returns how many events it has, at least one. */
    public int events() {
        return events;
    }

    /** Returns its bytes, not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return events + " events of " + symbol + " before " + secondEndMillis;
    }
}
