package io.huihui.models.feature;

/** The greeks that a provider's chain may carry. */
public enum Greek {
    DELTA,
    GAMMA,
    THETA,
    VEGA,
    VANNA,
    VOMMA,
    CHARM
}
