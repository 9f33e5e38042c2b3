package io.huihui.benchmarks.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The robust z of docs/features.md the obvious way: all samples are sorted for every score. */
final class PlainScore {

    private static final long SAMPLE_MILLIS = 10_000;
    private static final int SAMPLES = 360;
    private static final int FEWEST = 25;
    private static final double SIGMAS_PER_MAD = 1.4826;
    private static final double CLIP = 6;

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    private record Sample(Long time, Double value) {}

    /** Returns the score of a value in the second that ends then; NaN when it has none. */
    double of(long endMillis, double value) {
        while (!samples.isEmpty() && samples.peek().time <= endMillis / SAMPLE_MILLIS - SAMPLES) {
            samples.poll();
        }
        if (samples.size() < FEWEST || Double.isNaN(value)) {
            return Double.NaN;
        }
        List<Double> values = new ArrayList<>();
        samples.forEach(sample -> values.add(sample.value));
        double median = median(values);
        values.replaceAll(one -> Math.abs(one - median));
        double scale = SIGMAS_PER_MAD * median(values);
        return scale == 0 ? 0 : Math.max(-CLIP, Math.min(CLIP, (value - median) / scale));
    }

    /** Takes the value at the end of a second as a sample when that is a whole ten seconds. */
    void endSecond(long endMillis, double value) {
        if (endMillis % SAMPLE_MILLIS == 0 && !Double.isNaN(value)) {
            samples.add(new Sample(endMillis / SAMPLE_MILLIS, value));
        }
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        int middle = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(middle)
                : 0.5 * (values.get(middle - 1) + values.get(middle));
    }
}
