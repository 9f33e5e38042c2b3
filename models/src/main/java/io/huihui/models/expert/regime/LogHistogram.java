package io.huihui.models.expert.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bounded sketch of a distribution: counts in buckets whose edges grow by {@link #GROWTH}, for
 * both signs, so that a quantile is right within {@link #RELATIVE_ERROR} of its value. The same
 * samples give the same bytes, also when a snapshot was taken in between.
 *
 * <p>Reference: Masson, Rim, Lee, "DDSketch: a fast and fully-mergeable quantile sketch with
 * relative-error guarantees", VLDB, 2019.
 */
final class LogHistogram {

    /** Half a bucket: what a quantile may be off by. */
    static final double RELATIVE_ERROR = 0.05;

    private static final double GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);

    private static final double LOG_GROWTH = Math.log(GROWTH);

    /** Magnitudes below this are taken as 0: far below one unit of any feature. */
    private static final double SMALLEST = 1e-9;

    /** Most buckets kept; those of the smallest magnitude are then merged into 0. */
    private static final int CAPACITY = 256;

    /** Bucket of 0. Positive magnitudes have keys above it, negative ones below. */
    private static final int ZERO = 0;

    private final TreeMap<Integer, Double> counts = new TreeMap<>();
    private double total;

    void add(double value) {
        counts.merge(key(value), 1.0, Double::sum);
        total++;
        if (counts.size() > CAPACITY) {
            mergeSmallest();
        }
    }

    double total() {
        return total;
    }

    /** Lets the past fade: every count is multiplied by the factor. */
    void fade(double factor) {
        counts.replaceAll((key, count) -> count * factor);
        total *= factor;
    }

    /** Returns the value below which the share {@code quantile} lies; NaN when empty. */
    double quantile(double quantile) {
        return quantileOf(counts, quantile);
    }

    /** Returns the same of the absolute values. */
    double absoluteQuantile(double quantile) {
        TreeMap<Integer, Double> folded = new TreeMap<>();
        counts.forEach((key, count) -> folded.merge(Math.abs(key), count, Double::sum));
        return quantileOf(folded, quantile);
    }

    /** The map is ordered by key, which is the order of the values. */
    private double quantileOf(SortedMap<Integer, Double> ordered, double quantile) {
        if (total == 0) {
            return Double.NaN;
        }
        double below = 0;
        for (Map.Entry<Integer, Double> bucket : ordered.entrySet()) {
            below += bucket.getValue();
            if (below >= quantile * total) {
                return value(bucket.getKey());
            }
        }
        return value(ordered.lastKey());
    }

    private void mergeSmallest() {
        Integer smallest = null;
        for (Integer key : counts.keySet()) {
            if (key != ZERO && (smallest == null || Math.abs(key) < Math.abs(smallest))) {
                smallest = key;
            }
        }
        counts.merge(ZERO, counts.remove(smallest), Double::sum);
    }

    /** Keys are shifted so that the smallest positive magnitude has key 1. */
    private static int key(double value) {
        double magnitude = Math.abs(value);
        if (magnitude < SMALLEST) {
            return ZERO;
        }
        int bucket = 1 + (int) Math.floor(Math.log(magnitude / SMALLEST) / LOG_GROWTH);
        return value > 0 ? bucket : -bucket;
    }

    /** The middle of a bucket in relative terms. */
    private static double value(int key) {
        if (key == ZERO) {
            return 0;
        }
        double lower = SMALLEST * Math.exp((Math.abs(key) - 1) * LOG_GROWTH);
        return Math.signum(key) * lower * 2 * GROWTH / (1 + GROWTH);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeDouble(total);
        out.writeShort(counts.size());
        for (Map.Entry<Integer, Double> bucket : counts.entrySet()) {
            out.writeInt(bucket.getKey());
            out.writeDouble(bucket.getValue());
        }
    }

    void readFrom(DataInput in) throws IOException {
        counts.clear();
        total = in.readDouble();
        int size = in.readShort();
        for (int i = 0; i < size; i++) {
            int key = in.readInt();
            counts.put(key, in.readDouble());
        }
    }
}
