package io.huihui.models.quant;

/** The numeric columns of {@link ChainArrays}; NaN is "missing" in every one. */
public enum ChainColumn {
    /** Currency per share. */
    BID,
    /** Currency per share. */
    ASK,
    /** Contracts at the start of the day. */
    OPEN_INTEREST,
    /** Contracts, above 0 when dealers are long. */
    INVENTORY,
    /** 1.00 = 100 %; written by the analytics, from the out-of-the-money side of the strike. */
    IMPLIED_VOL,
    /** Per 1 of spot, per share; written by the analytics, as are all that follow. */
    DELTA,
    /** Change of delta per 1 of spot. */
    GAMMA,
    /** Change of price per calendar day. */
    THETA_PER_DAY,
    /** Change of price per 1.00 of volatility. */
    VEGA,
    /** Change of delta per 1.00 of volatility. */
    VANNA,
    /** Change of vega per 1.00 of volatility. */
    VOMMA,
    /** Change of delta per calendar day. */
    CHARM_PER_DAY
}
