package io.huihui.models.feature;

import io.huihui.models.Require;

/**
 * One cell of the heat map of strikes and days to expiry. NaN where an input is missing.
 *
 * @param strike currency per share
 * @param volatilityResidual implied volatility less that of the fitted smile, 0.01 = one vol point
 * @param heat IVSDH: mean of z* across the map of dealers' vanna, vomma, charm and the residual
 * @param heatChange15m heat less that of 15 minutes before
 */
public record StrikeCell(
        double strike,
        StrikeSums calls,
        StrikeSums puts,
        double volatilityResidual,
        double heat,
        double heatChange15m) {

    public StrikeCell {
        Require.positive("strike", strike);
        Require.present("calls", calls);
        Require.present("puts", puts);
    }
}
