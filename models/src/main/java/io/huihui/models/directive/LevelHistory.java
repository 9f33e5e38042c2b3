package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;
import io.huihui.models.metric.Digests;
import io.huihui.models.serialization.BinaryState;

import com.tdunning.math.stats.MergingDigest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;

/**
 * What the strikes of one symbol showed in the last 20 sessions, one small digest per session and
 * measure: at most about 60 KiB.
 */
public final class LevelHistory implements BinaryState {

    /** The look-back of the predecessor. */
    static final int MOST_SESSIONS = 20;

    /** Fewer values give no rank; the measure is then absent. */
    static final int FEWEST_VALUES = 100;

    private static final int STATE_VERSION = 1;

    /** About 30 centroids: rank error near 1 % in the middle, less in the tails. */
    private static final double COMPRESSION = 30;

    private static final LevelMeasure[] MEASURES = LevelMeasure.values();

    private final ArrayDeque<Day> days = new ArrayDeque<>();

    /** One session; a measure without values has no digest. */
    private static final class Day {
        private final long date;
        private final MergingDigest[] digests = new MergingDigest[MEASURES.length];

        Day(long date) {
            this.date = date;
        }
    }

    /** Adds all strikes of a profile; the oldest session goes when a 21st begins. */
    public void add(StrikeProfile profile) {
        long date = TradingCalendar.newYork().date(profile.id().secondEndMillis());
        Day today = days.peekLast();
        if (today == null || today.date != date) {
            today = new Day(date);
            days.addLast(today);
            if (days.size() > MOST_SESSIONS) {
                days.removeFirst();
            }
        }
        for (LevelMeasure measure : MEASURES) {
            add(measure, profile, today.digests);
        }
    }

    private static void add(LevelMeasure measure, StrikeProfile profile, MergingDigest[] digests) {
        MergingDigest digest = digests[measure.ordinal()];
        for (StrikeRow row : profile.rows()) {
            double value = measure.of(row);
            if (Double.isFinite(value)) {
                if (digest == null) {
                    digest = Digests.empty(COMPRESSION);
                }
                digest.add(value);
            }
        }
        digests[measure.ordinal()] = digest == null ? null : Digests.canonical(digest);
    }

    /** Returns whether a source can be ranked, so that there is a score at all. */
    public boolean isWarm() {
        for (LevelMeasure measure : MEASURES) {
            if (measure.isSource() && values(measure) >= FEWEST_VALUES) {
                return true;
            }
        }
        return false;
    }

    /** Returns the share 0..1 of earlier values below this one; NaN when there are too few. */
    public double rank(LevelMeasure measure, double value) {
        long values = values(measure);
        if (!Double.isFinite(value) || values < FEWEST_VALUES) {
            return Double.NaN;
        }
        double below = 0;
        for (Day day : days) {
            MergingDigest digest = day.digests[measure.ordinal()];
            if (digest != null) {
                below += digest.size() * digest.cdf(value);
            }
        }
        return Math.max(0, Math.min(1, below / values));
    }

    private long values(LevelMeasure measure) {
        long values = 0;
        for (Day day : days) {
            MergingDigest digest = day.digests[measure.ordinal()];
            values += digest == null ? 0 : digest.size();
        }
        return values;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeByte(days.size());
        for (Day day : days) {
            out.writeLong(day.date);
            for (MergingDigest digest : day.digests) {
                Digests.write(digest, out);
            }
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, STATE_VERSION, "level history");
        days.clear();
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            Day day = new Day(in.readLong());
            for (int m = 0; m < MEASURES.length; m++) {
                day.digests[m] = Digests.read(in);
            }
            days.addLast(day);
        }
    }
}
