package io.huihui.models.learner;

import io.huihui.models.Require;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The mean of the recent past of values in 0..1, where "recent" reaches back to the last change: a
 * window that grows while the values look alike and drops its old part when two parts of it differ
 * by more than chance.
 *
 * <p>The window is an exponential histogram: rows of at most {@link #PER_ROW} buckets, each bucket
 * of row r holding 2^r values, so that n values take O(log n) memory.
 *
 * <p>Reference: Bifet, Gavaldà, "Learning from time-changing data with adaptive windowing", SDM,
 * 2007; the cut of ADWIN2, delta' = delta / ln(n).
 */
public final class Adwin implements BinaryState {

    /** The paper's M: with five buckets of a size a cut is placed within a fifth. */
    private static final int PER_ROW = 5;

    /** A row holds one bucket too many for the moment in which its two oldest become one. */
    private static final int STRIDE = PER_ROW + 1;

    /** Fewer values than this in one part say nothing about its mean. */
    private static final int FEWEST = 5;

    /** The paper's delta. */
    private static final double USUAL_DELTA = 0.002;

    private static final int STATE_VERSION = 1;

    private double delta;
    private int checkEvery;

    /** Sums and sums of squares by bucket, [row * STRIDE + place], oldest place first. */
    private double[] sums = new double[STRIDE];

    private double[] squares = new double[STRIDE];
    private int[] filled = new int[1];

    private long width;
    private double sum;
    private double squareSum;
    private int sinceCheck;

    /** Looks at every value, with the paper's delta. */
    public Adwin() {
        this(USUAL_DELTA, 1);
    }

    /**
     * A window that has seen nothing.
     *
     * @param delta bound on the chance of a false cut, above 0, below 1
     * @param checkEvery how many values apart the window looks for a cut, at least 1
     */
    public Adwin(double delta, int checkEvery) {
        Require.that(delta > 0 && delta < 1, "0 < delta < 1", "delta=" + delta);
        Require.that(checkEvery >= 1, "checkEvery >= 1", "checkEvery=" + checkEvery);
        this.delta = delta;
        this.checkEvery = checkEvery;
    }

    /** Takes a value of 0..1 in and returns whether an old part was dropped. */
    public boolean add(double value) {
        Require.within("value", value, 0, 1);
        append(0, value, value * value);
        width++;
        sum += value;
        squareSum += value * value;
        if (++sinceCheck < checkEvery) {
            return false;
        }
        sinceCheck = 0;
        boolean cut = false;
        while (width >= 2 * FEWEST && differs()) {
            dropOldest();
            cut = true;
        }
        return cut;
    }

    /** Returns the mean of the window; NaN before the first value. */
    public double mean() {
        return width == 0 ? Double.NaN : sum / width;
    }

    /** Returns the variance of the window's values; NaN before the first. */
    public double variance() {
        return width == 0
                ? Double.NaN
                : Math.max(0, squareSum / width - (sum / width) * (sum / width));
    }

    /** Returns how many values the window holds. */
    public long width() {
        return width;
    }

    private void append(int row, double value, double square) {
        int at = row * STRIDE + filled[row];
        sums[at] = value;
        squares[at] = square;
        filled[row]++;
        if (filled[row] == STRIDE) {
            int first = row * STRIDE;
            double pairSum = sums[first] + sums[first + 1];
            double pairSquares = squares[first] + squares[first + 1];
            remove(row, 2);
            if (row + 1 == filled.length) {
                grow(filled.length + 1);
            }
            append(row + 1, pairSum, pairSquares);
        }
    }

    private void remove(int row, int oldest) {
        int first = row * STRIDE;
        filled[row] -= oldest;
        System.arraycopy(sums, first + oldest, sums, first, filled[row]);
        System.arraycopy(squares, first + oldest, squares, first, filled[row]);
    }

    private void grow(int rows) {
        sums = Arrays.copyOf(sums, rows * STRIDE);
        squares = Arrays.copyOf(squares, rows * STRIDE);
        filled = Arrays.copyOf(filled, rows);
    }

    /** Whether some place splits the window into two parts that differ by more than chance. */
    private boolean differs() {
        double variance = variance();
        double logTerm = Math.log(2 * Math.log((double) width) / delta);
        long older = 0;
        double olderSum = 0;
        for (int row = filled.length - 1; row >= 0; row--) {
            for (int place = 0; place < filled[row]; place++) {
                older += 1L << row;
                olderSum += sums[row * STRIDE + place];
                long newer = width - older;
                if (newer < FEWEST) {
                    return false;
                }
                if (older >= FEWEST) {
                    double apart = Math.abs(olderSum / older - (sum - olderSum) / newer);
                    double inverse = 1.0 / older + 1.0 / newer;
                    double bound = 2.0 / 3 * inverse * logTerm;
                    if (apart > bound + Math.sqrt(2 * inverse * variance * logTerm)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void dropOldest() {
        int row = filled.length - 1;
        while (filled[row] == 0) {
            row--;
        }
        int first = row * STRIDE;
        width -= 1L << row;
        sum -= sums[first];
        squareSum -= squares[first];
        remove(row, 1);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeDouble(delta);
        out.writeInt(checkEvery);
        out.writeInt(sinceCheck);
        out.writeLong(width);
        out.writeDouble(sum);
        out.writeDouble(squareSum);
        out.writeByte(filled.length);
        for (int row = 0; row < filled.length; row++) {
            out.writeByte(filled[row]);
            for (int place = 0; place < filled[row]; place++) {
                out.writeDouble(sums[row * STRIDE + place]);
                out.writeDouble(squares[row * STRIDE + place]);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "adaptive window");
        delta = in.readDouble();
        checkEvery = in.readInt();
        sinceCheck = in.readInt();
        width = in.readLong();
        sum = in.readDouble();
        squareSum = in.readDouble();
        int rows = in.readByte();
        sums = new double[rows * STRIDE];
        squares = new double[rows * STRIDE];
        filled = new int[rows];
        for (int row = 0; row < rows; row++) {
            filled[row] = in.readByte();
            for (int place = 0; place < filled[row]; place++) {
                sums[row * STRIDE + place] = in.readDouble();
                squares[row * STRIDE + place] = in.readDouble();
            }
        }
    }
}
