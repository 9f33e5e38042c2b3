package io.huihui.models.metric;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * The multipliers of the structure by class of implied volatility. All are 1 until someone has
 * shown that other values help.
 */
public record RegimeMultipliers(
        StructureMultipliers lowVolatility,
        StructureMultipliers mediumVolatility,
        StructureMultipliers highVolatility)
        implements Serializable {

    /** Cuts of the rank of implied volatility among a year of closes. */
    private static final double LOW_RANK = 0.25;

    private static final double HIGH_RANK = 0.75;

    /** Cuts of its level, annual, where there is no rank yet. */
    private static final double LOW_LEVEL = 0.15;

    private static final double HIGH_LEVEL = 0.25;

    public RegimeMultipliers {
        Require.present("lowVolatility", lowVolatility);
        Require.present("mediumVolatility", mediumVolatility);
        Require.present("highVolatility", highVolatility);
    }

    public static RegimeMultipliers none() {
        StructureMultipliers none = StructureMultipliers.none();
        return new RegimeMultipliers(none, none, none);
    }

    /**
     * Returns the multipliers of now.
     *
     * @param rank of implied volatility among a year of closes, 0..1; NaN when not known
     * @param impliedVol annual; NaN when not known, which is taken as medium
     */
    StructureMultipliers of(double rank, double impliedVol) {
        boolean ranked = !Double.isNaN(rank);
        if (ranked ? rank < LOW_RANK : impliedVol < LOW_LEVEL) {
            return lowVolatility;
        }
        boolean high = ranked ? rank > HIGH_RANK : impliedVol > HIGH_LEVEL;
        return high ? highVolatility : mediumVolatility;
    }
}
