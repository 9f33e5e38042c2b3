package io.huihui.models.metric;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A value at each of the last 61 whole minutes; NaN where there was none. */
final class MinuteRing implements BinaryState {

    private static final int VERSION = 1;
    private static final int MINUTES = 61;

    private final double[] values = new double[MINUTES];
    private long newest = Long.MIN_VALUE;

    MinuteRing() {
        Arrays.fill(values, Double.NaN);
    }

    /** Takes the value when the moment is a whole minute. */
    void offer(Moment now, double value) {
        if (!now.isWholeMinute()) {
            return;
        }
        long minute = now.endMillis() / Moment.MINUTE_MILLIS;
        if (newest == Long.MIN_VALUE || minute - newest >= MINUTES) {
            Arrays.fill(values, Double.NaN);
        } else {
            for (long gap = newest + 1; gap < minute; gap++) {
                values[place(gap)] = Double.NaN;
            }
        }
        values[place(minute)] = value;
        newest = minute;
    }

    /** Returns the value that many whole minutes before the moment, 0 to 60; NaN when none. */
    double ago(Moment now, int minutes) {
        long minute = now.endMillis() / Moment.MINUTE_MILLIS - minutes;
        return newest == Long.MIN_VALUE || minute > newest || minute <= newest - MINUTES
                ? Double.NaN
                : values[place(minute)];
    }

    /** Returns the standard deviation of one-minute changes in the ring, NaN below 25 of them. */
    double deviationOfChanges() {
        if (newest == Long.MIN_VALUE) {
            return Double.NaN;
        }
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (long minute = newest - MINUTES + 2; minute <= newest; minute++) {
            double change = values[place(minute)] - values[place(minute - 1)];
            if (!Double.isNaN(change)) {
                count++;
                sum += change;
                squares += change * change;
            }
        }
        return count < RobustScore.FEWEST_SAMPLES
                ? Double.NaN
                : Math.sqrt(Math.max(squares - sum * sum / count, 0) / (count - 1));
    }

    private static int place(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        StateArrays.write(out, values, MINUTES);
        out.writeLong(newest);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "minute-ring");
        StateArrays.readInto(in, values);
        newest = in.readLong();
    }
}
