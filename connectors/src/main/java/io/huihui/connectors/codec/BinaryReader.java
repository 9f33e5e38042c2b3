package io.huihui.connectors.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads Avro's binary form from a part of an array. Every length is checked against the bytes that
 * are left before anything is made from it, so a lying length costs no memory.
 */
final class BinaryReader {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[0];
    private int start;
    private int position;
    private int limit;

    /**
     * Starts over at {@code bytes[from .. to)}; positions in messages count from {@code origin}.
     */
    void reset(byte[] bytes, int origin, int from, int to) {
        this.bytes = bytes;
        this.start = origin;
        this.position = from;
        this.limit = to;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    int remaining() {
        return limit - position;
    }

    /** Returns the next zigzag variable-length integer of up to 64 bits. */
    long readLong() throws UndecodableException {
        long encoded = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position >= limit) {
                throw truncated(1);
            }
            int next = bytes[position++];
            encoded |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (encoded >>> 1) ^ -(encoded & 1);
            }
        }
        throw new UndecodableException(
                "need an integer of at most 10 bytes, was a longer one before byte "
                        + (position - start));
    }

    /** Returns the next zigzag variable-length integer, which must fit 32 bits. */
    int readInt() throws UndecodableException {
        long value = readLong();
        if (value != (int) value) {
            throw new UndecodableException("need an integer of 32 bits, was " + value + before());
        }
        return (int) value;
    }

    double readDouble() throws UndecodableException {
        if (limit - position < Double.BYTES) {
            throw truncated(Double.BYTES);
        }
        double value = Double.longBitsToDouble((long) LONGS.get(bytes, position));
        position += Double.BYTES;
        return value;
    }

    boolean readBoolean() throws UndecodableException {
        if (position >= limit) {
            throw truncated(1);
        }
        byte value = bytes[position++];
        if (value != 0 && value != 1) {
            throw new UndecodableException("need 0 or 1 for a boolean, was " + value + before());
        }
        return value == 1;
    }

    /** Returns the next enum index or union branch, which must be below {@code choices}. */
    int readChoice(int choices) throws UndecodableException {
        long choice = readLong();
        if (choice < 0 || choice >= choices) {
            throw new UndecodableException(
                    "need one of " + choices + " choices, was number " + choice + before());
        }
        return (int) choice;
    }

    /** Returns a length that is neither negative nor more than {@code longest} or what is left. */
    int readLength(int longest) throws UndecodableException {
        long length = readLong();
        if (length < 0 || length > longest) {
            throw new UndecodableException(
                    "need a length between 0 and " + longest + " bytes, was " + length + before());
        }
        if (length > remaining()) {
            throw truncated((int) length);
        }
        return (int) length;
    }

    void skip(int length) throws UndecodableException {
        if (length > remaining()) {
            throw truncated(length);
        }
        position += length;
    }

    /** Goes back over bytes that have just been walked over. */
    void back(int length) {
        position -= length;
    }

    /** Throws unless everything has been read. */
    void requireEnd() throws UndecodableException {
        if (position != limit) {
            throw new UndecodableException(
                    "need a record of "
                            + (position - start)
                            + " bytes, was "
                            + (limit - start)
                            + " bytes; send one record per message");
        }
    }

    private String before() {
        return " before byte " + (position - start);
    }

    private UndecodableException truncated(int needed) {
        return new UndecodableException(
                "need "
                        + needed
                        + " more bytes at byte "
                        + (position - start)
                        + ", was a record cut off after "
                        + (limit - start)
                        + " bytes; send it whole");
    }
}
