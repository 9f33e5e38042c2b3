package io.huihui.models.expert.regime;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.metric.SessionQuantiles;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the rules need to remember about the metrics they name: their distribution in each session
 * for dynamic thresholds, and one value per minute for changes.
 */
final class MetricMemory {

    /** One sample per metric and ten seconds: neighbouring seconds say the same. */
    static final long SAMPLE_MILLIS = 10_000;

    private static final int RING = RuleMetric.LONGEST_CHANGE_MINUTES + 1;
    private static final Session[] SESSIONS = Session.values();

    private final List<RuleMetric> metrics;

    /** By metric: of its values, and of their sizes; null where no rule asks for them. */
    private final SessionQuantiles[] values;

    private final SessionQuantiles[] sizes;
    private final double[][] ring;
    private final long[] ringMinutes = new long[RING];
    private long lastSampleMillis;

    MetricMemory(RegimeRules rules) {
        List<Condition.Compare> comparisons = new ArrayList<>();
        List<RuleMetric> named = new ArrayList<>();
        for (RegimeRule rule : rules.rules()) {
            for (Condition.Compare compare : rule.comparisons()) {
                comparisons.add(compare);
                if (!named.contains(compare.metric())) {
                    named.add(compare.metric());
                }
            }
        }
        metrics = List.copyOf(named);
        values = new SessionQuantiles[metrics.size()];
        sizes = new SessionQuantiles[metrics.size()];
        for (Condition.Compare compare : comparisons) {
            if (compare.bound() instanceof Bound.Dynamic) {
                quantiles(compare.comparison().isAbsolute())[metrics.indexOf(compare.metric())] =
                        new SessionQuantiles();
            }
        }
        ring = new double[metrics.size()][RING];
        for (double[] minutes : ring) {
            Arrays.fill(minutes, Double.NaN);
        }
    }

    /** Takes what an earlier memory knows of metrics that are named here, too. */
    void takeOver(MetricMemory earlier) {
        lastSampleMillis = earlier.lastSampleMillis;
        System.arraycopy(earlier.ringMinutes, 0, ringMinutes, 0, RING);
        for (int i = 0; i < metrics.size(); i++) {
            int place = earlier.metrics.indexOf(metrics.get(i));
            if (place >= 0) {
                ring[i] = earlier.ring[place];
                values[i] = values[i] == null ? null : orNew(earlier.values[place]);
                sizes[i] = sizes[i] == null ? null : orNew(earlier.sizes[place]);
            }
        }
    }

    private static SessionQuantiles orNew(SessionQuantiles known) {
        return known == null ? new SessionQuantiles() : known;
    }

    private SessionQuantiles[] quantiles(boolean absolute) {
        return absolute ? sizes : values;
    }

    /**
     * Returns the value of the metric now; NaN when it, or what it is compared with, is missing.
     */
    double value(RuleMetric metric, FeatureSnapshot snapshot) {
        double now = snapshot.features().orNaN(metric.feature());
        if (metric.changeMinutes() == 0) {
            return now;
        }
        long minute = snapshot.id().secondEndMillis() / 60_000L - metric.changeMinutes();
        int place = (int) (minute % RING);
        return ringMinutes[place] == minute
                ? now - ring[metrics.indexOf(metric)][place]
                : Double.NaN;
    }

    /** Returns the bound of a comparison in this session. */
    double bound(Condition.Compare compare, Session session) {
        if (compare.bound() instanceof Bound.Dynamic dynamic) {
            double level =
                    quantiles(compare.comparison().isAbsolute())[metrics.indexOf(compare.metric())]
                            .level(session, dynamic.level().quantile());
            return Double.isNaN(level) ? dynamic.fallback() : level;
        }
        return ((Bound.Fixed) compare.bound()).value();
    }

