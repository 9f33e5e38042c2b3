package io.huihui.models.gate;

import io.huihui.models.Require;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Evidence that one forecaster scores better than another: what a bettor who starts with 1 owns
 * after betting on it at every outcome. While the first is no better, that exceeds c at any time
 * with probability 1/c at most, however long one looks; so it can be looked at after every outcome.
 *
 * <p>Reference: Henzi, Ziegel, "Valid sequential inference on probability forecast performance",
 * Biometrika 109, 2022; the mean over several stakes: Waudby-Smith, Ramdas, "Estimating means of
 * bounded random variables by betting", JRSS B 86, 2024. Outcomes overlap here, and each counts by
 * the share of it that is its own, so the bound is approximate; the suite {@code champion} counts.
 */
final class ForecastEvidence {

    /** Brier scores of three outcomes lie in 0..2, so no difference is larger. */
    static final double LARGEST = 2;

    /** Share of what is owned that is at stake for a difference of 1; times 2 it stays below 1. */
    private static final double[] STAKES = {0.05, 0.15, 0.45};

    /** As logarithms: what is owned may become larger, or smaller, than a double. */
    private final double[] owned = new double[STAKES.length];

    /** Begins anew. */
    void reset() {
        Arrays.fill(owned, 0);
    }

    /**
     * Hears of one outcome.
     *
     * @param advantage by how much the first scored better, at most {@link #LARGEST} either way
     * @param weight how many independent outcomes it is worth, above 0, at most 1
     */
    void learn(double advantage, double weight) {
        Require.within("advantage", advantage, -LARGEST, LARGEST);
        for (int i = 0; i < STAKES.length; i++) {
            owned[i] += Math.log1p(STAKES[i] * weight * advantage);
        }
    }

    /** Returns what the bettor owns: the mean over the stakes. */
    double value() {
        double sum = 0;
        for (double each : owned) {
            sum += Math.exp(each);
        }
        return sum / owned.length;
    }

    void writeTo(DataOutput out) throws IOException {
        for (double each : owned) {
            out.writeDouble(each);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int i = 0; i < owned.length; i++) {
            owned[i] = in.readDouble();
        }
    }
}
