package io.huihui.benchmarks.pipeline;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

/**
 * Compares what {@link PlainFeatures} covers. Ours sums in fixed point (units of 2^-20, for spreads
 * of 2^-40) and the plain one in doubles, so equal means: within one part in 1e9, for mean relative
 * spreads within one part in 1e7, since 2^-40 is that share of a spread of 0.1 basis points.
 */
final class FeatureDifferences {

    static final double TOLERANCE = 1e-9;
    static final double SPREAD_TOLERANCE = 1e-7;

    /** Numbers near 0, such as a return after a full circle, are compared on this scale. */
    private static final double LEAST_SCALE = 1e-6;

    private FeatureDifferences() {}

    /** Returns the first difference in words, null when there is none. */
    static String first(FeatureVector ours, FeatureVector plain) {
        for (Feature feature : PlainFeatures.COVERED) {
            double a = ours.orNaN(feature);
            double b = plain.orNaN(feature);
            double scale = Math.max(LEAST_SCALE, Math.max(Math.abs(a), Math.abs(b)));
            boolean same =
                    Double.isNaN(a)
                            ? Double.isNaN(b)
                            : Math.abs(a - b) <= tolerance(feature) * scale;
            if (!same) {
                return feature + ": ours " + a + ", plain " + b;
            }
        }
        return null;
    }

    private static double tolerance(Feature feature) {
        return switch (feature) {
            case MEAN_RELATIVE_SPREAD_5M,
                    MEAN_RELATIVE_SPREAD_15M,
                    MEAN_RELATIVE_SPREAD_30M,
                    MEAN_RELATIVE_SPREAD_60M ->
                    SPREAD_TOLERANCE;
            default -> TOLERANCE;
        };
    }
}
