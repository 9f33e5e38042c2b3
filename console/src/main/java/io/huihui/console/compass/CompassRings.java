package io.huihui.console.compass;

import io.huihui.models.metric.RobustScore;

import java.util.Arrays;

/**
 * What the closed half minutes of the last four hours left behind: of each axis the mean of its
 * feature, of each cell its value at the end, which is a sample of what is usual. A half minute
 * without a snapshot is a gap, NaN.
 */
final class CompassRings {

    /** Half minutes of the longest layer. */
    static final int LENGTH = 480;

    static final long BUCKET_MILLIS = 30_000;
    private static final int BUCKETS_PER_MINUTE = 2;

    private static final CompassAxis[] AXIS = CompassAxis.values();
    private static final int AXES = AXIS.length;
    private static final CompassLayer[] LAYER = CompassLayer.values();
    private static final int LAYERS = LAYER.length;
    private static final int CELLS = AXES * LAYERS;

    // By symbol: where the next half minute goes, and how many there are.
    private int[] head = new int[0];
    private int[] filled = new int[0];

    // By symbol and axis.
    private double[] means = new double[0];

    // By symbol and cell: rings of samples, and what they are like.
    private double[] samples = new double[0];
    private int[] sampleCount = new int[0];
    private double[] sampleMedian = new double[0];
    private double[] sampleScale = new double[0];

    // By symbol and cell: what the windows hold.
    private double[] windowSum = new double[0];
    private int[] windowCount = new int[0];

    /** Of one cell at a time. */
    private final double[] sorted = new double[LENGTH];

    void grow(int symbols) {
        int before = head.length;
        head = Arrays.copyOf(head, symbols);
        filled = Arrays.copyOf(filled, symbols);
        means = grown(means, before * AXES * LENGTH, symbols * AXES * LENGTH);
        samples = grown(samples, before * CELLS * LENGTH, symbols * CELLS * LENGTH);
        sampleCount = Arrays.copyOf(sampleCount, symbols * CELLS);
        sampleMedian = Arrays.copyOf(sampleMedian, symbols * CELLS);
        sampleScale = Arrays.copyOf(sampleScale, symbols * CELLS);
        windowSum = Arrays.copyOf(windowSum, symbols * CELLS);
        windowCount = Arrays.copyOf(windowCount, symbols * CELLS);
    }

    static double[] grown(double[] values, int before, int length) {
        double[] more = Arrays.copyOf(values, length);
        Arrays.fill(more, before, length, Double.NaN);
        return more;
    }

    /** Puts the mean of an axis into the half minute that is about to close. */
    void putMean(int place, int axis, double mean) {
        means[(place * AXES + axis) * LENGTH + head[place]] = mean;
    }

    /** Puts the sample of a cell into the half minute that is about to close. */
    void putSample(int place, int cell, double sample) {
        samples[(place * CELLS + cell) * LENGTH + head[place]] = sample;
    }

    /** Closes the half minute that was put, and leaves gaps behind it. */
    void close(int place, long gaps) {
        step(place);
        for (long gap = 0; gap < Math.min(gaps, LENGTH - 1); gap++) {
            for (int axis = 0; axis < AXES; axis++) {
                putMean(place, axis, Double.NaN);
            }
            for (int cell = 0; cell < CELLS; cell++) {
                putSample(place, cell, Double.NaN);
            }
            step(place);
        }
        describe(place);
    }

    private void step(int place) {
        head[place] = (head[place] + 1) % LENGTH;
        filled[place] = Math.min(filled[place] + 1, LENGTH);
    }

    /** Returns how many half minutes there are, gaps included. */
    int filled(int place) {
        return filled[place];
    }

