package io.huihui.models.mining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the shapes of a series that come again. The window most like another is the seed of the
 * first; the mean of all that are like the seed is its shape, and all that are like the shape are
 * its occurrences, of which the mean is taken anew. Then the same with what is left. No two
 * occurrences share a step.
 *
 * <p>A seed is the best of all pairs, a shape is compared with single windows: it needs less
 * likeness than a pair, and how much follows from shuffled series, too.
 *
 * <p>Reference: Mueen, Keogh, Zhu, Cash, Westover, "Exact discovery of time series motifs", SDM
 * 2009 (seeds); the mean takes away the noise of single windows, of which the seed is one.
 */
final class MotifSearch {

    /**
     * A shape and where it is.
     *
     * @param score correlation of the seed with what is most like it
     * @param starts windows, in order of time
     * @param likeness of each with the shape
     */
    record Motif(double score, List<Double> shape, List<Integer> starts, List<Double> likeness) {}

    /** Says above which correlation with a shape a window is like it. */
    interface ShapeThreshold {
        double of(double[] shape);
    }

    /** How often the mean is taken: after the third time hardly anything changes. */
    private static final int MEANS = 3;

    /** A shape is moved by twelfths of its length: less hardly changes what is like it. */
    private static final int STEPS_OF_A_WINDOW = 12;

    private final SeriesWindows windows;
    private final double threshold;
    private final ShapeThreshold shapeThreshold;
    private final boolean[] taken;

    private MotifSearch(SeriesWindows windows, double threshold, ShapeThreshold shapeThreshold) {
        this.windows = windows;
        this.threshold = threshold;
        this.shapeThreshold = shapeThreshold;
        taken = new boolean[windows.count()];
    }

    /**
     * Returns motifs, the clearest first.
     *
     * @param profile of {@link MatrixProfile#of}
     * @param threshold correlation above which two windows are alike
     */
    static List<Motif> find(
            SeriesWindows windows,
            double[] profile,
            double threshold,
            ShapeThreshold shapeThreshold,
            int most) {
        MotifSearch search = new MotifSearch(windows, threshold, shapeThreshold);
        List<Motif> motifs = new ArrayList<>();
        int[] seeds =
                IntStream.range(0, profile.length)
                        .filter(window -> profile[window] > threshold)
                        .boxed()
                        .sorted(Comparator.comparingDouble(window -> -profile[window]))
                        .mapToInt(window -> window)
                        .toArray();
        for (int i = 0; i < seeds.length && motifs.size() < most; i++) {
            Motif motif = search.taken[seeds[i]] ? null : search.grow(seeds[i]);
            if (motif != null) {
                motifs.add(motif);
                motif.starts().forEach(search::take);
            }
        }
        motifs.sort(Comparator.comparingDouble(motif -> -motif.score()));
        return motifs;
    }

    /** Returns the motif of a seed; null when what was like it is taken. */
    private Motif grow(int seed) {
        double[] likeSeed = windows.correlations(windows.shape(seed));
        List<Integer> starts = apart(likeSeed, threshold);
        if (starts.size() < 2) {
            return null;
        }
        double score = likeSeed[starts.get(1)];
        double[] shape = unit(mean(starts));
        for (int mean = 0; mean < MEANS && starts.size() >= 2; mean++) {
            double above = shapeThreshold.of(shape);
            shape = aligned(starts, above);
            starts = apart(windows.correlations(shape), above);
        }
        double[] likeShape = windows.correlations(shape);
        starts = apart(likeShape, shapeThreshold.of(shape));
        if (starts.size() < 2) {
            return null;
        }
        double[] likeness = likeShape;
        starts.sort(null);
        return new Motif(
                score,
                Arrays.stream(shape).boxed().toList(),
                starts,
                starts.stream().map(start -> Math.min(1, likeness[start])).toList());
    }

    /** Returns windows above the threshold that share no step, those most alike first. */
    private List<Integer> apart(double[] correlations, double above) {
        List<Integer> order =
                IntStream.range(0, correlations.length)
                        .filter(window -> correlations[window] > above && !taken[window])
                        .boxed()
                        .sorted(Comparator.comparingDouble(window -> -correlations[window]))
                        .toList();
        List<Integer> apart = new ArrayList<>();
        for (int window : order) {
            if (apart.stream().allMatch(other -> Math.abs(other - window) >= windows.length())) {
                apart.add(window);
            }
        }
        return apart;
    }

    /**
     * Returns the mean of windows that begin a little earlier or later, all by as much, which most
     * is like: the seed is where noise happened to agree, which may be far beside the shape.
     */
    private double[] aligned(List<Integer> starts, double above) {
        double[] best = unit(mean(starts));
        double most = likeness(best, above);
        int step = Math.max(1, windows.length() / STEPS_OF_A_WINDOW);
        for (int shift = -windows.length(); shift <= windows.length(); shift += step) {
            int by = shift;
            List<Integer> shifted = starts.stream().map(start -> start + by).toList();
            if (shifted.stream().allMatch(this::isFree)) {
                double[] shape = unit(mean(shifted));
                double likeness = likeness(shape, above);
                if (likeness > most) {
                    most = likeness;
                    best = shape;
                }
            }
        }
        return best;
    }

    /** Returns the sum of the correlations of all that is like a shape. */
    private double likeness(double[] shape, double above) {
        double[] correlations = windows.correlations(shape);
        return apart(correlations, above).stream()
                .mapToDouble(window -> correlations[window])
                .sum();
    }

    private boolean isFree(int window) {
        return window >= 0 && window < taken.length && !taken[window] && windows.hasShape(window);
    }

    private double[] mean(List<Integer> starts) {
        double[] mean = new double[windows.length()];
        for (int start : starts) {
            double[] shape = windows.shape(start);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += shape[k] / starts.size();
            }
        }
        return mean;
    }

    private static double[] unit(double[] mean) {
        double norm = Math.sqrt(squares(mean));
        return Arrays.stream(mean).map(value -> value / norm).toArray();
    }

    private static double squares(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return squares;
    }

    private void take(int start) {
        int first = Math.max(0, start - windows.length() + 1);
        int last = Math.min(taken.length, start + windows.length());
        Arrays.fill(taken, first, last, true);
    }
}
