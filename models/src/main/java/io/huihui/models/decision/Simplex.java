package io.huihui.models.decision;

import io.huihui.models.Require;

/** The rule for probability vectors: each in 0..1 and their sum 1 within {@link #TOLERANCE}. */
public final class Simplex {

    /** Largest distance of a sum from 1 that rounding can explain. */
    public static final double TOLERANCE = 1e-9;

    private Simplex() {}

    /** Throws unless the values are probabilities that sum to 1. */
    public static void check(String field, double... probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw Require.violated(
                        "0 <= " + field + " probability <= 1",
                        field + " probability=" + probability);
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw Require.violated(
                    field + " probabilities that sum to 1 within " + TOLERANCE, "sum=" + sum);
        }
    }
}
