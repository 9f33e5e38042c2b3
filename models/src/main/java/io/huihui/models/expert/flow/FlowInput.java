package io.huihui.models.expert.flow;

import io.huihui.models.learner.MirrorInput;

/**
 * What the flow models are made of. An odd input changes its sign when market and flow are
 * mirrored; an even one stays as it is.
 */
public enum FlowInput implements MirrorInput {
    /** Bullish less bearish usual option trades per option trade, memory 1, 3 and 10 minutes. */
    SMALL_TRADES_1M(true),
    SMALL_TRADES_3M(true),
    SMALL_TRADES_10M(true),
    /** The same of large trades. */
    LARGE_TRADES_1M(true),
    LARGE_TRADES_3M(true),
    LARGE_TRADES_10M(true),
    /** Buyers less sellers per print of the underlying. */
    SHARE_TRADES_1M(true),
    SHARE_TRADES_3M(true),
    SHARE_TRADES_10M(true),
    /** Order-flow imbalance per second over its usual size. */
    ORDER_FLOW_10S(true),
    ORDER_FLOW_1M(true),
    ORDER_FLOW_3M(true),
    /** Which side of the book waits with more. */
    DEPTH_30S(true),
    DEPTH_3M(true),
    DEPTH_10M(true),
    /** Expected signed shares per second over the usual volume of a second. */
    SIGNED_SHARES_10S(true),
    SIGNED_SHARES_30S(true),
    SIGNED_SHARES_2M(true),
    SIGNED_SHARES_10M(true),
    /** The same under a square root: the law of impact. */
    ROOT_SHARES_30S(true),
    ROOT_SHARES_2M(true),
    /** Headline flows, cut softly. */
    DWFD_5M(true),
    DWFD_15M(true),
    VAPI_FA_5M(true),
    TW_LAF_5M(true),
    /** Returns over their expected deviation, cut softly. */
    RETURN_10S(true),
    RETURN_1M(true),
    RETURN_5M(true),
    RETURN_15M(true),
    RETURN_60M(true),
    /** Dealers' gamma against the volume of a day, times the last minute's return. */
    GAMMA_RETURN_1M(true),
    /** Hidden buyer less hidden seller: now, mean of 15 minutes, and gone but not forgotten. */
    HIDDEN_SIDE(true),
    HIDDEN_MEAN(true),
    HIDDEN_GONE(true),
    /** Volatility of 5 and 30 minutes, and implied, over that of 60; logarithms. */
    VOLATILITY_5M(false),
    VOLATILITY_30M(false),
    IMPLIED_VOLATILITY(false),
    /** Prints of a minute over those of 10 minutes, logarithm. */
    ACTIVITY_1M(false),
    /** Option trades of a minute over those of 10 minutes, logarithm. */
    OPTION_ACTIVITY_1M(false),
    /** Share of the session elapsed, and its square. */
    ELAPSED(false),
    ELAPSED_SQUARED(false),
    /** Spread over the usual deviation of a minute. */
    SPREAD(false),
    /** Dealers' gamma against the volume of a day. */
    GAMMA(false),
    /** Probability of any hidden trader. */
    HIDDEN(false),
    /** Size of the one-sided volume of half a minute. */
    TOXICITY(false);

    private final boolean odd;

    FlowInput(boolean odd) {
        this.odd = odd;
    }

    @Override
    public boolean isOdd() {
        return odd;
    }
}
