package io.huihui.models.decision;

import io.huihui.models.Require;

/**
 * What sentiment was read from, each channel apart; a rank is the share of the channel's own values
 * of the last session's length that lie below, 0..1, and null when it is missing or too young.
 *
 * @param noveltyShare share of the fresh stories that nobody had told before, 0..1
 * @param burst how unusual the number of stories of the last three minutes is, 0..1
 * @param shock strongest burst of late, signed by its tone and faded, -1..1
 * @param newsRank of the mean tone; 1 = greed
 * @param skewRank of the skew of puts against calls; 1 = fear
 * @param riskPremiumRank of implied less realised variance; 1 = fear
 * @param realizedVolatilityRank of the last 30 minutes; 1 = fear
 * @param optionsFear mean rank of skew and risk premium, 1 = fear; apart from the theses, so that
 *     options are not counted twice
 */
public record SentimentChannels(
        double noveltyShare,
        double burst,
        double shock,
        Double newsRank,
        Double skewRank,
        Double riskPremiumRank,
        Double realizedVolatilityRank,
        Double optionsFear) {

    public SentimentChannels {
        Require.within("noveltyShare", noveltyShare, 0, 1);
        Require.within("burst", burst, 0, 1);
        Require.within("shock", shock, -1, 1);
        Require.withinOrMissing("newsRank", newsRank, 0, 1);
        Require.withinOrMissing("skewRank", skewRank, 0, 1);
        Require.withinOrMissing("riskPremiumRank", riskPremiumRank, 0, 1);
        Require.withinOrMissing("realizedVolatilityRank", realizedVolatilityRank, 0, 1);
        Require.withinOrMissing("optionsFear", optionsFear, 0, 1);
    }
}
