package io.huihui.models.expert.sentiment;

/** The level of risk by implied volatility, as the predecessor cut it. */
final class RiskLevel {

    /** Implied volatility at which the level rises by one, from 1. */
    private static final double[] CUTS = {0.15, 0.25, 0.35, 0.5, 0.75};

    private RiskLevel() {}

    /** Returns 1..6; null when the implied volatility, 1.00 = 100 %, is missing. */
    static Integer of(Double impliedVolAnnual) {
        if (impliedVolAnnual == null) {
            return null;
        }
        int level = 1;
        for (double cut : CUTS) {
            level += impliedVolAnnual >= cut ? 1 : 0;
        }
        return level;
    }
}
