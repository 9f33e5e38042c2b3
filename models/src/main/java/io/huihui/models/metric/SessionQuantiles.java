package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import com.tdunning.math.stats.Centroid;
import com.tdunning.math.stats.MergingDigest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;

/**
 * The distribution of one metric in each session of the day, over its whole history, as a t-digest:
 * the source of dynamic thresholds and of percentile features.
 *
 * <p>Reference: T. Dunning, "The t-digest: efficient estimates of distributions", Software Impacts,
 * 2021.
 */
public final class SessionQuantiles implements BinaryState {

    /** Fewer samples give no threshold; the static one stands in. */
    public static final int FEWEST_SAMPLES = 100;

    private static final int VERSION = 1;

    /** About 100 centroids: rank error below 0.5 % in the tails. */
    private static final double COMPRESSION = 100;

    private static final int SESSIONS = Session.count();

    /** First number of the library's lossless bytes. */
    private static final int VERBOSE_ENCODING = 1;

    /** Encoding, least, largest, compression, count. */
    private static final int HEADER_BYTES = 2 * Integer.BYTES + 3 * Double.BYTES;

    private final MergingDigest[] digests = new MergingDigest[SESSIONS];

    /**
     * Publishes the rank of the value among earlier ones of the session, then takes the value when
     * the moment is a sample.
     */
    void publish(Moment now, double value, Feature feature, FeatureVector.Builder out) {
        if (Double.isNaN(value) || !now.isOpen()) {
            return;
        }
        MergingDigest digest = digests[now.session().ordinal()];
        if (digest == null || digest.size() < FEWEST_SAMPLES) {
            out.missing(feature, Quality.WARMUP);
        } else {
            out.set(feature, Math.max(0, Math.min(1, digest.cdf(value))));
        }
        if (now.isSample()) {
            if (digest == null) {
                digest = new MergingDigest(COMPRESSION);
                digest.useAlternatingSort = false;
                digests[now.session().ordinal()] = digest;
            }
            digest.add(value);
            // A digest holds more than its bytes say (spare cells, merge counts). Going on from the
            // bytes each time makes a restored digest and one that never stopped the same.
            digests[now.session().ordinal()] = canonical(digest);
        }
    }

    /** Returns how many samples a session has. */
    long samples(Session session) {
        MergingDigest digest = digests[session.ordinal()];
        return digest == null ? 0 : digest.size();
    }

    /**
     * Returns the level below which this share of a session's values lay; NaN below 100 samples.
     */
    double level(Session session, double share) {
        return samples(session) < FEWEST_SAMPLES
                ? Double.NaN
                : digests[session.ordinal()].quantile(share);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        for (MergingDigest digest : digests) {
            byte[] bytes = digest == null ? new byte[0] : bytes(digest);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "session-quantiles");
        for (int i = 0; i < SESSIONS; i++) {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            digests[i] = bytes.length == 0 ? null : digest(bytes);
        }
    }

    private static MergingDigest canonical(MergingDigest digest) {
        return digest(bytes(digest));
    }

    /** The library's lossless bytes, without the merge that it makes before it writes them. */
    private static byte[] bytes(MergingDigest digest) {
        Collection<Centroid> centroids = digest.centroids();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + centroids.size() * 2 * Double.BYTES);
        bytes.putInt(VERBOSE_ENCODING).putDouble(digest.getMin()).putDouble(digest.getMax());
        bytes.putDouble(COMPRESSION).putInt(centroids.size());
        for (Centroid centroid : centroids) {
            bytes.putDouble(centroid.count()).putDouble(centroid.mean());
        }
        return bytes.array();
    }

    private static MergingDigest digest(byte[] bytes) {
        MergingDigest digest = MergingDigest.fromBytes(ByteBuffer.wrap(bytes));
        digest.useAlternatingSort = false;
        return digest;
    }
}
