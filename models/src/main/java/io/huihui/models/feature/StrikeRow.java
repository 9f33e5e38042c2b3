package io.huihui.models.feature;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * The metrics of one strike, summed over its contracts. NaN where an input is missing. Scores are
 * across the strikes of one chain. Definitions: {@code docs/features.md}, "strikes".
 *
 * @param strike currency per share
 * @param netPremium customer premium bought less sold today, currency (NVP)
 * @param netPremiumCall of calls
 * @param netPremiumPut of puts
 * @param netPremiumDirectional sum of sgn(delta) x net premium
 * @param netVolume customer contracts bought less sold today (NVP_vol)
 * @param gammaPerPercent dealer gamma, currency per 1 % move
 * @param gammaPerPercentToday of contracts that expire today
 * @param deltaDealers dealer delta, currency
 * @param adaptiveGamma A-DAG, currency per 1 % move
 * @param skewGammaMultiplicative E-SDAG, multiplicative
 * @param skewGammaDirectional E-SDAG, directional
 * @param skewGammaWeighted E-SDAG, weighted
 * @param skewGammaVolatilityFocused E-SDAG, volatility focused
 * @param gammaDeltaPressure SGDHP, currency per 1 % move
 * @param charmPressure currency dealers buy as time passes until the close
 * @param timeDecayPressure D-TDPI, score
 * @param pinScore 0 and above
 * @param pinProbability 0..1
 * @param volatilityRegime VRI at the strike, currency per vol point
 * @param structurePosition A-MSPI, -3..3
 * @param structureAgreement A-SAI, -1..1
 * @param greekConcentration UGCH, weighted score
 * @param relativeFlow ARFI, 0 and above
 * @param flow what customers did today; null in rows of release 0.1.0
 */
public record StrikeRow(
        double strike,
        double netPremium,
        double netPremiumCall,
        double netPremiumPut,
        double netPremiumDirectional,
        double netVolume,
        double gammaPerPercent,
        double gammaPerPercentToday,
        double deltaDealers,
        double adaptiveGamma,
        double skewGammaMultiplicative,
        double skewGammaDirectional,
        double skewGammaWeighted,
        double skewGammaVolatilityFocused,
        double gammaDeltaPressure,
        double charmPressure,
        double timeDecayPressure,
        double pinScore,
        double pinProbability,
        double volatilityRegime,
        double structurePosition,
        double structureAgreement,
        double greekConcentration,
        double relativeFlow,
        @OrNull StrikeFlow flow) {

    public StrikeRow {
        Require.positive("strike", strike);
    }
}
