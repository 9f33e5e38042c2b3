package io.huihui.models.decision;

/** The regime expert's classes of implied volatility: below .15, .25, .40 a year, and above. */
public enum VolatilityLevel {
    SUBDUED,
    NORMAL,
    ELEVATED,
    EXTREME
}
