package io.huihui.models.serialization;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Signed numbers in 1 to 10 bytes, those near 0 in fewest: zigzag, then 7 bits a byte. */
public final class VarLong {

    /** Bytes of the number farthest from 0. */
    public static final int LONGEST = 10;

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private VarLong() {}

    public static void write(long value, DataOutput out) throws IOException {
        byte[] bytes = new byte[LONGEST]; // does not escape, so it costs nothing
        out.write(bytes, 0, put(value, bytes, 0));
    }

    /** Puts a number into an array, which has room for it, and returns the place after it. */
    public static int put(long value, byte[] bytes, int at) {
        long left = (value << 1) ^ (value >> 63);
        int place = at;
        while ((left & -MORE) != 0) {
            bytes[place++] = (byte) (left | MORE);
            left >>>= BITS;
        }
        bytes[place++] = (byte) left;
        return place;
    }

    public static long read(DataInput in) throws IOException {
        long zigzag = 0;
        int shift = 0;
        int next;
        do {
            if (shift >= Long.SIZE) {
                throw new IOException("need a number of at most " + LONGEST + " bytes, was longer");
            }
            next = in.readByte();
            zigzag |= (long) (next & (MORE - 1)) << shift;
            shift += BITS;
        } while ((next & MORE) != 0);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }
}
