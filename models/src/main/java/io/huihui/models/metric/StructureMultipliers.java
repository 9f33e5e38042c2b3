package io.huihui.models.metric;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * How much each part of the structure counts in one class of volatility; 1 leaves it as it is.
 *
 * @param adaptiveGamma of A-DAG, and of its weight in A-MSPI
 * @param timeDecay of the weight of D-TDPI in A-MSPI
 * @param volatilityRegime of the weight of VRI
 * @param skewGamma of the weights of both variants of E-SDAG
 */
public record StructureMultipliers(
        double adaptiveGamma, double timeDecay, double volatilityRegime, double skewGamma)
        implements Serializable {

    /** The specification allows a regime to move a part by half of it. */
    private static final double LEAST = 0.5;

    private static final double MOST = 1.5;

    public StructureMultipliers {
        Require.within("adaptiveGamma", adaptiveGamma, LEAST, MOST);
        Require.within("timeDecay", timeDecay, LEAST, MOST);
        Require.within("volatilityRegime", volatilityRegime, LEAST, MOST);
        Require.within("skewGamma", skewGamma, LEAST, MOST);
    }

    public static StructureMultipliers none() {
        return new StructureMultipliers(1, 1, 1, 1);
    }
}
