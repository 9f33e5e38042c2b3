package io.huihui.models.directive;

import io.huihui.models.feature.Feature;

/** What signals rank against its own history. */
enum SignalMeasure {
    VRI_STATE,
    VARIANCE_RISK_PREMIUM,
    A_SSI,
    SKEW_GAMMA_MULTIPLICATIVE,
    SKEW_GAMMA_DIRECTIONAL,
    SKEW_GAMMA_VOLATILITY;

    /** Returns the value; NaN when it is missing. Of E-SDAG, MULT and DIR count by their size. */
    double of(DeskMarket market, StrikeReading strikes) {
        return switch (this) {
            case VRI_STATE -> market.snapshot().features().orNaN(Feature.VRI_STATE);
            case VARIANCE_RISK_PREMIUM ->
                    market.snapshot().features().orNaN(Feature.VARIANCE_RISK_PREMIUM);
            case A_SSI -> market.snapshot().features().orNaN(Feature.A_SSI);
            case SKEW_GAMMA_MULTIPLICATIVE ->
                    strikes == null ? Double.NaN : Math.abs(strikes.multiplicative());
            case SKEW_GAMMA_DIRECTIONAL ->
                    strikes == null ? Double.NaN : Math.abs(strikes.directional());
            case SKEW_GAMMA_VOLATILITY ->
                    strikes == null ? Double.NaN : strikes.volatilityFocused();
        };
    }
}
