package io.huihui.console.compass;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import java.util.Arrays;

/**
 * The compass of one symbol. A layer of an axis is the feature of that timeframe where there is
 * one; else, up to four hours, the mean of the feature over the timeframe; for four hours of a
 * timed feature the mean of its last four whole hours. History is kept as a sample per quarter of a
 * minute. Not for more than one thread.
 */
final class SymbolCompass {

    /** Timeframes of the layers, in order. */
    static final int[] LAYER_MINUTES = {5, 15, 30, 60, 240};

    static final int LAYERS = LAYER_MINUTES.length;
    static final int CELLS = CompassAxis.values().length * LAYERS;

    /** Below so many samples a number is not scaled by its own past, as with all robust z. */
    static final int FEWEST_TO_SCALE = 25;

    /** Below so many samples a number has no place among them, as with all percentiles. */
    static final int FEWEST_TO_RANK = 100;

    /** Scores further out only say "far out". */
    private static final double CLIP = 6;

    static final long SAMPLE_MILLIS = 15_000;
    private static final int SAMPLES_PER_MINUTE = (int) (60_000 / SAMPLE_MILLIS);
    private static final int SAMPLES_PER_HOUR = 60 * SAMPLES_PER_MINUTE;
    private static final int MOST_SAMPLES = 4 * SAMPLES_PER_HOUR;
    private static final int LONGEST = LAYERS - 1;

    private static final CompassAxis[] AXES = CompassAxis.values();

    /** By axis: the feature as it is, of those that are not timed. */
    private final SampleRing[] levels = rings(AXES.length);

    /** By cell: what the layer is before it is scaled. */
    private final SampleRing[] past = rings(CELLS);

    private final double[] centre = new double[CELLS];
    private final double[] sigma = new double[CELLS];
    private final float[] radius = new float[CELLS];
    private final float[] percentile = new float[CELLS];
    private final float[] value = new float[CELLS];
    private final byte[] quality = new byte[CELLS];
    private final double[] plain = new double[CELLS];
    private long eventMillis = Long.MIN_VALUE;

    SymbolCompass() {
        Arrays.fill(centre, Double.NaN);
        Arrays.fill(sigma, Double.NaN);
    }

    private static SampleRing[] rings(int many) {
        SampleRing[] rings = new SampleRing[many];
        Arrays.setAll(rings, i -> new SampleRing(MOST_SAMPLES));
        return rings;
    }

    /** Takes a snapshot; returns whether it was not older than what is known. */
    boolean add(FeatureSnapshot snapshot) {
        long second = snapshot.id().secondEndMillis();
        if (second < eventMillis) {
            return false;
        }
        boolean due =
                Math.floorDiv(second, SAMPLE_MILLIS) > Math.floorDiv(eventMillis, SAMPLE_MILLIS);
        eventMillis = second;
        FeatureVector features = snapshot.features();
        for (CompassAxis axis : AXES) {
            for (int layer = 0; layer < LAYERS; layer++) {
                int cell = axis.ordinal() * LAYERS + layer;
                plain[cell] = plain(features, axis, layer);
                show(features, axis, layer, cell);
            }
        }
        if (due) {
            sample(features);
        }
        return true;
    }

    /** Returns the layer of an axis before it is scaled. */
    private double plain(FeatureVector features, CompassAxis axis, int layer) {
        double now = features.orNaN(axis.feature(layer));
        if (!axis.timed()) {
            int many = LAYER_MINUTES[layer] * SAMPLES_PER_MINUTE;
            SampleRing level = levels[axis.ordinal()];
            return (now + level.sum(many - 1)) / (1 + Math.min(many - 1, level.count()));
        }
        if (layer < LONGEST) {
            return now;
        }
        SampleRing hour = past[axis.ordinal() * LAYERS + LONGEST - 1];
        double sum = now;
        for (int hours = 1; hours < 4; hours++) {
            sum += hour.back(hours * SAMPLES_PER_HOUR - 1);
        }
        return sum / 4;
    }

    private void show(FeatureVector features, CompassAxis axis, int layer, int cell) {
        double scaled = scaled(axis, cell);
        value[cell] = (float) scaled;
        radius[cell] = (float) axis.radius(scaled);
        percentile[cell] =
                past[cell].count() < FEWEST_TO_RANK || Double.isNaN(scaled)
                        ? Float.NaN
                        : (float) past[cell].shareBelow(plain[cell]);
        quality[cell] = (byte) quality(features, axis, layer, cell).ordinal();
    }

    private double scaled(CompassAxis axis, int cell) {
        return switch (axis.scale()) {
            case AS_IS -> plain[cell];
            case ABOVE_ZERO -> Math.max(0, plain[cell]);
            case ROBUST_Z -> robustScore(cell);
            case OVER_MEDIAN -> centre[cell] > 0 ? plain[cell] / centre[cell] : Double.NaN;
        };
    }

    /** Returns the score; 0 without spread, NaN while there are too few samples. */
    private double robustScore(int cell) {
        double distance = plain[cell] - centre[cell];
        return sigma[cell] == 0 && !Double.isNaN(distance)
                ? 0
                : Math.max(-CLIP, Math.min(CLIP, distance / sigma[cell]));
    }

    private Quality quality(FeatureVector features, CompassAxis axis, int layer, int cell) {
        Feature feature = axis.feature(layer);
        if (!features.has(feature)) {
            return features.quality(feature);
        }
        if (Float.isNaN(value[cell])) {
            return past[cell].count() < FEWEST_TO_SCALE ? Quality.WARMUP : Quality.DEGENERATE;
        }
        if (axis.scale() == CompassAxis.Scale.ROBUST_Z && sigma[cell] == 0) {
            return Quality.DEGENERATE;
        }
        boolean whole =
                axis.timed()
                        || levels[axis.ordinal()].count() + 1
                                >= LAYER_MINUTES[layer] * SAMPLES_PER_MINUTE;
        return whole ? features.quality(feature) : Quality.WARMUP;
    }

    private void sample(FeatureVector features) {
        for (CompassAxis axis : AXES) {
            if (!axis.timed()) {
                levels[axis.ordinal()].add(features.orNaN(axis.feature(0)));
            }
        }
        for (int cell = 0; cell < CELLS; cell++) {
            past[cell].add(plain[cell]);
            CompassAxis.Scale scale = AXES[cell / LAYERS].scale();
            if (past[cell].count() >= FEWEST_TO_SCALE && compares(scale)) {
                centre[cell] = past[cell].median();
                sigma[cell] = past[cell].sigmaAround(centre[cell]);
            }
        }
    }

    private static boolean compares(CompassAxis.Scale scale) {
        return scale == CompassAxis.Scale.ROBUST_Z || scale == CompassAxis.Scale.OVER_MEDIAN;
    }

    long eventMillis() {
        return eventMillis;
    }

    float[] radius() {
        return radius;
    }

    float[] percentile() {
        return percentile;
    }

    float[] value() {
        return value;
    }

    byte[] quality() {
        return quality;
    }
}
