package io.huihui.models.strategy;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The last minutes of one symbol, oldest first: at most ten sessions, of which the oldest goes as a
 * whole when there are more.
 */
final class SampleTape implements BinaryState {

    private static final int STATE_VERSION = 1;

    /** Minutes of a whole session. */
    static final int SESSION = 390;

    /** Ten sessions. */
    static final int MOST = 10 * SESSION;

    private static final EntryInput[] INPUTS = EntryInput.values();

    private int size;
    private long[] millis = new long[0];
    private float[] mids = new float[0];
    private float[] vols = new float[0];
    private float[][] inputs = new float[INPUTS.length][0];

    /** Takes a minute that is newer than all. */
    void add(StrategySample sample) {
        if (size == MOST) {
            dropOldest();
        }
        if (size == millis.length) {
            resize(Math.min(MOST, Math.max(SESSION, 2 * size)));
        }
        millis[size] = sample.snapshot().secondEndMillis();
        mids[size] = (float) sample.mid();
        vols[size] = (float) sample.impliedVol();
        for (int i = 0; i < INPUTS.length; i++) {
            inputs[i][size] = sample.inputs().get(i).floatValue();
        }
        size++;
    }

    private void dropOldest() {
        size -= SESSION;
        System.arraycopy(millis, SESSION, millis, 0, size);
        System.arraycopy(mids, SESSION, mids, 0, size);
        System.arraycopy(vols, SESSION, vols, 0, size);
        for (float[] column : inputs) {
            System.arraycopy(column, SESSION, column, 0, size);
        }
    }

    private void resize(int length) {
        millis = Arrays.copyOf(millis, length);
        mids = Arrays.copyOf(mids, length);
        vols = Arrays.copyOf(vols, length);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Arrays.copyOf(inputs[i], length);
        }
    }

    int size() {
        return size;
    }

    long millis(int place) {
        return millis[place];
    }

    double mid(int place) {
        return mids[place];
    }

    double vol(int place) {
        return vols[place];
    }

    double input(EntryInput input, int place) {
        return inputs[input.ordinal()][place];
    }

    /** Returns what an input was before a place, sorted, without what was missing. */
    float[] sortedBefore(EntryInput input, int place) {
        float[] values = Arrays.copyOf(inputs[input.ordinal()], place);
        Arrays.sort(values);
        // NaN is sorted behind everything.
        int count = place;
        while (count > 0 && Float.isNaN(values[count - 1])) {
            count--;
        }
        return Arrays.copyOf(values, count);
    }

    /** Returns the places at which sessions begin, and the size behind them. */
    int[] sessionStarts() {
        int[] starts = new int[size + 1];
        int count = 0;
        long date = Long.MIN_VALUE;
        for (int place = 0; place < size; place++) {
            // The last minute of a session ends at its close, which is still that session's.
            long of = TradingCalendar.newYork().date(millis[place] - 1);
            if (of != date) {
                starts[count++] = place;
                date = of;
            }
        }
        starts[count++] = size;
        return Arrays.copyOf(starts, count);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeShort(INPUTS.length);
        out.writeInt(size);
        for (int place = 0; place < size; place++) {
            out.writeLong(millis[place]);
            out.writeFloat(mids[place]);
            out.writeFloat(vols[place]);
            for (float[] column : inputs) {
                out.writeFloat(column[place]);
            }
        }
    }

    /** Inputs that came after the tape was written were missing in it. */
    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "sample tape");
        int columns = in.readUnsignedShort();
        size = in.readInt();
        resize(size);
        for (int place = 0; place < size; place++) {
            millis[place] = in.readLong();
            mids[place] = in.readFloat();
            vols[place] = in.readFloat();
            for (int i = 0; i < inputs.length; i++) {
                inputs[i][place] = i < columns ? in.readFloat() : Float.NaN;
            }
        }
    }
}
