package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Robust z against the samples of the last 60 minutes of event time. Samples are taken at whole ten
 * seconds and kept both in order of time and in order of size, so that median and MAD are a look-up
 * and a binary search.
 */
public final class RobustWindow implements BinaryState {

    /** 1: the samples. 2: and their median and scale, so that reading need not sort. */
    private static final int VERSION = 2;

    /** 60 minutes of samples. */
    private static final int CAPACITY = 360;

    private static final int FIRST_CAPACITY = 8;

    private double[] samples = new double[FIRST_CAPACITY];
    private int[] times = new int[FIRST_CAPACITY];

    /** In order of size; null after reading, until a sample comes or goes. */
    private double[] sorted = new double[FIRST_CAPACITY];

    private int head;
    private int count;
    private double median = Double.NaN;
    private double scale = Double.NaN;

    /**
     * Returns z* of the value against the samples before it, then takes the value as a sample when
     * the moment is one. NaN when the value is missing or there are fewer than 25 samples.
     */
    public double score(Moment now, double value) {
        expire(sampleTime(now) - CAPACITY);
        double z = RobustScore.of(value, median, scale, count);
        if (now.isSample() && Double.isFinite(value)) {
            add(sampleTime(now), value);
        }
        return z;
    }

    /** As {@link #score}, and puts the result with its quality into a feature. */
    public double publish(Moment now, double value, Feature feature, FeatureVector.Builder out) {
        double z = score(now, value);
        RobustScore.publish(value, z, scale, feature, out);
        return z;
    }

    private static int sampleTime(Moment now) {
        return (int) (now.endMillis() / Moment.SAMPLE_MILLIS);
    }

    private void expire(int oldest) {
        boolean changed = false;
        while (count > 0 && times[head] <= oldest) {
            removeSorted(samples[head]);
            head = (head + 1) % samples.length;
            count--;
            changed = true;
        }
        if (changed) {
            summarize();
        }
    }

    private void add(int time, double value) {
        if (count > 0 && times[(head + count - 1) % samples.length] >= time) {
            return;
        }
        if (count == samples.length) {
            grow();
        }
        ensureSorted();
        int at = (head + count) % samples.length;
        samples[at] = value;
        times[at] = time;
        int place = Arrays.binarySearch(sorted, 0, count, value);
        place = place < 0 ? -place - 1 : place;
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = value;
        count++;
        summarize();
    }

    private void removeSorted(double value) {
        ensureSorted();
        int place = Arrays.binarySearch(sorted, 0, count, value);
        System.arraycopy(sorted, place + 1, sorted, place, count - place - 1);
    }

    private void ensureSorted() {
        if (sorted == null) {
            sorted = new double[samples.length];
            for (int i = 0; i < count; i++) {
                sorted[i] = samples[(head + i) % samples.length];
            }
            Arrays.sort(sorted, 0, count);
        }
    }

    private void summarize() {
        median = RobustScore.median(sorted, count);
        scale = RobustScore.SIGMAS_PER_MAD * RobustScore.mad(sorted, count, median);
    }

    private void grow() {
        ensureSorted();
        double[] grownSamples = new double[samples.length * 2];
        int[] grownTimes = new int[samples.length * 2];
        for (int i = 0; i < count; i++) {
            grownSamples[i] = samples[(head + i) % samples.length];
            grownTimes[i] = times[(head + i) % samples.length];
        }
        samples = grownSamples;
        times = grownTimes;
        sorted = Arrays.copyOf(sorted, samples.length);
        head = 0;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeInt(times[(head + i) % samples.length]);
            out.writeDouble(samples[(head + i) % samples.length]);
        }
        out.writeDouble(median);
        out.writeDouble(scale);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "robust-window");
        count = in.readInt();
        head = 0;
        int length = FIRST_CAPACITY;
        while (length < count) {
            length *= 2;
        }
        samples = new double[length];
        times = new int[length];
        for (int i = 0; i < count; i++) {
            times[i] = in.readInt();
            samples[i] = in.readDouble();
        }
        sorted = null;
        if (version == 1) {
            ensureSorted();
            summarize();
        } else {
            median = in.readDouble();
            scale = in.readDouble();
        }
    }
}
