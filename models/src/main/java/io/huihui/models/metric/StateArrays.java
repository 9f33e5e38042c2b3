package io.huihui.models.metric;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Bytes of primitive arrays inside a state. */
final class StateArrays {

    private StateArrays() {}

    static void write(DataOutput out, double[] values, int count) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeDouble(values[i]);
        }
    }

    static double[] readDoubles(DataInput in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    /** Reads into an array whose length belongs to the code, not to the bytes. */
    static void readInto(DataInput in, double[] values) throws IOException {
        double[] read = readDoubles(in);
        if (read.length != values.length) {
            throw new IOException("need " + values.length + " numbers, was " + read.length);
        }
        System.arraycopy(read, 0, values, 0, values.length);
    }

    /** Writes only the numbers that are not 0, with their places: most seconds are quiet. */
    static void writeSparse(DataOutput out, long[] values) throws IOException {
        int filled = 0;
        for (long value : values) {
            if (value != 0) {
                filled++;
            }
        }
        out.writeInt(values.length);
        out.writeInt(filled);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                out.writeInt(i);
                out.writeLong(values[i]);
            }
        }
    }

    static long[] readSparse(DataInput in) throws IOException {
        long[] values = new long[in.readInt()];
        int filled = in.readInt();
        for (int i = 0; i < filled; i++) {
            int place = in.readInt();
            values[place] = in.readLong();
        }
        return values;
    }
}
