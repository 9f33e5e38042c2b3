package io.huihui.models.decision;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * What the regime expert knows beyond its theses.
 *
 * @param vriScore composite regime score, -1..1; above 0 = expansion; null when its inputs are
 *     missing
 * @param volatilityLevel null when no implied volatility is fed
 * @param volatilityForecastAnnual expected volatility of the next session, 1.00 = 100 %; null when
 *     no model says so
 * @param volatilityNowAnnual volatility of the moment that the condition leads to expect, 1.00 =
 *     100 %; null when no model says so
 */
public record RegimeDetail(
        MarketState state,
        Double vriScore,
        @OrNull VolatilityLevel volatilityLevel,
        Double volatilityForecastAnnual,
        Double volatilityNowAnnual) {

    public RegimeDetail {
        Require.present("state", state);
        Require.withinOrMissing("vriScore", vriScore, -1, 1);
        Require.notNegativeOrMissing("volatilityForecastAnnual", volatilityForecastAnnual);
        Require.notNegativeOrMissing("volatilityNowAnnual", volatilityNowAnnual);
    }
}
