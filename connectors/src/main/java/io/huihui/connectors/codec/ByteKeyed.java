package io.huihui.connectors.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Remembers what was made from which bytes, so that a symbol or a contract is made once and not
 * once per event. Open addressing over a fixed number of slots: a stranger overwrites the slot it
 * lands on, so memory is bounded whatever comes in.
 */
final class ByteKeyed<V> {

    /** Neighbouring slots tried before one is overwritten. */
    private static final int PROBES = 4;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int mask;
    private final byte[][] keys;
    private final List<V> values;

    /**
     * @param slots a power of two
     */
    ByteKeyed(int slots) {
        if (Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException("need a power of two of slots, was " + slots);
        }
        this.mask = slots - 1;
        this.keys = new byte[slots][];
        this.values = new ArrayList<>(Collections.nCopies(slots, null));
    }

    /** Returns what was put for these bytes, or null. */
    V get(byte[] bytes, int offset, int length, int hash) {
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = (hash + probe) & mask;
            byte[] key = keys[slot];
            if (key == null) {
                return null;
            }
            if (key.length == length
                    && Arrays.equals(key, 0, length, bytes, offset, offset + length)) {
                return values.get(slot);
            }
        }
        return null;
    }

    /** Remembers {@code value} for these bytes. */
    void put(byte[] bytes, int offset, int length, int hash, V value) {
        int slot = hash & mask;
        for (int probe = 0; probe < PROBES; probe++) {
            int candidate = (hash + probe) & mask;
            if (keys[candidate] == null) {
                slot = candidate;
                break;
            }
        }
        keys[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
        values.set(slot, value);
    }

    /** Returns a hash of the bytes: eight at a time, then the rest, then mixed. */
    static int hash(byte[] bytes, int offset, int length) {
        long hash = length;
        int at = offset;
        int end = offset + length;
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << 8) | (bytes[at] & 0xFF);
        }
        hash = (hash ^ rest) * MULTIPLIER;
        return (int) (hash ^ (hash >>> 32));
    }

    /** Odd multiplier of 64 bits from the golden ratio (Knuth's multiplicative hashing). */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
}
