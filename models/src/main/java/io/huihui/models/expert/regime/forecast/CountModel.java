package io.huihui.models.expert.regime.forecast;

import io.huihui.models.ParameterText;

/**
 * How many trades a second brings: Poisson numbers whose rate depends on the time of day, and on
 * condition and micro-state. Option customers follow each other in some conditions, so there the
 * rate also depends on the pace of the minute before.
 *
 * @param tradeRates by condition, each times the micro-state's factor
 * @param microFactors by micro-state
 * @param optionRates by condition, without followers
 * @param following option trades that one of the minute before brings about, by condition
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record CountModel(
        double[] tradeRates, double[] microFactors, double[] optionRates, double[] following) {

    static CountModel read(ParameterText text, int micros) {
        return new CountModel(
                text.numbers("trade-rate", ForecastModel.CONDITIONS),
                text.numbers("trade-factor", micros),
                text.numbers("option-rate", ForecastModel.CONDITIONS),
                text.numbers("following", ForecastModel.CONDITIONS));
    }

    /** Returns the log likelihood of the trades, up to what does not depend on the state. */
    double trades(SecondSeen seen, int condition, int micro) {
        if (Double.isNaN(seen.trades())) {
            return 0;
        }
        double rate = tradeRates[condition] * microFactors[micro];
        return seen.trades() * Math.log(rate) - rate * seen.tradesExposure();
    }

    /** Returns the log likelihood of the option trades, up to the same. */
    double optionTrades(SecondSeen seen, int condition) {
        if (Double.isNaN(seen.optionTrades())) {
            return 0;
        }
        double expected = expectedOptionTrades(seen, condition);
        return seen.optionTrades() * Math.log(expected) - expected;
    }

    /** Returns how many option trades the condition leads to expect. */
    double expectedOptionTrades(SecondSeen seen, int condition) {
        return optionRates[condition] * seen.optionTradesExposure()
                + following[condition] * seen.optionPace();
    }
}
