package io.huihui.models.mining;

import io.huihui.models.feature.Feature;

/** What is known of a symbol at each step and searched for shapes that come again. */
public enum MiningChannel {
    /** Ln(mid) less ln(mid a step before): a shape is that of a way of the price. */
    RETURN(Feature.MID),
    /** Dollars bought less sold in options, of the last five minutes. */
    OPTION_FLOW(Feature.NET_PREMIUM_FLOW_5M),
    /** Shares bought less sold, as a share of both, of the last five minutes. */
    SHARE_FLOW(Feature.TRADE_IMBALANCE_5M);

    private static final int COUNT = values().length;

    private final Feature feature;

    MiningChannel(Feature feature) {
        this.feature = feature;
    }

    /** The feature that it is taken from. */
    public Feature feature() {
        return feature;
    }

    /** How many there are, without the copy that {@code values()} makes. */
    public static int count() {
        return COUNT;
    }
}
