package io.huihui.models.expert.regime.forecast;

/**
 * What a second showed, freed of the time of day where that can be taken out of a number.
 *
 * @param measured variation, repetition and spread; see {@link ObservationReader}
 * @param trades number of trades; NaN when none are fed
 * @param tradesExposure what the time of day makes of one trade a second
 * @param optionTrades number of option trades; NaN when none are fed
 * @param optionTradesExposure what the time of day makes of one option trade a second
 * @param optionPace option trades a second in the minute before
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record SecondSeen(
        double[] measured,
        double trades,
        double tradesExposure,
        double optionTrades,
        double optionTradesExposure,
        double optionPace) {

    /** Variance of the price in this second, annual, free of the time of day; NaN = missing. */
    public double variance() {
        double root = measured[ObservationReader.VARIATION];
        return root * root * root;
    }
}
