package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.OptionContract;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.ChainQuote;
import io.huihui.models.quant.BlackScholes;

/**
 * Worth of one option at another price, time and volatility: each strike keeps its own volatility
 * (sticky strike), and carry stays what put-call parity said of its expiry.
 */
final class Repricing {

    private final OptionContract contract;
    private final double volAnnual;
    private final double rate;
    private final double dividendYield;

    private Repricing(
            OptionContract contract, double volAnnual, double rate, double dividendYield) {
        this.contract = contract;
        this.volAnnual = volAnnual;
        this.rate = rate;
        this.dividendYield = dividendYield;
    }

    /** Returns the repricing of a quoted contract, as of the chain's time and price. */
    static Repricing of(ChainQuote quote, double spot, long asOfMillis) {
        double years =
                TradingCalendar.yearsToExpiry(asOfMillis, quote.contract().expiryTimeMillis());
        if (!(years > 0)) {
            return new Repricing(quote.contract(), quote.impliedVolAnnual(), 0, 0);
        }
        double rate = -Math.log(quote.discountFactor()) / years;
        double yield = rate - Math.log(quote.forward() / spot) / years;
        return new Repricing(quote.contract(), quote.impliedVolAnnual(), rate, yield);
    }

    /** Returns the repricing of a contract without carry: what is left when no chain shows it. */
    static Repricing withoutCarry(OptionContract contract, double volAnnual) {
        return new Repricing(contract, volAnnual, 0, 0);
    }

    /**
     * Returns the worth, currency per share.
     *
     * @param volChange added to the volatility of the strike, 0.01 = one point
     */
    double at(double spot, long millis, double volChange) {
        double years =
                Math.max(0, TradingCalendar.yearsToExpiry(millis, contract.expiryTimeMillis()));
        return BlackScholes.price(
                spot,
                contract.strike(),
                years,
                rate,
                dividendYield,
                Math.max(LEAST_VOL, volAnnual + volChange),
                contract.kind() == OptionKind.CALL);
    }

    /** Below this a volatility is a typing error; a fall of volatility stops here. */
    private static final double LEAST_VOL = 0.01;
}
