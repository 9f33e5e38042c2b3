package io.huihui.models.feature;

/**
 * What customers did at one strike today, and what is odd about it. NaN where an input is missing.
 *
 * @param netPremiumScore z* of the net premium across the strikes of the chain
 * @param netPremiumHistoryScore z* of it against strikes at this time of day in twenty sessions
 * @param deltaFlow customers' purchases less sales, currency
 * @param gammaFlow currency per 1 % move
 * @param vegaFlow currency per vol point
 * @param thetaFlow currency per day
 * @param vannaFlow currency per vol point
 * @param charmFlow currency per day
 * @param charmThetaRatio E-CTR, 0 and above
 * @param thetaFlowIntensity E-TDFI, 0 and above
 * @param hiddenLevel HIDDEN_LEVEL_HEURISTIC, 0 and above
 */
public record StrikeFlow(
        double netPremiumScore,
        double netPremiumHistoryScore,
        double deltaFlow,
        double gammaFlow,
        double vegaFlow,
        double thetaFlow,
        double vannaFlow,
        double charmFlow,
        double charmThetaRatio,
        double thetaFlowIntensity,
        double hiddenLevel) {}
