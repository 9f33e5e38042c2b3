package io.huihui.models.directive;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The highest and lowest value of each of the last 30 minutes, the present one not included. */
final class MinuteExtremes implements BinaryState {

    private static final int MINUTES = 30;

    private static final int RING = MINUTES + 1;

    private static final long MINUTE_MILLIS = 60_000;

    private static final int STATE_VERSION = 1;

    private final long[] minutes = new long[RING];
    private final double[] highs = new double[RING];
    private final double[] lows = new double[RING];

    /** Returns the highest value of the last 30 minutes; NaN when there was none. */
    double high(long nowMillis) {
        return extreme(nowMillis, highs, 1);
    }

    /** Returns the lowest value of the last 30 minutes; NaN when there was none. */
    double low(long nowMillis) {
        return extreme(nowMillis, lows, -1);
    }

    private double extreme(long nowMillis, double[] values, int sign) {
        long minute = nowMillis / MINUTE_MILLIS;
        double extreme = Double.NaN;
        for (int i = 0; i < RING; i++) {
            boolean inside = minutes[i] < minute && minutes[i] >= minute - MINUTES;
            if (inside && !(sign * (extreme - values[i]) >= 0)) {
                extreme = values[i];
            }
        }
        return extreme;
    }

    /** Returns the lowest value of the minute so many minutes ago; NaN when there was none. */
    double ago(long nowMillis, int minutesAgo) {
        long minute = nowMillis / MINUTE_MILLIS - minutesAgo;
        int place = (int) (minute % RING);
        return minutes[place] == minute ? lows[place] : Double.NaN;
    }

    void remember(long nowMillis, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        long minute = nowMillis / MINUTE_MILLIS;
        int place = (int) (minute % RING);
        if (minutes[place] != minute) {
            minutes[place] = minute;
            highs[place] = value;
            lows[place] = value;
        } else {
            highs[place] = Math.max(highs[place], value);
            lows[place] = Math.min(lows[place], value);
        }
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        for (int i = 0; i < RING; i++) {
            out.writeLong(minutes[i]);
            out.writeDouble(highs[i]);
            out.writeDouble(lows[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "minute extremes");
        Arrays.fill(minutes, 0);
        for (int i = 0; i < RING; i++) {
            minutes[i] = in.readLong();
            highs[i] = in.readDouble();
            lows[i] = in.readDouble();
        }
    }
}
