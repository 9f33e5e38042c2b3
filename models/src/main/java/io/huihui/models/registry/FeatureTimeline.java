package io.huihui.models.registry;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Values of one feature of one symbol by the second they were told of: what was the latest at a
 * moment. Values come in the order of their seconds, nearly always; they may come long before the
 * moment at which somebody asks, and are dropped once nobody can ask for them any more.
 *
 * <p>Two parallel arrays, sorted by time, in which a binary search finds the place: a value costs
 * 16 bytes and neither putting nor asking makes an object.
 */
public final class FeatureTimeline implements BinaryState {

    /** Features are told once a second. */
    public static final long STEP_MILLIS = 1_000;

    /**
     * Over an hour of seconds: more than one stream is ever ahead of the other between two
     * operators. The oldest is dropped for one that does not fit.
     */
    public static final int MOST = 4_096;

    private static final int VERSION = 1;
    private static final int FEW = 16;

    private long[] millis = new long[FEW];
    private double[] values = new double[FEW];
    private int from;
    private int to;

    /** Takes a value; one of a second that is there already takes its place. */
    public void put(long secondEndMillis, double value) {
        int place = to > from && millis[to - 1] < secondEndMillis ? to : place(secondEndMillis);
        if (place < to && millis[place] == secondEndMillis) {
            values[place] = value;
            return;
        }
        if (size() == MOST) {
            if (place == from) {
                return;
            }
            from++;
        }
        int rank = place - from;
        makeRoom();
        place = from + rank;
        System.arraycopy(millis, place, millis, place + 1, to - place);
        System.arraycopy(values, place, values, place + 1, to - place);
        millis[place] = secondEndMillis;
        values[place] = value;
        to++;
    }

    /** Makes place for one more at the end: by moving to the front, else by growing. */
    private void makeRoom() {
        if (to < millis.length) {
            return;
        }
        int size = to - from;
        boolean grow = size > millis.length / 2;
        long[] newMillis = grow ? new long[2 * millis.length] : millis;
        double[] newValues = grow ? new double[2 * millis.length] : values;
        System.arraycopy(millis, from, newMillis, 0, size);
        System.arraycopy(values, from, newValues, 0, size);
        millis = newMillis;
        values = newValues;
        from = 0;
        to = size;
    }

    /** Returns the place of the first value that is not before a time. */
    private int place(long atMillis) {
        int found = Arrays.binarySearch(millis, from, to, atMillis);
        return found >= 0 ? found : -found - 1;
    }

    /** Returns the place of the latest value not after a time, to be asked about; -1 if none. */
    public int latest(long atMillis) {
        int place = place(atMillis);
        int at = place < to && millis[place] == atMillis ? place : place - 1;
        return at < from ? -1 : at;
    }

    /** Returns the end of the second that the value at a place was told of. */
    public long millis(int place) {
        return millis[place];
    }

    public double value(int place) {
        return values[place];
    }

    /** Drops what is before a time but the latest of it, which says how old the newest was. */
    public void dropBefore(long atMillis) {
        from = Math.max(from, place(atMillis) - 1);
    }

    public int size() {
        return to - from;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(size());
        for (int i = from; i < to; i++) {
            out.writeLong(millis[i]);
            out.writeDouble(values[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "feature timeline");
        from = 0;
        to = in.readInt();
        millis = new long[Math.max(FEW, to)];
        values = new double[millis.length];
        for (int i = 0; i < to; i++) {
            millis[i] = in.readLong();
            values[i] = in.readDouble();
        }
    }
}
