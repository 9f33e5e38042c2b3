package io.huihui.connectors.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes Avro's binary form into an array that grows as needed and is used again. */
final class BinaryWriter {

    /** Holds any hot record but a very deep book without growing. */
    private static final int INITIAL_BYTES = 512;

    /** A zigzag integer of 64 bits takes at most this many bytes. */
    private static final int LONGEST_INTEGER = 10;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int position;

    /** Starts a new record with these bytes. */
    void start(byte[] header) {
        System.arraycopy(header, 0, bytes, 0, header.length);
        position = header.length;
    }

    /** Returns a copy of what has been written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, position);
    }

    void writeLong(long value) {
        ensure(LONGEST_INTEGER);
        long encoded = (value << 1) ^ (value >> 63);
        while ((encoded & ~0x7FL) != 0) {
            bytes[position++] = (byte) (encoded | 0x80);
            encoded >>>= 7;
        }
        bytes[position++] = (byte) encoded;
    }

    /**
     * A value that is not a number has one form, whatever computed it: equal results, equal bytes.
     */
    void writeDouble(double value) {
        ensure(Double.BYTES);
        LONGS.set(bytes, position, Double.doubleToLongBits(value));
        position += Double.BYTES;
    }

    void writeBoolean(boolean value) {
        ensure(1);
        bytes[position++] = (byte) (value ? 1 : 0);
    }

    void writeText(String text) {
        int length = text.length();
        ensure(LONGEST_INTEGER + length);
        int before = position;
        writeLong(length);
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                position = before;
                writeEncoded(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[position++] = (byte) character;
        }
    }

    private void writeEncoded(byte[] encoded) {
        ensure(LONGEST_INTEGER + encoded.length);
        writeLong(encoded.length);
        System.arraycopy(encoded, 0, bytes, position, encoded.length);
        position += encoded.length;
    }

    private void ensure(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, position + more));
        }
    }
}