    /** Takes the snapshot into memory; called after it was judged, so it never judges itself. */
    void remember(FeatureSnapshot snapshot, Session session, long tradingDate) {
        long now = snapshot.id().secondEndMillis();
        if (now - lastSampleMillis >= SAMPLE_MILLIS) {
            lastSampleMillis = now;
            for (int i = 0; i < metrics.size(); i++) {
                double value = value(metrics.get(i), snapshot);
                if (!Double.isNaN(value)) {
                    sample(values[i], session, tradingDate, value);
                    sample(sizes[i], session, tradingDate, Math.abs(value));
                }
            }
        }
        rememberMinute(snapshot, now / 60_000L);
    }

    private static void sample(
            SessionQuantiles quantiles, Session session, long tradingDate, double value) {
        if (quantiles != null) {
            quantiles.add(session, tradingDate, value);
        }
    }

    private void rememberMinute(FeatureSnapshot snapshot, long minute) {
        int place = (int) (minute % RING);
        if (ringMinutes[place] != minute) {
            ringMinutes[place] = minute;
            for (int i = 0; i < metrics.size(); i++) {
                ring[i][place] = snapshot.features().orNaN(metrics.get(i).feature());
            }
        }
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(lastSampleMillis);
        out.writeShort(metrics.size());
        for (int i = 0; i < metrics.size(); i++) {
            out.writeUTF(metrics.get(i).text());
            for (double value : ring[i]) {
                out.writeDouble(value);
            }
            write(values[i], out);
            write(sizes[i], out);
        }
        for (long minute : ringMinutes) {
            out.writeLong(minute);
        }
    }

    private static void write(SessionQuantiles quantiles, DataOutput out) throws IOException {
        out.writeBoolean(quantiles != null);
        if (quantiles != null) {
            quantiles.writeTo(out);
        }
    }

    /**
     * Restores what metrics of the stored rules are still named by the present ones; the others are
     * dropped, and new ones start empty.
     */
    void readFrom(DataInput in) throws IOException {
        lastSampleMillis = in.readLong();
        int stored = in.readShort();
        for (int i = 0; i < stored; i++) {
            int place = readRing(in);
            read(place < 0 ? null : values[place], in);
            read(place < 0 ? null : sizes[place], in);
        }
        readMinutes(in);
    }

    /** Drops what is stored where nothing asks for it. */
    private static void read(SessionQuantiles quantiles, DataInput in) throws IOException {
        if (in.readBoolean()) {
            (quantiles == null ? new SessionQuantiles() : quantiles).readFrom(in);
        }
    }

    /** Restores what release 0.1.0 wrote. */
    void readReleased(DataInput in) throws IOException {
        in.readLong(); // date
        lastSampleMillis = in.readLong();
        int[] place = new int[in.readShort()];
        for (int i = 0; i < place.length; i++) {
            place[i] = readRing(in);
        }
        readMinutes(in);
        int histograms = in.readShort();
        for (int i = 0; i < histograms; i++) {
            int key = in.readInt();
            ReleasedHistogram histogram = ReleasedHistogram.read(in);
            int metric = place[key / SESSIONS.length];
            Session session = SESSIONS[key % SESSIONS.length];
            for (boolean absolute : new boolean[] {false, true}) {
                if (metric >= 0 && quantiles(absolute)[metric] != null) {
                    histogram.copyTo(quantiles(absolute)[metric], session, absolute);
                }
            }
        }
    }

    /** Returns the place of the metric, -1 when no rule names it any more. */
    private int readRing(DataInput in) throws IOException {
        int place = placeOf(in.readUTF());
        for (int minute = 0; minute < RING; minute++) {
            double value = in.readDouble();
            if (place >= 0) {
                ring[place][minute] = value;
            }
        }
        return place;
    }

    private void readMinutes(DataInput in) throws IOException {
        for (int i = 0; i < RING; i++) {
            ringMinutes[i] = in.readLong();
        }
    }

    private int placeOf(String text) {
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).text().equals(text)) {
                return i;
            }
        }
        return -1;
    }
}
