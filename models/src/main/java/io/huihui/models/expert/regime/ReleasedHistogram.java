package io.huihui.models.expert.regime;

import io.huihui.models.calendar.Session;
import io.huihui.models.metric.SessionQuantiles;

import java.io.DataInput;
import java.io.IOException;

/**
 * Reads the quantile memory of release 0.1.0, counts in buckets whose edges grow by a constant
 * factor, into that of today. Nothing writes it any more.
 */
final class ReleasedHistogram {

    private static final double RELATIVE_ERROR = 0.05;
    private static final double GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
    private static final double LOG_GROWTH = Math.log(GROWTH);
    private static final double SMALLEST = 1e-9;

    /** As many samples stand for the old counts: enough for every quantile a rule can name. */
    private static final double MOST_SAMPLES = 1000;

    private final double total;
    private final int[] keys;
    private final double[] counts;

    private ReleasedHistogram(double total, int size) {
        this.total = total;
        keys = new int[size];
        counts = new double[size];
    }

    static ReleasedHistogram read(DataInput in) throws IOException {
        ReleasedHistogram histogram = new ReleasedHistogram(in.readDouble(), in.readShort());
        for (int i = 0; i < histogram.keys.length; i++) {
            histogram.keys[i] = in.readInt();
            histogram.counts[i] = in.readDouble();
        }
        return histogram;
    }

    /** Puts the values, or their sizes, into a distribution. */
    void copyTo(SessionQuantiles quantiles, Session session, boolean absolute) {
        double share = Math.min(1, MOST_SAMPLES / total);
        for (int i = 0; i < keys.length; i++) {
            double value = value(keys[i]);
            long samples = Math.round(counts[i] * share);
            quantiles.adopt(session, absolute ? Math.abs(value) : value, samples);
        }
    }

    /** The middle of a bucket in relative terms; bucket 0 is the value 0. */
    private static double value(int key) {
        if (key == 0) {
            return 0;
        }
        double lower = SMALLEST * Math.exp((Math.abs(key) - 1) * LOG_GROWTH);
        return Math.signum(key) * lower * 2 * GROWTH / (1 + GROWTH);
    }
}
