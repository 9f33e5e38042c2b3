package io.huihui.models.mining;

import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What a series would look like if nothing in it came again: an autoregression is fitted, its
 * errors are put into random order, and the series is built anew of them. Each shuffled series has
 * the errors of the true one, its gaps, and about its autocorrelation; shapes that come again are
 * gone.
 *
 * <p>Errors change places only within the same part of the day. Mornings and evenings are louder
 * and have most of the outliers; with outliers anywhere, two windows that have one at the same
 * place would look rarer than they are.
 *
 * <p>To shuffle the values themselves would also take away the autocorrelation, and whatever moves
 * slowly would then look like a pattern.
 *
 * <p>References: Buehlmann, "Sieve bootstrap for time series", Bernoulli 3(2), 1997 (here errors
 * are permuted, not drawn); Theiler, Eubank, Longtin, Galdrikian, Farmer, "Testing for nonlinearity
 * in time series: the method of surrogate data", Physica D 58, 1992; Brockwell, Davis, "Time
 * series: theory and methods", 1991, section 8.2 (Durbin-Levinson).
 */
public final class ShuffledSeries {

    private final boolean[] present;
    private final double mean;
    private final double[] coefficients;

    /** In the order of the steps that are present. */
    private final double[] errors;

    /** [part of the day][number of the error in it] place among the errors. */
    private final int[][] parts;

    /** All steps are of one part of the day. */
    public ShuffledSeries(double[] series, int order) {
        this(series, new int[series.length], order);
    }

    /**
     * @param series values in steps of equal length; NaN is missing
     * @param partOfDay of each step
     * @param order of the autoregression; 0 shuffles the values themselves
     */
    public ShuffledSeries(double[] series, int[] partOfDay, int order) {
        Require.that(
                partOfDay.length == series.length,
                "a part of the day for each step",
                () -> partOfDay.length + " for " + series.length + " steps");
        present = new boolean[series.length];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < series.length; i++) {
            present[i] = Double.isFinite(series[i]);
            if (present[i]) {
                sum += series[i];
                count++;
            }
        }
        mean = count == 0 ? 0 : sum / count;
        double[] centred = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            centred[i] = present[i] ? series[i] - mean : 0;
        }
        coefficients = fit(centred, order);
        errors = new double[count];
        SortedMap<Integer, List<Integer>> places = new TreeMap<>();
        int next = 0;
        for (int i = 0; i < series.length; i++) {
            if (present[i]) {
                places.computeIfAbsent(partOfDay[i], part -> new ArrayList<>()).add(next);
                errors[next++] = centred[i] - expected(centred, i);
            }
        }
        parts =
                places.values().stream()
                        .map(each -> each.stream().mapToInt(place -> place).toArray())
                        .toArray(int[][]::new);
    }

    /** What is missing counts as usual, in the fit as in what is built. */
    private double expected(double[] centred, int i) {
        double expected = 0;
        for (int lag = 1; lag <= Math.min(i, coefficients.length); lag++) {
            expected += coefficients[lag - 1] * centred[i - lag];
        }
        return expected;
    }

    /** Returns the coefficients by lag from 1 on; fewer when the fit is perfect before. */
    private static double[] fit(double[] centred, int order) {
        double variance = autocovariance(centred, 0);
        double[] coefficients = new double[0];
        double remaining = variance;
        for (int lag = 1; lag <= order && remaining > 1e-12 * variance; lag++) {
            double reflection = autocovariance(centred, lag);
            for (int k = 1; k < lag; k++) {
                reflection -= coefficients[k - 1] * autocovariance(centred, lag - k);
            }
            reflection /= remaining;
            double[] longer = new double[lag];
            for (int k = 1; k < lag; k++) {
                longer[k - 1] = coefficients[k - 1] - reflection * coefficients[lag - k - 1];
            }
            longer[lag - 1] = reflection;
            coefficients = longer;
            remaining *= 1 - reflection * reflection;
        }
        return coefficients;
    }

    /** Over all pairs by the same count, so that the autoregression is stable. */
    private static double autocovariance(double[] centred, int lag) {
        double sum = 0;
        for (int i = lag; i < centred.length; i++) {
            sum += centred[i] * centred[i - lag];
        }
        return sum;
    }

    /** Returns a shuffled series; equal seeds give equal series. */
    public double[] shuffled(long seed) {
        double[] shuffled = errors.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int[] part : parts) {
            for (int i = part.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double kept = shuffled[part[i]];
                shuffled[part[i]] = shuffled[part[other]];
                shuffled[part[other]] = kept;
            }
        }
        double[] series = new double[present.length];
        int next = 0;
        for (int i = 0; i < series.length; i++) {
            series[i] = present[i] ? expected(series, i) + shuffled[next++] : 0;
        }
        for (int i = 0; i < series.length; i++) {
            series[i] = present[i] ? series[i] + mean : Double.NaN;
        }
        return series;
    }
}
