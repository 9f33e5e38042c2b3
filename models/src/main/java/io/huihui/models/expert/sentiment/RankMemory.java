package io.huihui.models.expert.sentiment;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The values of a figure once a minute, of the last session's length; says where a value ranks. */
final class RankMemory implements BinaryState {

    /** Minutes of a session. */
    private static final int CAPACITY = 390;

    /** Fewer values say nothing of where one ranks. */
    private static final int FEWEST = 30;

    private static final long STEP_MILLIS = 60_000;

    private static final int STATE_VERSION = 1;

    private final float[] values = new float[CAPACITY];
    private int count;
    private int next;
    private long minute = Long.MIN_VALUE;

    /** Remembers the first value of a minute; NaN is none. */
    void add(long timeMillis, double value) {
        long now = Math.floorDiv(timeMillis, STEP_MILLIS);
        if (now > minute && !Double.isNaN(value)) {
            minute = now;
            values[next] = (float) value;
            next = (next + 1) % CAPACITY;
            count = Math.min(CAPACITY, count + 1);
        }
    }

    /** Returns the share of values below, equal ones counted half, 0..1; NaN when too few. */
    double rank(double value) {
        if (count < FEWEST || Double.isNaN(value)) {
            return Double.NaN;
        }
        double below = 0;
        for (int i = 0; i < count; i++) {
            below += values[i] < (float) value ? 1 : values[i] == (float) value ? 0.5 : 0;
        }
        return below / count;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeInt(count);
        out.writeInt(next);
        out.writeLong(minute);
        for (int i = 0; i < count; i++) {
            out.writeFloat(values[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "rank memory");
        count = in.readInt();
        next = in.readInt();
        minute = in.readLong();
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
    }
}
