package io.huihui.benchmarks.evaluate;

/**
 * What came of the desk's judgements and trades over one seed.
 *
 * @param raw theses by the gate's own probability
 * @param calibrated the same theses by the probability the desk acted on
 * @param onPrice trades on where the price goes
 * @param onVolatility trades on where implied volatility goes
 */
record DeskTallies(
        CalibrationTally raw,
        CalibrationTally calibrated,
        TradeTally onPrice,
        TradeTally onVolatility) {

    static DeskTallies empty() {
        return new DeskTallies(
                new CalibrationTally(), new CalibrationTally(), new TradeTally(), new TradeTally());
    }
}
