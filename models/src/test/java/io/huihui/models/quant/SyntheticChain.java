package io.huihui.models.quant;

import java.util.function.DoubleBinaryOperator;

/** A chain whose volatilities, rates and positions are known, for tests. */
final class SyntheticChain {

    static final long NOW = 1_556_200_000_000L;
    static final double SPOT = 2900;
    static final double RATE = 0.024;
    static final double YIELD = 0.019;
    static final int SHARES = 100;

    private static final double DAY = 86_400_000.0;

    private final DoubleBinaryOperator volOfLogMoneynessAndYears;

    SyntheticChain(DoubleBinaryOperator volOfLogMoneynessAndYears) {
        this.volOfLogMoneynessAndYears = volOfLogMoneynessAndYears;
    }

    /** A skewed smile that flattens with time. */
    static SyntheticChain skewed() {
        return new SyntheticChain(
                (k, years) ->
                        Math.sqrt(
                                0.005
                                        + 0.1
                                                / Math.sqrt(0.2 + years)
                                                * (-0.6 * k + Math.sqrt(k * k + 0.0064))));
    }

    double years(ChainArrays chain, int contract) {
        long expiry = chain.expiryTimesMillis()[chain.expiryNumbers()[contract]];
        return ChainAnalytics.yearsBetween(NOW, expiry);
    }

    double vol(double strike, double years) {
        double forward = SPOT * Math.exp((RATE - YIELD) * years);
        return volOfLogMoneynessAndYears.applyAsDouble(Math.log(strike / forward), years);
    }

    /** Adds calls and puts at strikes 2000..3600 for each expiry, days from now. */
    void fill(ChainArrays chain, double step, double... days) {
        for (double day : days) {
            int expiry = chain.addExpiry(NOW + Math.round(day * DAY));
            for (double strike = 2000; strike <= 3600; strike += step) {
                chain.addContract(expiry, strike, true, SHARES);
                chain.addContract(expiry, strike, false, SHARES);
            }
        }
        requote(chain);
    }

    /** Quotes every contract at its model price with no spread, and gives it a position. */
    void requote(ChainArrays chain) {
        for (int i = 0; i < chain.contractCount(); i++) {
            double strike = chain.strikes()[i];
            double years = years(chain, i);
            boolean call = chain.calls()[i];
            double price =
                    years > 0
                            ? BlackScholes.price(
                                    SPOT, strike, years, RATE, YIELD, vol(strike, years), call)
                            : 0;
            chain.quote(i, price, price);
            double openInterest = 100 + (i * 7919L) % 1000 + (call && strike == 3000 ? 9000 : 0);
            double sign = call ? 1 : -1;
            chain.position(i, openInterest, sign * openInterest + (i * 104729L) % 300 - 150);
        }
    }
}
