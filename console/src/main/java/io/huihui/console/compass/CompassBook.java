package io.huihui.console.compass;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.metric.RobustScore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The compasses of all symbols. A cell is an axis at a layer; its values of the last four hours of
 * event time are kept as one sample per half minute. A frame has for each cell
 *
 * <ul>
 *   <li>the value: the feature of the layer as it stands, else the mean over the layer's window of
 *       the means of half minutes, the open one included;
 *   <li>the score: the value, where the feature is a score; else its robust z against the samples,
 *       (value - median) / (1.4826 MAD); the radius follows from it;
 *   <li>the percentile: share of the samples below the value, those equal to it counting half.
 * </ul>
 *
 * <p>Scores of features that are none, and percentiles, need {@link #LEAST_SAMPLES}; without they
 * are NaN. Not for several threads.
 */
public final class CompassBook {

    public static final int AXES = CompassAxis.values().length;
    public static final int LAYERS = CompassLayer.values().length;

    /** Cells of a symbol. */
    public static final int CELLS = AXES * LAYERS;

    /** As many as a robust score needs. */
    public static final int LEAST_SAMPLES = RobustScore.FEWEST_SAMPLES;

    static final long BUCKET_MILLIS = 30_000;

    /** Half minutes of the longest layer. */
    static final int BUCKETS = 480;

    private static final CompassAxis[] AXIS = CompassAxis.values();
    private static final CompassLayer[] LAYER = CompassLayer.values();
    private static final int BUCKETS_PER_MINUTE = 2;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();

    // By symbol.
    private long[] second = new long[0];
    private long[] bucket = new long[0];
    private int[] head = new int[0];
    private int[] filled = new int[0];

    // By symbol and axis: the open half minute, and the rings of closed ones.
    private double[] openSum = new double[0];
    private int[] openCount = new int[0];
    private double[] means = new double[0];

    /** Of one cell at a time. */
    private final double[] sorted = new double[BUCKETS];

    // By symbol and cell: what the windows hold of closed half minutes, rings of samples, the
    // present.
    private double[] windowSum = new double[0];
    private int[] windowCount = new int[0];
    private double[] samples = new double[0];
    private int[] sampleCount = new int[0];
    private double[] sampleMedian = new double[0];
    private double[] sampleScale = new double[0];
    private double[] value = new double[0];
    private byte[] quality = new byte[0];
    private double[] radius = new double[0];
    private double[] percentile = new double[0];

    /** Takes a snapshot; one that is not newer than the last of its symbol has no effect. */
    public void add(FeatureSnapshot snapshot) {
        int place = place(snapshot.id().symbol());
        long time = snapshot.id().secondEndMillis();
        if (time <= second[place]) {
            return;
        }
        // The end of a second belongs to the second.
        long now = (time - 1) / BUCKET_MILLIS;
        if (second[place] == 0) {
            bucket[place] = now;
        }
        if (now > bucket[place]) {
            close(place, now);
        }
        second[place] = time;
        for (int axis = 0; axis < AXES; axis++) {
            take(place, axis, snapshot.features());
        }
    }

    private void take(int place, int axis, FeatureVector features) {
        int at = place * AXES + axis;
        double base = features.orNaN(AXIS[axis].feature(CompassLayer.MINUTES_240));
        if (!Double.isNaN(base)) {
            openSum[at] += base;
            openCount[at]++;
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            int cell = at * LAYERS + layer;
            Feature feature = AXIS[axis].feature(LAYER[layer]);
            Quality told = features.quality(feature);
            if (AXIS[axis].isOwn(LAYER[layer])) {
                value[cell] = features.orNaN(feature);
                quality[cell] = (byte) told.ordinal();
            } else {
                windowed(at, cell, layer, told);
            }
        }
    }

    private void windowed(int at, int cell, int layer, Quality told) {
        int count = windowCount[cell] + (openCount[at] > 0 ? 1 : 0);
        if (count == 0) {
            value[cell] = Double.NaN;
            quality[cell] = (byte) (told == Quality.OK ? Quality.WARMUP : told).ordinal();
            return;
        }
        double open = openCount[at] > 0 ? openSum[at] / openCount[at] : 0;
        value[cell] = (windowSum[cell] + open) / count;
        boolean whole = count > window(layer) - 1;
        Quality said = told == Quality.OK && !whole ? Quality.PARTIAL : told;
        quality[cell] = (byte) said.ordinal();
    }

    private static int window(int layer) {
        return LAYER[layer].minutes() * BUCKETS_PER_MINUTE;
    }

    /** Ends the open half minute; those without a snapshot are gaps. */
    private void close(int place, long now) {
        long gaps = Math.min(now - bucket[place], BUCKETS);
        for (long step = 0; step < gaps; step++) {
            for (int axis = 0; axis < AXES; axis++) {
                int at = place * AXES + axis;
                boolean known = step == 0 && openCount[at] > 0;
                means[at * BUCKETS + head[place]] =
                        known ? openSum[at] / openCount[at] : Double.NaN;
                for (int cell = at * LAYERS; cell < (at + 1) * LAYERS; cell++) {
                    samples[cell * BUCKETS + head[place]] = step == 0 ? value[cell] : Double.NaN;
                }
            }
            head[place] = (head[place] + 1) % BUCKETS;
            filled[place] = Math.min(filled[place] + 1, BUCKETS);
        }
        bucket[place] = now;
        for (int axis = 0; axis < AXES; axis++) {
            int at = place * AXES + axis;
            openSum[at] = 0;
            openCount[at] = 0;
            sumWindows(place, at);
            for (int cell = at * LAYERS; cell < (at + 1) * LAYERS; cell++) {
                describe(cell);
            }
        }
    }

    /** Sums the closed half minutes of each window anew, newest first, so that no error grows. */
    private void sumWindows(int place, int at) {
        double sum = 0;
        int count = 0;
        int layer = 0;
        for (int back = 1; back < BUCKETS && layer < LAYERS; back++) {
            double mean = means[at * BUCKETS + Math.floorMod(head[place] - back, BUCKETS)];
            if (back <= filled[place] && !Double.isNaN(mean)) {
                sum += mean;
                count++;
            }
            if (back == window(layer) - 1) {
                windowSum[at * LAYERS + layer] = sum;
                windowCount[at * LAYERS + layer] = count;
                layer++;
            }
        }
    }

    private void describe(int cell) {
        int count = 0;
        int from = cell * BUCKETS;
        for (int i = from; i < from + BUCKETS; i++) {
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

    /** Computes radii and percentiles of all symbols from what was taken. */
    public void compute() {
        for (int cell = 0; cell < symbols.size() * CELLS; cell++) {
            CompassAxis axis = AXIS[cell / LAYERS % AXES];
            boolean enough = sampleCount[cell] >= LEAST_SAMPLES;
            double score =
                    axis.isScore()
                            ? value[cell]
                            : RobustScore.of(
                                    value[cell],
                                    sampleMedian[cell],
                                    sampleScale[cell],
                                    sampleCount[cell]);
            radius[cell] = axis.radius(score);
            percentile[cell] = enough ? rank(cell) : Double.NaN;
        }
    }

    private double rank(int cell) {
        double present = value[cell];
        if (Double.isNaN(present)) {
            return Double.NaN;
        }
        int twice = 0;
        int from = cell * BUCKETS;
        for (int i = from; i < from + BUCKETS; i++) {
            double sample = samples[i];
            twice += (sample < present ? 1 : 0) + (sample <= present ? 1 : 0);
        }
        return twice / (2.0 * sampleCount[cell]);
    }

    private int place(String symbol) {
        Integer known = places.get(symbol);
        if (known != null) {
            return known;
        }
        int place = symbols.size();
        places.put(symbol, place);
        symbols.add(symbol);
        if (place == second.length) {
            grow(Math.max(8, 2 * place));
        }
        return place;
    }

    private void grow(int capacity) {
        int before = second.length;
        second = Arrays.copyOf(second, capacity);
        bucket = Arrays.copyOf(bucket, capacity);
        head = Arrays.copyOf(head, capacity);
        filled = Arrays.copyOf(filled, capacity);
        openSum = Arrays.copyOf(openSum, capacity * AXES);
        openCount = Arrays.copyOf(openCount, capacity * AXES);
        means = grown(means, before * AXES * BUCKETS, capacity * AXES * BUCKETS);
        windowSum = Arrays.copyOf(windowSum, capacity * CELLS);
        windowCount = Arrays.copyOf(windowCount, capacity * CELLS);
        samples = grown(samples, before * CELLS * BUCKETS, capacity * CELLS * BUCKETS);
        sampleCount = Arrays.copyOf(sampleCount, capacity * CELLS);
        sampleMedian = Arrays.copyOf(sampleMedian, capacity * CELLS);
        sampleScale = Arrays.copyOf(sampleScale, capacity * CELLS);
        value = grown(value, before * CELLS, capacity * CELLS);
        quality = Arrays.copyOf(quality, capacity * CELLS);
        radius = grown(radius, before * CELLS, capacity * CELLS);
        percentile = grown(percentile, before * CELLS, capacity * CELLS);
    }

    private static double[] grown(double[] values, int before, int length) {
        double[] more = Arrays.copyOf(values, length);
        Arrays.fill(more, before, length, Double.NaN);
        return more;
    }

    /** Returns the symbols in the order of their places. */
    public List<String> symbols() {
        return List.copyOf(symbols);
    }

    /** Returns the event time of a symbol's newest snapshot. */
    public long secondEndMillis(int symbol) {
        return second[symbol];
    }

    /** Returns the place of a cell in a frame. */
    public static int cell(int symbol, CompassAxis axis, CompassLayer layer) {
        return (symbol * AXES + axis.ordinal()) * LAYERS + layer.ordinal();
    }

    /** Returns the value of a cell in the unit of its feature; NaN is missing. */
    public double value(int cell) {
        return value[cell];
    }

    /** Returns the radius, 0..1, as of the last {@link #compute}; NaN is missing. */
    public double radius(int cell) {
        return radius[cell];
    }

    /**
     * Returns the percentile, 0..1, as of the last {@link #compute}; NaN while there are too few.
     */
    public double percentile(int cell) {
        return percentile[cell];
    }

    /** Returns how far the value may be trusted: PARTIAL while its window is not full. */
    public Quality quality(int cell) {
        return Quality.values()[quality[cell]];
    }
}
