package io.huihui.models.mining;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Series with known shapes in them. */
final class SeriesExamples {

    private SeriesExamples() {}

    /** Returns an autoregression of order one with Gaussian errors. */
    static double[] noise(long seed, int steps, double coefficient) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] series = new double[steps];
        for (int i = 0; i < steps; i++) {
            series[i] = (i == 0 ? 0 : coefficient * series[i - 1]) + random.nextGaussian();
        }
        return series;
    }

    /** Adds a smooth shape of the given deviation at each of these steps. */
    static double[] withShape(double[] series, long seed, int length, double deviation, int... at) {
        double[] shape = noise(seed, length, 0.8);
        double mean = Arrays.stream(shape).average().orElseThrow();
        double variance =
                Arrays.stream(shape).map(value -> (value - mean) * (value - mean)).sum() / length;
        double[] with = series.clone();
        for (int start : at) {
            for (int k = 0; k < length; k++) {
                with[start + k] += (shape[k] - mean) * deviation / Math.sqrt(variance);
            }
        }
        return with;
    }
}
