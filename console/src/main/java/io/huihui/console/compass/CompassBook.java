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
 * <p>Scores of features that are none, and percentiles, need {@link RobustScore#FEWEST_SAMPLES}
 * samples; without they are NaN. Not for several threads.
 */
public final class CompassBook {

    public static final int AXES = CompassAxis.values().length;
    public static final int LAYERS = CompassLayer.values().length;

    /** Cells of a symbol. */
    public static final int CELLS = AXES * LAYERS;

    private static final CompassAxis[] AXIS = CompassAxis.values();
    private static final CompassLayer[] LAYER = CompassLayer.values();

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private final CompassRings rings = new CompassRings();

    // By symbol: the newest second, and the half minute that is open.
    private long[] second = new long[0];
    private long[] bucket = new long[0];

    // By symbol and axis: the open half minute.
    private double[] openSum = new double[0];
    private int[] openCount = new int[0];

    // By symbol and cell: the present.
    private double[] value = new double[0];
    private byte[] quality = new byte[0];
    private double[] radius = new double[0];
    private double[] percentile = new double[0];

    /**
     * Takes a snapshot; one that is not newer than the last of its symbol has no effect.
     *
     * @return whether it was newer
     */
    public boolean add(FeatureSnapshot snapshot) {
        int place = place(snapshot.id().symbol());
        long time = snapshot.id().secondEndMillis();
        if (time <= second[place]) {
            return false;
        }
        long now = bucketOf(time);
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
        return true;
    }

    /** The end of a second belongs to the second. */
    private static long bucketOf(long secondEndMillis) {
        return (secondEndMillis - 1) / CompassRings.BUCKET_MILLIS;
    }

    /**
     * Puts what was before the first snapshot of a symbol where it belongs, so that windows and
     * percentiles need not wait until they fill. Samples taken since then stay as they are.
     *
     * @param past snapshots of the symbol, oldest first; those that are not older than what is
     *     known have no effect, nor have those of a symbol nobody has heard of
     */
    public void prepend(String symbol, List<FeatureSnapshot> past) {
        int place = find(symbol);
        if (place < 0) {
            return;
        }
        long first = bucket[place] - rings.filled(place);
        CompassBook before = new CompassBook();
        past.stream()
                .filter(one -> bucketOf(one.id().secondEndMillis()) < first)
                .forEach(before::add);
        if (before.find(symbol) == 0) {
            before.close(0, first);
            rings.prepend(place, before.rings, 0);
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
        int count = rings.windowCount(cell) + (openCount[at] > 0 ? 1 : 0);
        if (count == 0) {
            value[cell] = Double.NaN;
            quality[cell] = (byte) (told == Quality.OK ? Quality.WARMUP : told).ordinal();
            return;
        }
        double open = openCount[at] > 0 ? openSum[at] / openCount[at] : 0;
        value[cell] = (rings.windowSum(cell) + open) / count;
        boolean whole = count > CompassRings.window(LAYER[layer]) - 1;
        Quality said = told == Quality.OK && !whole ? Quality.PARTIAL : told;
        quality[cell] = (byte) said.ordinal();
    }

    /** Ends the open half minute; those without a snapshot are gaps. */
    private void close(int place, long now) {
        for (int axis = 0; axis < AXES; axis++) {
            int at = place * AXES + axis;
            rings.putMean(
                    place, axis, openCount[at] > 0 ? openSum[at] / openCount[at] : Double.NaN);
            openSum[at] = 0;
            openCount[at] = 0;
        }
        for (int cell = 0; cell < CELLS; cell++) {
            rings.putSample(place, cell, value[place * CELLS + cell]);
        }
        rings.close(place, now - bucket[place] - 1);
        bucket[place] = now;
    }

    /** Computes radii and percentiles of all symbols from what was taken. */
    public void compute() {
        for (int cell = 0; cell < symbols.size() * CELLS; cell++) {
            radius[cell] = presentRadius(cell);
            percentile[cell] = rings.percentile(cell, value[cell]);
        }
    }

    /** Returns the radius of a cell as of the last snapshot; NaN is missing. */
    double presentRadius(int cell) {
        CompassAxis axis = AXIS[cell / LAYERS % AXES];
        return axis.radius(axis.isScore() ? value[cell] : rings.score(cell, value[cell]));
    }

    /** Returns the radius that a cell of an axis of scores had at the end of a half minute. */
    double pastRadius(int cell, int halfMinutesAgo) {
        return AXIS[cell / LAYERS % AXES].radius(rings.sample(cell, halfMinutesAgo));
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
        openSum = Arrays.copyOf(openSum, capacity * AXES);
        openCount = Arrays.copyOf(openCount, capacity * AXES);
        value = CompassRings.grown(value, before * CELLS, capacity * CELLS);
        quality = Arrays.copyOf(quality, capacity * CELLS);
        radius = CompassRings.grown(radius, before * CELLS, capacity * CELLS);
        percentile = CompassRings.grown(percentile, before * CELLS, capacity * CELLS);
        rings.grow(capacity);
    }

    /** Returns the symbols in the order of their places. */
    public List<String> symbols() {
        return List.copyOf(symbols);
    }

    /** Returns the place of a symbol; -1 of one that was never heard of. */
    public int find(String symbol) {
        return places.getOrDefault(symbol, -1);
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
