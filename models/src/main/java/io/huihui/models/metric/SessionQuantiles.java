package io.huihui.models.metric;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import com.tdunning.math.stats.MergingDigest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

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
                digest = Digests.empty(COMPRESSION);
            }
            digest.add(value);
            digests[now.session().ordinal()] = Digests.canonical(digest);
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
            Digests.write(digest, out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "session-quantiles");
        for (int i = 0; i < SESSIONS; i++) {
            digests[i] = Digests.read(in);
        }
    }
}
