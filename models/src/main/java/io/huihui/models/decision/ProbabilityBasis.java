package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * What the probability of a directive rests on.
 *
 * @param rawProbability as the gate gave it, before calibration, 0..1
 * @param calibrated false while too few outcomes are known: then the raw one stands
 * @param independentOutcomes how many outcomes it was calibrated on, those that overlap in time
 *     counted as the part of one that they are
 * @param version of the calibration, e.g. {@code calibration/1}
 */
public record ProbabilityBasis(
        double rawProbability, boolean calibrated, double independentOutcomes, String version) {

    public ProbabilityBasis {
        Require.within("rawProbability", rawProbability, 0, 1);
        Require.notNegative("independentOutcomes", independentOutcomes);
        Require.text("version", version);
    }
}
