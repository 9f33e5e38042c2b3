package io.huihui.models.expert.sentiment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The prices of the last minutes, one a second at most, and how much they usually move. */
final class RecentPrices {

    /** Covers a burst and the seconds before its first story. */
    private static final int CAPACITY = 240;

    /** How fast the usual movement follows. */
    private static final double HALF_LIFE_MILLIS = 10 * 60_000.0;

    /** A move of more than this many deviations counts as this many in the usual movement. */
    private static final double WINSOR = 3;

    /** Seconds of movement that are needed before any deviation is believed. */
    private static final int WARM_UP = 120;

    private final long[] times = new long[CAPACITY];
    private final double[] logPrices = new double[CAPACITY];
    private int count;
    private int next;

    /** Squared log return per millisecond. */
    private double variance = Double.NaN;

    private int learned;

    /** Adds the price at a time later than all before; others are left out. */
    void add(long timeMillis, double price) {
        double logPrice = Math.log(price);
        if (count > 0) {
            int last = (next + CAPACITY - 1) % CAPACITY;
            if (timeMillis <= times[last]) {
                return;
            }
            learn(timeMillis - times[last], logPrice - logPrices[last]);
        }
        times[next] = timeMillis;
        logPrices[next] = logPrice;
        next = (next + 1) % CAPACITY;
        count = Math.min(CAPACITY, count + 1);
    }

    private void learn(long elapsedMillis, double logReturn) {
        if (elapsedMillis > WARM_UP * 1_000L) {
            return; // A night or a halt says nothing of a second.
        }
        double squared = logReturn * logReturn / elapsedMillis;
        if (Double.isNaN(variance)) {
            variance = squared;
        } else {
            double bounded =
                    learned < WARM_UP ? squared : Math.min(squared, WINSOR * WINSOR * variance);
            double keep = Math.pow(0.5, elapsedMillis / HALF_LIFE_MILLIS);
            // Before the warm-up is over, a plain mean.
            keep = Math.min(keep, learned / (learned + 1.0));
            variance = keep * variance + (1 - keep) * bounded;
        }
        learned++;
    }

    /**
     * Returns the move after a time that stands out most: the return from the last price at or
     * before {@code sinceMillis} to one within {@code reachMillis} after it / its usual deviation,
     * signed; NaN while warming up, when there is no price so old, or none after it.
     */
    double largestMove(long sinceMillis, long reachMillis, double leastElapsedMillis) {
        if (learned < WARM_UP || !(variance > 0)) {
            return Double.NaN;
        }
        double largest = Double.NaN;
        int start = -1;
        for (int age = count; age >= 1; age--) {
            int at = (next + CAPACITY - age) % CAPACITY;
            if (times[at] <= sinceMillis) {
                start = at;
            } else if (start < 0 || times[at] > sinceMillis + reachMillis) {
                break;
            } else {
                double elapsed = Math.max(leastElapsedMillis, (double) (times[at] - times[start]));
                double z = (logPrices[at] - logPrices[start]) / Math.sqrt(variance * elapsed);
                if (Double.isNaN(largest) || Math.abs(z) > Math.abs(largest)) {
                    largest = z;
                }
            }
        }
        return largest;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(count);
        out.writeInt(next);
        out.writeDouble(variance);
        out.writeInt(learned);
        for (int i = 0; i < count; i++) {
            out.writeLong(times[i]);
            out.writeDouble(logPrices[i]);
        }
    }

    void readFrom(DataInput in) throws IOException {
        count = in.readInt();
        next = in.readInt();
        variance = in.readDouble();
        learned = in.readInt();
        for (int i = 0; i < count; i++) {
            times[i] = in.readLong();
            logPrices[i] = in.readDouble();
        }
    }
}
