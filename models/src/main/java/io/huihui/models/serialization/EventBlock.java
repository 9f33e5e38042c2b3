package io.huihui.models.serialization;

import io.huihui.models.Require;

/**
 * Events of one symbol and one second, as bytes. Events wait for their second to end, by the
 * hundred thousand when a topic is read from far back; as blocks they are shuffled, held and
 * written into a checkpoint without being looked at one by one. {@link EventBlockWriter} makes one,
 * {@link EventBlockReader} takes it apart. Immutable.
 *
 * <p>A block is known with its own second, or with a later one when its events are late.
 */
public final class EventBlock {

    private final String symbol;
    private final long secondEndMillis;
    private final long knownEndMillis;
    private final int events;
    private final byte[] bytes;

    /** Takes over the array. */
    EventBlock(String symbol, long secondEndMillis, long knownEndMillis, int events, byte[] bytes) {
        if (events < 1 || bytes.length == 0) {
            throw Require.violated(
                    "a block with events", events + " in " + bytes.length + " bytes");
        }
        if (knownEndMillis < secondEndMillis) {
            throw Require.violated(
                    "events known no earlier than they were",
                    knownEndMillis + " before " + secondEndMillis);
        }
        this.symbol = symbol;
        this.secondEndMillis = secondEndMillis;
        this.knownEndMillis = knownEndMillis;
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

    /** Returns the end of the second with which its events are known, exclusive. */
    public long knownEndMillis() {
        return knownEndMillis;
    }

    /** Returns whether its events are known only with a later second than their own. */
    public boolean isLate() {
        return knownEndMillis > secondEndMillis;
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
        return events
                + " events of "
                + symbol
                + " before "
                + secondEndMillis
                + (isLate() ? ", known before " + knownEndMillis : "");
    }
}
