package io.huihui.models.directive;

import io.huihui.models.Require;
import io.huihui.models.feature.StrikeProfile;
import io.huihui.models.feature.StrikeRow;

/**
 * What the strike nearest to the price shows. NaN where it is missing.
 *
 * @param strike currency per share
 * @param multiplicative E-SDAG, multiplicative
 * @param directional E-SDAG, directional
 * @param volatilityFocused E-SDAG, volatility focused
 */
public record StrikeReading(
        double strike, double multiplicative, double directional, double volatilityFocused) {

    public StrikeReading {
        Require.positive("strike", strike);
    }

    /** Returns the reading at the strike nearest to the price; null when there is no strike. */
    public static StrikeReading of(StrikeProfile profile) {
        StrikeRow nearest = null;
        for (StrikeRow row : profile.rows()) {
            if (nearest == null
                    || Math.abs(row.strike() - profile.spot())
                            < Math.abs(nearest.strike() - profile.spot())) {
                nearest = row;
            }
        }
        return nearest == null
                ? null
                : new StrikeReading(
                        nearest.strike(),
                        nearest.skewGammaMultiplicative(),
                        nearest.skewGammaDirectional(),
                        nearest.skewGammaVolatilityFocused());
    }
}
