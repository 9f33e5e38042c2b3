package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Volume-synchronised probability of informed trading: mean |bought - sold| / volume over the last
 * 50 buckets of equal volume. A bucket holds one fiftieth of the volume of the session before, and
 * {@link #FIRST_BUCKET_SHARES} until one is known.
 *
 * <p>Reference: D. Easley, M. Lopez de Prado, M. O'Hara, "Flow toxicity and liquidity in a
 * high-frequency world", Review of Financial Studies, 2012, eq. 8.
 */
public final class VolumeBuckets implements BinaryState {

    private static final int VERSION = 1;
    private static final int BUCKETS = 50;

    /** Bucket of the first session; a liquid share trades some hundreds of these a day. */
    static final double FIRST_BUCKET_SHARES = 10_000;

    private final double[] imbalances = new double[BUCKETS];
    private int count;
    private double bucketShares;
    private double bought;
    private double sold;

    /** Returns buckets of the first session's size. */
    public VolumeBuckets() {
        this(FIRST_BUCKET_SHARES);
    }

    /**
     * @param bucketShares shares of a bucket until a session's volume is known
     */
    public VolumeBuckets(double bucketShares) {
        this.bucketShares = bucketShares;
    }

    /** Begins a New York date with the volume of the session before. */
    void startDay(double sharesBefore) {
        if (sharesBefore > 0) {
            bucketShares = sharesBefore / BUCKETS;
        }
    }

    /** Takes a trade; one whose side is unknown counts half to either side. */
    public void onTrade(double size, Aggressor side) {
        double left = size;
        while (left > 0) {
            double room = bucketShares - bought - sold;
            double part = Math.min(left, room);
            double buyShare = side == Aggressor.UNKNOWN ? 0.5 : side == Aggressor.BUY ? 1 : 0;
            bought += part * buyShare;
            sold += part * (1 - buyShare);
            left -= part;
            if (part >= room) {
                closeBucket();
                left = skipWholeTurns(left, side);
            }
        }
    }

    /**
     * A print of more than fifty buckets only fills all of them again: its whole turns are left
     * out.
     */
    private double skipWholeTurns(double left, Aggressor side) {
        double turn = bucketShares * BUCKETS;
        return left > 2 * turn && side != Aggressor.UNKNOWN
                ? turn + left % turn
                : Math.min(left, 2 * turn);
    }

    private void closeBucket() {
        imbalances[count % BUCKETS] = Math.abs(bought - sold) / bucketShares;
        count++;
        if (count == 2 * BUCKETS) {
            count = BUCKETS; // keeps the place and bounds the number
        }
        bought = 0;
        sold = 0;
    }

    void publish(FeatureVector.Builder out) {
        if (count == 0 && bought + sold == 0) {
            return;
        }
        if (count < BUCKETS) {
            out.missing(Feature.VPIN, Quality.WARMUP);
            return;
        }
        out.set(Feature.VPIN, value());
    }

    /** Returns the mean imbalance, 0..1; NaN before fifty buckets are full. */
    public double value() {
        if (count < BUCKETS) {
            return Double.NaN;
        }
        double sum = 0;
        for (double imbalance : imbalances) {
            sum += imbalance;
        }
        return Math.min(1, sum / BUCKETS);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        StateArrays.write(out, imbalances, BUCKETS);
        out.writeInt(count);
        out.writeDouble(bucketShares);
        out.writeDouble(bought);
        out.writeDouble(sold);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "volume-buckets");
        StateArrays.readInto(in, imbalances);
        count = in.readInt();
        bucketShares = in.readDouble();
        bought = in.readDouble();
        sold = in.readDouble();
    }
}
