package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * Evidence per kind of thesis: sums of signal strength x signal weight x regime multiplier, each
 * not below 0, on no fixed scale.
 */
public record Assessment(
        double bullish,
        double bearish,
        double volExpansion,
        double volContraction,
        double meanReversion) {

    public Assessment {
        Require.notNegative("bullish", bullish);
        Require.notNegative("bearish", bearish);
        Require.notNegative("volExpansion", volExpansion);
        Require.notNegative("volContraction", volContraction);
        Require.notNegative("meanReversion", meanReversion);
    }

    /** Returns the evidence of someone who saw none. */
    public static Assessment none() {
        return new Assessment(0, 0, 0, 0, 0);
    }

    /** Returns the evidence for one thesis. */
    public double of(TradeThesis thesis) {
        return switch (thesis) {
            case BULLISH -> bullish;
            case BEARISH -> bearish;
            case VOL_EXPANSION -> volExpansion;
            case VOL_CONTRACTION -> volContraction;
            case MEAN_REVERSION -> meanReversion;
        };
    }
}
