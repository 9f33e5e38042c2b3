package io.huihui.models.metric;

import com.tdunning.math.stats.Centroid;
import com.tdunning.math.stats.MergingDigest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/**
 * Makes, writes and reads t-digests so that one that was restored goes on exactly as one that never
 * stopped.
 *
 * <p>Reference: T. Dunning, "The t-digest: efficient estimates of distributions", Software Impacts,
 * 2021.
 */
public final class Digests {

    /** First number of the library's lossless bytes. */
    private static final int VERBOSE_ENCODING = 1;

    /** Encoding, least, largest, compression, count. */
    private static final int HEADER_BYTES = 2 * Integer.BYTES + 3 * Double.BYTES;

    private Digests() {}

    /** Returns an empty digest of about so many centroids. */
    public static MergingDigest empty(double compression) {
        MergingDigest digest = new MergingDigest(compression);
        digest.useAlternatingSort = false;
        return digest;
    }

    /**
     * Returns the digest as a restore would give it. A digest holds more than its bytes say (spare
     * cells, merge counts), so whoever adds to one goes on from this.
     */
    public static MergingDigest canonical(MergingDigest digest) {
        return digest(bytes(digest));
    }

    /** Returns one digest of what two hold; either may be null. */
    static MergingDigest union(MergingDigest one, MergingDigest other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        MergingDigest union = canonical(one);
        union.add(List.of(other));
        return canonical(union);
    }

    /** Writes a digest, or that there is none. */
    public static void write(MergingDigest digest, DataOutput out) throws IOException {
        byte[] bytes = digest == null ? new byte[0] : bytes(digest);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Returns what {@link #write} wrote; null when there was none. */
    public static MergingDigest read(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes.length == 0 ? null : digest(bytes);
    }

    /**
     * The library's lossless bytes, without the merge that it makes before it writes them. The mean
     * of many equal values is sometimes off by a rounding; beyond an end of the distribution it
     * would be sorted before the single sample that the library keeps there and relies on.
     */
    private static byte[] bytes(MergingDigest digest) {
        Collection<Centroid> centroids = digest.centroids();
        double least = digest.getMin();
        double largest = digest.getMax();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + centroids.size() * 2 * Double.BYTES);
        bytes.putInt(VERBOSE_ENCODING).putDouble(least).putDouble(largest);
        bytes.putDouble(digest.compression()).putInt(centroids.size());
        for (Centroid centroid : centroids) {
            double mean = Math.max(least, Math.min(largest, centroid.mean()));
            bytes.putDouble(centroid.count()).putDouble(mean);
        }
        return bytes.array();
    }

    private static MergingDigest digest(byte[] bytes) {
        MergingDigest digest = MergingDigest.fromBytes(ByteBuffer.wrap(bytes));
        digest.useAlternatingSort = false;
        return digest;
    }
}
