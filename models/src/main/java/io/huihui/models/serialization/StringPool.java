package io.huihui.models.serialization;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns short runs of UTF-8 bytes into strings without making the same string twice: symbols,
 * sources and venue codes come by the million but are few. A direct-mapped cache, so its memory is
 * bounded and a stranger's flood of names costs no more than making each name. Not safe for several
 * threads.
 */
public final class StringPool {

    /** Slots; a power of two. Thousands of listed symbols fit with few collisions. */
    private static final int SLOTS = 1 << 13;

    /** Longer strings are made anew: they are free text, not names. */
    private static final int LONGEST_POOLED_BYTES = 32;

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] values = new String[SLOTS];

    /** Returns the string that the bytes spell. */
    public String get(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST_POOLED_BYTES) {
            return new String(bytes, offset, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, bytes, offset, offset + length)) {
            return values[slot];
        }
        String value = new String(bytes, offset, length, StandardCharsets.UTF_8);
        keys[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
        values[slot] = value;
        return value;
    }
}
