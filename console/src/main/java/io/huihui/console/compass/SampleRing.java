package io.huihui.console.compass;

import java.util.Arrays;

/** The last samples of one number, at most so many. */
final class SampleRing {

    private static final double SIGMAS_PER_MAD = 1.4826;

    private final float[] samples;
    private int next;
    private int count;

    SampleRing(int capacity) {
        this.samples = new float[capacity];
    }

    /** Takes a sample; NaN is none. */
    void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        samples[next] = (float) value;
        next = (next + 1) % samples.length;
        count = Math.min(samples.length, count + 1);
    }

    int count() {
        return count;
    }

    /** Returns the sample so many before the newest; NaN when there are not so many. */
    double back(int many) {
        return many >= count ? Double.NaN : samples[Math.floorMod(next - 1 - many, samples.length)];
    }

    /** Returns the sum of so many newest samples, of all when there are fewer. */
    double sum(int many) {
        double sum = 0;
        for (int i = 0; i < Math.min(many, count); i++) {
            sum += back(i);
        }
        return sum;
    }

    /** Returns the share of samples below a value, 0..1; NaN without samples. */
    double shareBelow(double value) {
        int below = 0;
        for (int i = 0; i < count; i++) {
            if (samples[i] < value) {
                below++;
            }
        }
        return (double) below / count;
    }

    /** Returns the median; NaN without samples. */
    double median() {
        return median(Arrays.copyOf(samples, count));
    }

    /** Returns the standard deviation as the median distance from a centre tells it. */
    double sigmaAround(double centre) {
        float[] distances = new float[count];
        for (int i = 0; i < count; i++) {
            distances[i] = (float) Math.abs(samples[i] - centre);
        }
        return SIGMAS_PER_MAD * median(distances);
    }

    private static double median(float[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1
                ? values[middle]
                : (values[middle - 1] + (double) values[middle]) / 2;
    }
}
