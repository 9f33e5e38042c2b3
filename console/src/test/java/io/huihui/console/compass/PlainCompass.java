package io.huihui.console.compass;

import io.huihui.models.feature.FeatureSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The compass of one symbol, by its definition over all snapshots: slow and plain. */
final class PlainCompass {

    private static final long BUCKET = 30_000;

    private final List<FeatureSnapshot> all = new ArrayList<>();

    void add(FeatureSnapshot snapshot) {
        all.add(snapshot);
    }

    /** Returns the value of a cell after the first {@code count} snapshots. */
    double value(CompassAxis axis, CompassLayer layer, int count) {
        FeatureSnapshot last = all.get(count - 1);
        if (axis.isOwn(layer)) {
            return last.features().orNaN(axis.feature(layer));
        }
        long now = bucket(last);
        TreeMap<Long, List<Double>> buckets = new TreeMap<>();
        for (FeatureSnapshot snapshot : all.subList(0, count)) {
            double base = snapshot.features().orNaN(axis.feature(CompassLayer.MINUTES_240));
            if (bucket(snapshot) > now - layer.minutes() * 2L && !Double.isNaN(base)) {
                buckets.computeIfAbsent(bucket(snapshot), any -> new ArrayList<>()).add(base);
            }
        }
        // Newest first and the open one last, as sums that are equal must be equal to the last bit.
        double sum = 0;
        for (List<Double> closed : buckets.headMap(now, false).descendingMap().values()) {
            sum += mean(closed);
        }
        double open = buckets.containsKey(now) ? mean(buckets.get(now)) : 0;
        return buckets.isEmpty() ? Double.NaN : (sum + open) / buckets.size();
    }

    double radius(CompassAxis axis, CompassLayer layer) {
        double value = value(axis, layer, all.size());
        List<Double> samples = samples(axis, layer);
        if (axis.isScore()) {
            return axis.radius(value);
        }
        if (samples.size() < 25) {
            return Double.NaN;
        }
        double median = median(samples);
        double scale =
                1.4826 * median(samples.stream().map(one -> Math.abs(one - median)).toList());
        double score = scale > 0 ? (value - median) / scale : (value - median) * 0;
        return axis.radius(Math.max(-6, Math.min(6, score)));
    }

    double percentile(CompassAxis axis, CompassLayer layer) {
        double value = value(axis, layer, all.size());
        List<Double> samples = samples(axis, layer);
        if (samples.size() < 25 || Double.isNaN(value)) {
            return Double.NaN;
        }
        double below = samples.stream().filter(one -> one < value).count();
        double equal = samples.stream().filter(one -> one == value).count();
        return (below + equal / 2) / samples.size();
    }

    /** The value at the end of each closed half minute of the last four hours. */
    private List<Double> samples(CompassAxis axis, CompassLayer layer) {
        long now = bucket(all.get(all.size() - 1));
        List<Double> samples = new ArrayList<>();
        for (int count = 1; count < all.size(); count++) {
            long here = bucket(all.get(count - 1));
            if (bucket(all.get(count)) > here && here >= now - 480) {
                double value = value(axis, layer, count);
                if (!Double.isNaN(value)) {
                    samples.add(value);
                }
            }
        }
        return samples;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }

    private static long bucket(FeatureSnapshot snapshot) {
        return (snapshot.id().secondEndMillis() - 1) / BUCKET;
    }
}