    /** Puts half minutes of other rings before the oldest here, as many as there is room for. */
    void prepend(int place, CompassRings past, int pastPlace) {
        int room = Math.min(LENGTH - filled[place], past.filled[pastPlace]);
        for (int back = 1; back <= room; back++) {
            int to = Math.floorMod(head[place] - filled[place] - back, LENGTH);
            int from = Math.floorMod(past.head[pastPlace] - back, LENGTH);
            for (int axis = 0; axis < AXES; axis++) {
                means[(place * AXES + axis) * LENGTH + to] =
                        past.means[(pastPlace * AXES + axis) * LENGTH + from];
            }
            for (int cell = 0; cell < CELLS; cell++) {
                samples[(place * CELLS + cell) * LENGTH + to] =
                        past.samples[(pastPlace * CELLS + cell) * LENGTH + from];
            }
        }
        filled[place] += room;
        describe(place);
    }

    private void describe(int place) {
        for (int axis = 0; axis < AXES; axis++) {
            sumWindows(place, axis);
        }
        for (int cell = place * CELLS; cell < (place + 1) * CELLS; cell++) {
            describeCell(cell);
        }
    }

    /** Sums the closed half minutes of each window anew, newest first, so that no error grows. */
    private void sumWindows(int place, int axis) {
        int ring = (place * AXES + axis) * LENGTH;
        int cell = place * CELLS + axis * LAYERS;
        double sum = 0;
        int count = 0;
        int layer = 0;
        for (int back = 1; back < LENGTH && layer < LAYERS; back++) {
            double mean = means[ring + Math.floorMod(head[place] - back, LENGTH)];
            if (back <= filled[place] && !Double.isNaN(mean)) {
                sum += mean;
                count++;
            }
            if (back == window(LAYER[layer]) - 1) {
                windowSum[cell + layer] = sum;
                windowCount[cell + layer] = count;
                layer++;
            }
        }
    }

    private void describeCell(int cell) {
        int count = 0;
        int from = cell * LENGTH;
        for (int i = from; i < from + LENGTH; i++) {
            if (!Double.isNaN(samples[i])) {
                sorted[count++] = samples[i];
            }
        }
        sampleCount[cell] = count;
        if (AXIS[cell / LAYERS % AXES].isScore()) {
            return;
        }
        Arrays.sort(sorted, 0, count);
        sampleMedian[cell] = RobustScore.median(sorted, count);
        sampleScale[cell] =
                RobustScore.SIGMAS_PER_MAD * RobustScore.mad(sorted, count, sampleMedian[cell]);
    }

    /** Returns the half minutes of a layer, the open one included. */
    static int window(CompassLayer layer) {
        return layer.minutes() * BUCKETS_PER_MINUTE;
    }

    /** Returns the sum of the means in a cell's window; gaps count nothing. */
    double windowSum(int cell) {
        return windowSum[cell];
    }

    /** Returns how many half minutes of a cell's window have a mean. */
    int windowCount(int cell) {
        return windowCount[cell];
    }

    /**
     * Returns the robust z of a value among the samples of a cell whose feature is no score yet;
     * NaN while there are too few.
     */
    double score(int cell, double value) {
        return RobustScore.of(value, sampleMedian[cell], sampleScale[cell], sampleCount[cell]);
    }

    /**
     * Returns the share of a cell's samples below a value, those equal to it counting half; NaN
     * while there are too few.
     */
    double percentile(int cell, double value) {
        if (Double.isNaN(value) || sampleCount[cell] < RobustScore.FEWEST_SAMPLES) {
            return Double.NaN;
        }
        int twice = 0;
        int from = cell * LENGTH;
        for (int i = from; i < from + LENGTH; i++) {
            double sample = samples[i];
            twice += (sample < value ? 1 : 0) + (sample <= value ? 1 : 0);
        }
        return twice / (2.0 * sampleCount[cell]);
    }

    /** Returns the value of a cell so many half minutes ago; NaN where there was none. */
    double sample(int cell, int halfMinutesAgo) {
        int place = cell / CELLS;
        return halfMinutesAgo > filled[place]
                ? Double.NaN
                : samples[cell * LENGTH + Math.floorMod(head[place] - halfMinutesAgo, LENGTH)];
    }
}
