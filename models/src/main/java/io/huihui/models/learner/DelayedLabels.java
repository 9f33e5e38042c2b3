package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Predictions that wait until what they were about can be known: predict, {@link #add}, and once
 * {@link #next} says that one is due, score it and learn. Nothing is handed out before its time.
 *
 * <p>Holds at most {@code capacity}; one more drops the oldest, which is counted. Times must not
 * fall from one prediction to the next.
 */
public final class DelayedLabels implements BinaryState {

    private static final int STATE_VERSION = 1;

    private int inputCount;
    private long[] madeAt;
    private long[] dueAt;
    private double[] said;

    /** [place * inputCount + input]. */
    private double[] inputs;

    private int first;
    private int count;
    private long dropped;

    private double[] current;
    private double currentSaid;
    private long currentMadeAt;

    /** For restore: holds one prediction without inputs until it is read. */
    public DelayedLabels() {
        this(0, 1);
    }

    public DelayedLabels(int inputCount, int capacity) {
        Require.that(inputCount >= 0, "inputCount >= 0", "inputCount=" + inputCount);
        Require.that(capacity >= 1, "capacity >= 1", "capacity=" + capacity);
        shape(inputCount, capacity);
    }

    private void shape(int newInputCount, int capacity) {
        inputCount = newInputCount;
        madeAt = new long[capacity];
        dueAt = new long[capacity];
        said = new double[capacity];
        inputs = new double[capacity * inputCount];
        current = new double[inputCount];
    }

    /** Lets a prediction wait until {@code dueMillis}, event time. */
    public void add(long nowMillis, long dueMillis, double[] looked, double prediction) {
        Require.that(
                dueMillis > nowMillis,
                "a due time after now",
                "now=" + nowMillis + " due=" + dueMillis);
        if (count > 0) {
            long last = dueAt[place(count - 1)];
            Require.that(
                    dueMillis >= last, "due times that do not fall", dueMillis + " after " + last);
        }
        if (count == said.length) {
            first = place(1);
            count--;
            dropped++;
        }
        int place = place(count);
        madeAt[place] = nowMillis;
        dueAt[place] = dueMillis;
        said[place] = prediction;
        System.arraycopy(looked, 0, inputs, place * inputCount, inputCount);
        count++;
    }

    /**
     * Moves on to the oldest prediction that is due at this event time; returns false when there is
     * none. What it was about can then be asked by the other methods.
     */
    public boolean next(long nowMillis) {
        if (count == 0 || dueAt[first] > nowMillis) {
            return false;
        }
        System.arraycopy(inputs, first * inputCount, current, 0, inputCount);
        currentSaid = said[first];
        currentMadeAt = madeAt[first];
        first = place(1);
        count--;
        return true;
    }

    /** What the prediction looked at. Overwritten by the next. */
    public double[] inputs() {
        return current;
    }

    /** What was predicted. */
    public double said() {
        return currentSaid;
    }

    /** When it was predicted. */
    public long madeAtMillis() {
        return currentMadeAt;
    }

    /** Returns how many predictions wait. */
    public int waiting() {
        return count;
    }

    /** Returns how many were dropped because too many waited. */
    public long dropped() {
        return dropped;
    }

    private int place(int fromFirst) {
        int place = first + fromFirst;
        return place < said.length ? place : place - said.length;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeInt(said.length);
        out.writeShort(inputCount);
        out.writeLong(dropped);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            int place = place(i);
            out.writeLong(madeAt[place]);
            out.writeLong(dueAt[place]);
            out.writeDouble(said[place]);
            for (int k = 0; k < inputCount; k++) {
                out.writeDouble(inputs[place * inputCount + k]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "delayed labels");
        int capacity = in.readInt();
        shape(in.readUnsignedShort(), capacity);
        dropped = in.readLong();
        first = 0;
        count = in.readInt();
        for (int i = 0; i < count; i++) {
            madeAt[i] = in.readLong();
            dueAt[i] = in.readLong();
            said[i] = in.readDouble();
            for (int k = 0; k < inputCount; k++) {
                inputs[i * inputCount + k] = in.readDouble();
            }
        }
    }
}
