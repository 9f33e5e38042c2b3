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
import java.util.Arrays;

/**
 * The distribution of one metric in each session of the day as a t-digest: the one source of
 * dynamic thresholds, of percentile features and of the bounds of regime rules. The last ten to
 * twenty dates count: after ten the oldest ten are forgotten.
 *
 * <p>Reference: T. Dunning, "The t-digest: efficient estimates of distributions", Software Impacts,
 * 2021.
 */
public final class SessionQuantiles implements BinaryState {

    /** Fewer samples give no threshold; the static one stands in. */
    public static final int FEWEST_SAMPLES = 100;

    private static final int VERSION = 2;

    /** Release 0.1.0: nothing waited and nothing was forgotten. */
    private static final int WITHOUT_GENERATIONS = 1;

    /** About 50 centroids: rank error of about 1 % in the middle, far less in the tails. */
    private static final double COMPRESSION = 50;

    /** Dates in one generation of samples. */
    private static final int DATES = 10;

    /** Samples that wait to be merged at once: a merge costs about as much as ten samples. */
    private static final int MERGED_AT_ONCE = 20;

    private static final int SESSIONS = Session.count();
    private static final Session[] ALL = Session.values();
    private static final long NEVER = Long.MIN_VALUE;

    /** By session: of the dates of this generation, of the one before, and of both. */
    private final MergingDigest[] younger = new MergingDigest[SESSIONS];

    private final MergingDigest[] older = new MergingDigest[SESSIONS];
    private final MergingDigest[] digests = new MergingDigest[SESSIONS];

    /** Samples of one session that are not in its digest yet. */
    private final double[] waiting = new double[MERGED_AT_ONCE];

    private int waitingCount;
    private Session waitingFor = Session.CLOSED;
    private long date = NEVER;
    private int dates;

    /**
     * Publishes the rank of the value among earlier ones of the session, then takes the value when
     * the moment is a sample.
     */
    void publish(Moment now, double value, Feature feature, FeatureVector.Builder out) {
        if (Double.isNaN(value) || !now.isOpen()) {
            return;
        }
        MergingDigest digest = digests[now.session().ordinal()];
        if (samples(now.session()) < FEWEST_SAMPLES) {
            out.missing(feature, Quality.WARMUP);
        } else {
            out.set(feature, Math.max(0, Math.min(1, digest.cdf(value))));
        }
        offer(now, value);
    }

    /** Takes the value when the moment is a sample of regular trading and the value a number. */
    void offer(Moment now, double value) {
        if (now.isSample() && now.isOpen() && !Double.isNaN(value)) {
            add(now.session(), now.date(), value);
        }
    }

    /**
     * Takes a sample.
     *
     * @param newYorkDate epoch day; after ten dates the oldest ten are forgotten
     */
    public void add(Session session, long newYorkDate, double value) {
        if (newYorkDate != date) {
            startDay(newYorkDate);
        }
        if (session != waitingFor) {
            merge();
            waitingFor = session;
        }
        waiting[waitingCount++] = value;
        if (waitingCount == MERGED_AT_ONCE) {
            merge();
        }
    }

    /** Takes a value that a former release counted so often. */
    public void adopt(Session session, double value, long count) {
        double[] equal = new double[MERGED_AT_ONCE];
        Arrays.fill(equal, value);
        for (long left = count; left > 0; left -= MERGED_AT_ONCE) {
            merge(session.ordinal(), equal, (int) Math.min(left, MERGED_AT_ONCE));
        }
    }

    private void startDay(long newYorkDate) {
        merge();
        date = newYorkDate;
        dates++;
        if (dates > DATES) {
            dates = 1;
            for (int i = 0; i < SESSIONS; i++) {
                older[i] = younger[i];
                younger[i] = null;
                digests[i] = older[i];
            }
        }
    }

    private void merge() {
        merge(waitingFor.ordinal(), waiting, waitingCount);
        waitingCount = 0;
    }

    /** Few samples at once: the library merges by itself what does not fit its buffer. */
    private void merge(int session, double[] samples, int count) {
        if (count == 0) {
            return;
        }
        MergingDigest digest =
                younger[session] == null ? Digests.empty(COMPRESSION) : younger[session];
        for (int i = 0; i < count; i++) {
            digest.add(samples[i]);
        }
        younger[session] = Digests.canonical(digest);
        digests[session] = Digests.union(older[session], younger[session]);
    }

    /** Returns how many samples of a session count; those that wait do not yet. */
    public long samples(Session session) {
        MergingDigest digest = digests[session.ordinal()];
        return digest == null ? 0 : digest.size();
    }

    /**
     * Returns the level below which this share of a session's values lay; NaN below 100 samples.
     */
    public double level(Session session, double share) {
        return samples(session) < FEWEST_SAMPLES
                ? Double.NaN
                : digests[session.ordinal()].quantile(share);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(date);
        out.writeByte(waitingFor.ordinal());
        out.writeByte(dates);
        StateArrays.write(out, waiting, waitingCount);
        for (int i = 0; i < SESSIONS; i++) {
            Digests.write(younger[i], out);
            Digests.write(older[i], out);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "session-quantiles");
        boolean generations = version > WITHOUT_GENERATIONS;
        date = generations ? in.readLong() : NEVER;
        waitingFor = generations ? ALL[in.readByte()] : Session.CLOSED;
        dates = generations ? in.readByte() : 0;
        double[] read = generations ? StateArrays.readDoubles(in) : new double[0];
        waitingCount = read.length;
        System.arraycopy(read, 0, waiting, 0, waitingCount);
        for (int i = 0; i < SESSIONS; i++) {
            younger[i] = Digests.read(in);
            older[i] = generations ? Digests.read(in) : null;
            digests[i] = Digests.union(older[i], younger[i]);
        }
    }
}
