package io.huihui.models.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes and reads arrays of numbers, most of which may be zero. */
final class FloatArrays {

    private FloatArrays() {}

    /** Writes the elements that are not zero, with their indices. */
    static void writeSparse(DataOutput out, float[] values) throws IOException {
        int count = 0;
        for (float value : values) {
            count += value != 0 ? 1 : 0;
        }
        out.writeInt(count);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                out.writeInt(i);
                out.writeFloat(values[i]);
            }
        }
    }

    static float[] readSparse(DataInput in, int length) throws IOException {
        float[] values = new float[length];
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            int index = in.readInt();
            values[index] = in.readFloat();
        }
        return values;
    }

    static void write(DataOutput out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    static float[] read(DataInput in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
