package io.huihui.models.expert.sentiment;

import io.huihui.models.learner.MirrorInput;

/**
 * What the theses of sentiment are made of. Where the price goes is read from the news alone; past
 * volatility says only how far. Options are no input, so that flow is not counted twice.
 */
public enum SentimentInput implements MirrorInput {
    /** Mean tone of a burst of stories, as far as their number is unusual. */
    LOUD_TONE(true),
    /** Volatility of 5 and 30 minutes over that of 60; logarithms. */
    VOLATILITY_5M(false),
    VOLATILITY_30M(false),
    /** Share of the session elapsed. */
    ELAPSED(false);

    private final boolean odd;

    SentimentInput(boolean odd) {
        this.odd = odd;
    }

    @Override
    public boolean isOdd() {
        return odd;
    }
}
