package io.huihui.models.metric;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Sums of several measures over trailing windows, in buckets of one second. Numbers are kept in
 * fixed point, so adding and taking away is exact: the sums do not depend on the order of events,
 * never drift and never end below zero. A bucket stays for the longest window and {@link
 * Moment#CORRECTION_SECONDS} more, so that late data can be added to its own second.
 */
public final class SecondBuckets implements BinaryState {

    /** Fixed-point units in 1: about a millionth of a share, contract or currency unit. */
    static final double UNITS = 1 << 20;

    /** One addition beyond this is cut: ninety of them still fit the 63 bits of a sum. */
    static final double LARGEST = 1e11;

    private static final int VERSION = 1;
    private static final long NONE = Long.MIN_VALUE;

    private final int measures;
    private final int[] windows;
    private final int capacity;
    private final long[] open;
    private final long[] sums;

    /** Bucket-major; null until something was added, since many symbols lack whole feeds. */
    private long[] buckets;

    private long newest = NONE;

    /**
     * @param windows lengths in seconds, shortest first
     */
    public SecondBuckets(int measures, int... windows) {
        this.measures = measures;
        this.windows = windows.clone();
        this.capacity = windows[windows.length - 1] + Moment.CORRECTION_SECONDS + 1;
        this.open = new long[measures];
        this.sums = new long[windows.length * measures];
    }

    /** Adds to the second that is being filled; {@link #close} puts it into the windows. */
    public void add(int measure, double value) {
        open[measure] += fixed(value);
    }

    /** Ends the second that is being filled; seconds between the last one and it are empty. */
    public void close(long second) {
        advance(second);
        boolean empty = true;
        for (long value : open) {
            empty &= value == 0;
        }
        if (empty) {
            return;
        }
        ensureBuckets();
        int base = base(second);
        for (int measure = 0; measure < measures; measure++) {
            long value = open[measure];
            buckets[base + measure] = value;
            for (int at = measure; at < sums.length; at += measures) {
                sums[at] += value;
            }
        }
        Arrays.fill(open, 0);
    }

    /** Adds to a second that has been closed; returns false when it is no longer kept. */
    public boolean correct(long second, int measure, double value) {
        if (newest == NONE || second > newest || second <= newest - capacity) {
            return false;
        }
        ensureBuckets();
        long fixed = fixed(value);
        buckets[base(second) + measure] += fixed;
        for (int window = 0; window < windows.length; window++) {
            if (second > newest - windows[window]) {
                sums[window * measures + measure] += fixed;
            }
        }
        return true;
    }

    /** Returns the sum over a window that ends now. */
    public double sum(int measure, int window) {
        return sums[window * measures + measure] / UNITS;
    }

    /**
     * Returns the sum over a window that ended with an earlier second, at most {@link
     * Moment#CORRECTION_SECONDS} ago: the present sum, less what came since, and what has left.
     */
    public double sumAsOf(long second, int measure, int window) {
        long left = second - windows[window];
        long sum = sums[window * measures + measure];
        sum -= fixedBetween(second, newest, measure);
        sum += fixedBetween(left, newest - windows[window], measure);
        return sum / UNITS;
    }

    /** Returns the sum over the seconds after {@code from} up to {@code to}. */
    public double sumBetween(long from, long to, int measure) {
        return fixedBetween(from, to, measure) / UNITS;
    }

    private long fixedBetween(long from, long to, int measure) {
        if (buckets == null) {
            return 0;
        }
        long sum = 0;
        long last = Math.min(to, newest);
        for (long second = Math.max(from, newest - capacity) + 1; second <= last; second++) {
            sum += buckets[base(second) + measure];
        }
        return sum;
    }

    private void advance(long second) {
        if (newest == NONE || buckets == null) {
            newest = second;
            return;
        }
        if (second - newest >= capacity) {
            Arrays.fill(buckets, 0);
            Arrays.fill(sums, 0);
            newest = second;
            return;
        }
        while (newest < second) {
            newest++;
            for (int window = 0; window < windows.length; window++) {
                int leaving = base(newest - windows[window]);
                int at = window * measures;
                for (int measure = 0; measure < measures; measure++) {
                    sums[at + measure] -= buckets[leaving + measure];
                }
            }
            int reused = base(newest);
            Arrays.fill(buckets, reused, reused + measures, 0);
        }
    }

    private int base(long second) {
        return (int) Math.floorMod(second, (long) capacity) * measures;
    }

    private void ensureBuckets() {
        if (buckets == null) {
            buckets = new long[capacity * measures];
        }
    }

    private static long fixed(double value) {
        double cut = Math.max(-LARGEST, Math.min(LARGEST, value));
        return (long) Math.rint(cut * UNITS);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(newest);
        out.writeBoolean(buckets != null);
        if (buckets != null) {
            StateArrays.writeSparse(out, buckets);
        }
        StateArrays.writeSparse(out, sums);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "second-buckets");
        newest = in.readLong();
        buckets = in.readBoolean() ? StateArrays.readSparse(in) : null;
        long[] read = StateArrays.readSparse(in);
        System.arraycopy(read, 0, sums, 0, sums.length);
    }
}
