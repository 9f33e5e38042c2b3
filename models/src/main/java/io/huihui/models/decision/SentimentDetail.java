package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * What the sentiment expert knows beyond its theses.
 *
 * @param score overall, -1..1
 * @param bias BULLISH above .2, BEARISH below -.2
 * @param componentSpread standard deviation of the components of the score; null with one component
 * @param newsScore mean tone of fresh news, -1..1; null when no item is fresh
 * @param newsCount fresh items behind {@code newsScore}
 * @param newsAgeMillis event time since the newest item; null when none
 * @param fearGreed 0 = fear, 100 = greed
 * @param riskLevel 1..6 by implied volatility; null when none is fed
 * @param fromPriceAndFlow true when the score re-uses price and flow, as the baseline does: the
 *     reader should then not count it as a third independent voice
 * @param channels what it was read from; null in the baseline
 */
public record SentimentDetail(
        double score,
        Bias bias,
        Double componentSpread,
        Double newsScore,
        int newsCount,
        Long newsAgeMillis,
        double fearGreed,
        Integer riskLevel,
        boolean fromPriceAndFlow,
        @OrNull SentimentChannels channels) {

    /** The six volatility cuts of the predecessor make seven levels less the lowest's twin. */
    private static final int HIGHEST_RISK = 6;

    public SentimentDetail {
        Require.within("score", score, -1, 1);
        Require.present("bias", bias);
        Require.notNegativeOrMissing("componentSpread", componentSpread);
        Require.withinOrMissing("newsScore", newsScore, -1, 1);
        Require.notNegative("newsCount", (long) newsCount);
        if (newsAgeMillis != null) {
            Require.notNegative("newsAgeMillis", newsAgeMillis.longValue());
        }
        Require.within("fearGreed", fearGreed, 0, 100);
        if (riskLevel != null) {
            Require.within("riskLevel", riskLevel, 1, HIGHEST_RISK);
        }
    }
}
