package io.huihui.models.metric;

import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Prices at which blocks were printed off exchange: clusters of five cents with their shares, which
 * count half after an hour. At most {@link #MOST} clusters; the smallest makes room.
 */
final class BlockLevels implements BinaryState {

    private static final int VERSION = 1;

    /** Clusters that are kept. */
    static final int MOST = 24;

    /** Clusters per currency unit: multiples of five cents. */
    private static final double PER_UNIT = 20;

    private static final double HALF_LIFE_MILLIS = 3_600_000;

    private final long[] clusters = new long[MOST];
    private final double[] shares = new double[MOST];
    private int count;

    /** Instant at which {@link #shares} are meant. */
    private long atMillis;

    /** Adds a block, also one of an earlier time. */
    void add(long millis, double price, double size) {
        age(millis);
        double counts = size * Math.pow(0.5, (atMillis - millis) / HALF_LIFE_MILLIS);
        long cluster = Math.round(price * PER_UNIT);
        for (int i = 0; i < count; i++) {
            if (clusters[i] == cluster) {
                shares[i] += counts;
                return;
            }
        }
        int at = count < MOST ? count++ : smallest();
        clusters[at] = cluster;
        shares[at] = counts;
    }

    /** Lets shares fade to a time. */
    void age(long millis) {
        if (millis > atMillis) {
            double factor = Math.pow(0.5, (millis - atMillis) / HALF_LIFE_MILLIS);
            for (int i = 0; i < count; i++) {
                shares[i] *= factor;
            }
            atMillis = millis;
        }
    }

    /** Forgets every cluster: begins a date. */
    void clear() {
        count = 0;
    }

    /** Returns the place of the largest cluster, the lower price of equal ones; -1 when none. */
    int largest() {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (best < 0
                    || shares[i] > shares[best]
                    || (shares[i] == shares[best] && clusters[i] < clusters[best])) {
                best = i;
            }
        }
        return best;
    }

    double price(int place) {
        return clusters[place] / PER_UNIT;
    }

    double shares(int place) {
        return shares[place];
    }

    private int smallest() {
        int least = 0;
        for (int i = 1; i < count; i++) {
            if (shares[i] < shares[least]
                    || (shares[i] == shares[least] && clusters[i] > clusters[least])) {
                least = i;
            }
        }
        return least;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(atMillis);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeLong(clusters[i]);
            out.writeDouble(shares[i]);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "block-levels");
        atMillis = in.readLong();
        count = in.readInt();
        for (int i = 0; i < count; i++) {
            clusters[i] = in.readLong();
            shares[i] = in.readDouble();
        }
    }
}
