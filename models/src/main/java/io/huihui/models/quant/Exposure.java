package io.huihui.models.quant;

/**
 * Dealer exposures in currency, above 0 when dealers are long the greek. Scales are those of the
 * desk: gamma per 1 % move, volatility per 1 point (0.01), time per calendar day.
 */
public enum Exposure {
    /** Shares of delta bought or sold per 1 % move, by the prior sign of open interest. */
    GAMMA_PRIOR_PER_PERCENT,
    /** The same by dealer inventory, as are all that follow. */
    GAMMA_PER_PERCENT,
    /** Delta times spot. */
    DELTA,
    /** Change of delta, times spot, per point of volatility. */
    VANNA_PER_POINT,
    /** Change of delta, times spot, per calendar day. */
    CHARM_PER_DAY,
    /** Change of value per point of volatility. */
    VEGA_PER_POINT
}
