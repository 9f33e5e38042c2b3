package io.huihui.models.feature;

/**
 * What the calls, or the puts, of one strike and one class of days to expiry sum to. Dealer
 * quantities by inferred inventory, above 0 when dealers are long; flows are customers' purchases
 * less sales today.
 *
 * @param openInterest contracts
 * @param netPremium currency
 * @param netVolume contracts
 * @param gammaPerPercent dealers, currency per 1 % move
 * @param delta dealers, currency
 * @param vegaPerPoint dealers, currency per vol point
 * @param thetaPerDay dealers, currency per day
 * @param vannaPerPoint dealers, currency per vol point
 * @param vommaPerPoint dealers, vega per vol point, currency
 * @param charmPerDay dealers, currency per day
 * @param deltaFlow currency
 * @param gammaFlow currency per 1 % move
 * @param vegaFlow currency per vol point
 * @param thetaFlow currency per day
 * @param vannaFlow currency per vol point
 * @param charmFlow currency per day
 */
public record StrikeSums(
        double openInterest,
        double netPremium,
        double netVolume,
        double gammaPerPercent,
        double delta,
        double vegaPerPoint,
        double thetaPerDay,
        double vannaPerPoint,
        double vommaPerPoint,
        double charmPerDay,
        double deltaFlow,
        double gammaFlow,
        double vegaFlow,
        double thetaFlow,
        double vannaFlow,
        double charmFlow) {}
