package io.huihui.models.decision;

/** What a trade bets on. */
public enum TradeThesis {
    BULLISH,
    BEARISH,
    VOL_EXPANSION,
    VOL_CONTRACTION,
    MEAN_REVERSION;

    /** Which way the price has to go for it. */
    public Bias bias() {
        return switch (this) {
            case BULLISH -> Bias.BULLISH;
            case BEARISH -> Bias.BEARISH;
            case VOL_EXPANSION, VOL_CONTRACTION, MEAN_REVERSION -> Bias.NEUTRAL;
        };
    }

    public boolean isDirectional() {
        return bias() != Bias.NEUTRAL;
    }
}
