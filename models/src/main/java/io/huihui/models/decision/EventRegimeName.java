package io.huihui.models.decision;

/**
 * The event regimes (layer 2) in the order of their priority: the first active one is on the
 * banner. Several may be active at once; none hides another.
 */
public enum EventRegimeName {
    SPX_0DTE_FRIDAY_EOD_VANNA_CASCADE_POTENTIAL_BULLISH(Bias.BULLISH),
    SPY_PRE_FOMC_VOL_COMPRESSION_WITH_DWFD_ACCUMULATION(Bias.BULLISH),
    HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL(Bias.BULLISH),
    /** Mirror image of the one before, without which the set would lean one way. */
    HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL(Bias.BEARISH),
    ADAPTIVE_STRUCTURE_BREAKDOWN_WITH_DWFD_CONFIRMATION_BEARISH_UNIVERSAL(Bias.BEARISH),
    VOL_EXPANSION_IMMINENT_VRI0DTE_BULLISH(Bias.BULLISH),
    VOL_EXPANSION_IMMINENT_VRI0DTE_BEARISH(Bias.BEARISH),
    NVP_STRONG_BUY_IMBALANCE_AT_KEY_STRIKE(Bias.BULLISH),
    NVP_STRONG_SELL_IMBALANCE_AT_KEY_STRIKE(Bias.BEARISH),
    EOD_HEDGING_PRESSURE_BUY(Bias.BULLISH),
    EOD_HEDGING_PRESSURE_SELL(Bias.BEARISH),
    SIDEWAYS_MARKET(Bias.NEUTRAL),
    HIGH_VOLATILITY(Bias.NEUTRAL),
    FINAL_HOUR_PINNING_HIGH_VCI(Bias.NEUTRAL),
    CHARM_CASCADE_RISK(Bias.NEUTRAL),
    VANNA_CASCADE_BULL(Bias.BULLISH),
    VANNA_CASCADE_BEAR(Bias.BEARISH),
    STRONG_TRENDING_FLOW_BULL(Bias.BULLISH),
    STRONG_TRENDING_FLOW_BEAR(Bias.BEARISH),
    DELTA_DOMINANT_TREND(Bias.NEUTRAL),
    GAMMA_DOMINANT_CHOP(Bias.NEUTRAL),
    DEEP_NEGATIVE_GIB_FRAGILE(Bias.NEUTRAL),
    IV_RICH_PREMIUM_SELLING(Bias.NEUTRAL),
    FOMC_BLACKOUT(Bias.NEUTRAL),
    SKEW_SHIFT(Bias.NEUTRAL),
    BUBBLE_WARNING(Bias.BEARISH);

    private final Bias bias;

    EventRegimeName(Bias bias) {
        this.bias = bias;
    }

    public Bias bias() {
        return bias;
    }

    private static final int COUNT = values().length;

    /** How many there are, without the copy that {@code values()} makes. */
    public static int count() {
        return COUNT;
    }
}
