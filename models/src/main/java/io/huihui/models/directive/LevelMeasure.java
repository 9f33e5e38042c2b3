package io.huihui.models.directive;

import io.huihui.models.feature.StrikeRow;

/** What of a strike is ranked against its own history to find key levels. */
public enum LevelMeasure {
    /** How much the structure damps or drives the price there. */
    A_MSPI(0.30),
    /** Net customer premium. */
    NVP(0.20),
    /** Hedging pressure of gamma and delta. */
    SGDHP(0.25),
    /** Concentration of all greeks. */
    UGCH(0.25),
    /** Dealer gamma; tells a wall, no part of the score. */
    GAMMA(0),
    /** E-SDAG, volatility focused, with its sign; tells a volatility trigger, no part of it. */
    SKEW_GAMMA_VOLATILITY(0);

    private final double weight;

    LevelMeasure(double weight) {
        this.weight = weight;
    }

    /** Returns the part in the score; the weights sum to 1. */
    public double weight() {
        return weight;
    }

    /** Returns whether it speaks for a level, rather than only telling of which type it is. */
    public boolean isSource() {
        return weight > 0;
    }

    /**
     * Returns the value that is ranked; NaN when it is missing. A source counts by its size: which
     * way it works is said by the type of the level.
     */
    public double of(StrikeRow row) {
        return switch (this) {
            case A_MSPI -> Math.abs(row.structurePosition());
            case NVP -> Math.abs(row.netPremium());
            case SGDHP -> Math.abs(row.gammaDeltaPressure());
            case UGCH -> Math.abs(row.greekConcentration());
            case GAMMA -> Math.abs(row.gammaPerPercent());
            case SKEW_GAMMA_VOLATILITY -> row.skewGammaVolatilityFocused();
        };
    }
}
