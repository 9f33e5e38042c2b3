package io.huihui.models.expert.regime;

import io.huihui.models.calendar.Session;
import io.huihui.models.feature.FeatureSnapshot;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the rules need to remember about the metrics they name: a sketch per (metric, session) for
 * dynamic thresholds, and one value per minute for changes.
 */
final class MetricMemory {

    /** Fewer samples than this make no quantile; the rule's fallback is used. */
    static final int FEWEST_SAMPLES = 100;

    /** One sample per metric and ten seconds: neighbouring seconds say the same. */
    static final long SAMPLE_MILLIS = 10_000;

    /** A session's weight after 20 sessions is about one third: the memory of the thresholds. */
    private static final double FADE_PER_DATE = 0.95;

    private static final int RING = RuleMetric.LONGEST_CHANGE_MINUTES + 1;

    private final List<RuleMetric> metrics;
    private final TreeMap<Integer, LogHistogram> sketches = new TreeMap<>();
    private final double[][] ring;
    private final long[] ringMinutes = new long[RING];
    private long date = Long.MIN_VALUE;
    private long lastSampleMillis;

    MetricMemory(RegimeRules rules) {
        List<RuleMetric> named = new ArrayList<>();
        for (RegimeRule rule : rules.rules()) {
            for (Condition.Compare compare : rule.comparisons()) {
                if (!named.contains(compare.metric())) {
                    named.add(compare.metric());
                }
            }
        }
        metrics = List.copyOf(named);
        ring = new double[metrics.size()][RING];
        for (double[] values : ring) {
            Arrays.fill(values, Double.NaN);
        }
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
            LogHistogram sketch = sketches.get(key(compare.metric(), session));
            if (sketch == null || sketch.total() < FEWEST_SAMPLES) {
                return dynamic.fallback();
            }
            double quantile = dynamic.level().quantile();
            return compare.comparison().isAbsolute()
                    ? sketch.absoluteQuantile(quantile)
                    : sketch.quantile(quantile);
        }
        return ((Bound.Fixed) compare.bound()).value();
    }

    /** Takes the snapshot into memory; called after it was judged, so it never judges itself. */
    void remember(FeatureSnapshot snapshot, Session session, long tradingDate) {
        long now = snapshot.id().secondEndMillis();
        if (tradingDate != date) {
            date = tradingDate;
            sketches.values().forEach(sketch -> sketch.fade(FADE_PER_DATE));
        }
        if (now - lastSampleMillis >= SAMPLE_MILLIS) {
            lastSampleMillis = now;
            for (RuleMetric metric : metrics) {
                double value = value(metric, snapshot);
                if (!Double.isNaN(value)) {
                    sketches.computeIfAbsent(key(metric, session), k -> new LogHistogram())
                            .add(value);
                }
            }
        }
        rememberMinute(snapshot, now / 60_000L);
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

    private int key(RuleMetric metric, Session session) {
        return metrics.indexOf(metric) * Session.count() + session.ordinal();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(date);
        out.writeLong(lastSampleMillis);
        out.writeShort(metrics.size());
        for (int i = 0; i < metrics.size(); i++) {
            out.writeUTF(metrics.get(i).text());
            for (double value : ring[i]) {
                out.writeDouble(value);
            }
        }
        for (long minute : ringMinutes) {
            out.writeLong(minute);
        }
        out.writeShort(sketches.size());
        for (Map.Entry<Integer, LogHistogram> sketch : sketches.entrySet()) {
            out.writeInt(sketch.getKey());
            sketch.getValue().writeTo(out);
        }
    }

    /**
     * Restores what metrics of the stored rules are still named by the present ones; the others are
     * dropped, and new ones start empty.
     */
    void readFrom(DataInput in) throws IOException {
        date = in.readLong();
        lastSampleMillis = in.readLong();
        int stored = in.readShort();
        int[] place = new int[stored];
        for (int i = 0; i < stored; i++) {
            place[i] = placeOf(in.readUTF());
            for (int minute = 0; minute < RING; minute++) {
                double value = in.readDouble();
                if (place[i] >= 0) {
                    ring[place[i]][minute] = value;
                }
            }
        }
        for (int i = 0; i < RING; i++) {
            ringMinutes[i] = in.readLong();
        }
        sketches.clear();
        int sketchCount = in.readShort();
        for (int i = 0; i < sketchCount; i++) {
            int key = in.readInt();
            LogHistogram sketch = new LogHistogram();
            sketch.readFrom(in);
            int metric = place[key / Session.count()];
            if (metric >= 0) {
                sketches.put(metric * Session.count() + key % Session.count(), sketch);
            }
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
