package io.huihui.models.directive;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.LegSide;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.ChainQuote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The contracts of one structure, all of one expiry, and what one unit of it is worth. Values are
 * net of all legs, currency per share: above 0 it is an asset.
 *
 * @param spot price of the underlying behind the quotes
 * @param asOfMillis time of the quotes
 * @param legs lowest strike first
 */
record ChosenLegs(double spot, long asOfMillis, List<ChosenLegs.Chosen> legs) {

    /** One contract and whether it is bought. */
    record Chosen(LegSide side, ChainQuote quote) {

        int sign() {
            return side == LegSide.LONG ? 1 : -1;
        }
    }

    ChosenLegs {
        legs = new ArrayList<>(legs);
        legs.sort(
                Comparator.comparingDouble((Chosen leg) -> leg.quote.contract().strike())
                        .thenComparing((Chosen leg) -> leg.quote.contract().kind().ordinal() == 0));
        legs = List.copyOf(legs);
    }

    long expiryTimeMillis() {
        return legs.get(0).quote.contract().expiryTimeMillis();
    }

    int daysToExpiry() {
        return TradingCalendar.newYork().daysToExpiry(asOfMillis, expiryTimeMillis());
    }

    int multiplier() {
        return legs.get(0).quote.contract().multiplier();
    }

    /** Returns the value at the mids. */
    double mid() {
        return net(leg -> leg.quote.mid());
    }

    /** Returns the sum of what each leg is worth, what is sold counting against it. */
    double net(ToDoubleFunction<Chosen> worth) {
        double sum = 0;
        for (Chosen leg : legs) {
            sum += leg.sign() * worth.applyAsDouble(leg);
        }
        return sum;
    }

    /** Returns the sum of the spreads: what going in and out at the far sides costs. */
    double spread() {
        double sum = 0;
        for (Chosen leg : legs) {
            sum += leg.quote.ask() - leg.quote.bid();
        }
        return sum;
    }

    /**
     * Returns the worst value at which they are entered: half of every spread beyond the mids, in
     * whole cents, as orders are.
     */
    double entryLimit() {
        return Math.ceil((mid() + 0.5 * spread()) * CENTS) / CENTS;
    }

    private static final double CENTS = 100;

    /** Returns the mean liquidity score of the legs. */
    double liquidity() {
        return legs.stream().mapToDouble(leg -> leg.quote.liquidityScore()).average().orElseThrow();
    }

    /** Returns the worth of one leg at another price, time and volatility. */
    double at(Chosen leg, double price, long millis, double volChange) {
        return Repricing.of(leg.quote, spot, asOfMillis).at(price, millis, volChange);
    }

    /** Returns the value at another price and time, each strike keeping its volatility. */
    double at(double price, long millis) {
        return net(leg -> at(leg, price, millis, 0));
    }

    /**
     * Returns a leg whose volatility does not explain its quote to within the spread; null when
     * there is none. A strike's volatility is that of its side out of the money, so the quotes of
     * such a pair, or they and the price, are of different moments.
     */
    Chosen unexplained() {
        for (Chosen leg : legs) {
            double spread = leg.quote.ask() - leg.quote.bid();
            if (!(Math.abs(at(leg, spot, asOfMillis, 0) - leg.quote.mid()) <= spread)) {
                return leg;
            }
        }
        return null;
    }

    /** Returns the least value at expiry: the payoff bends at strikes only. */
    double leastAtExpiry() {
        double least = payoff(0);
        double highest = legs.get(legs.size() - 1).quote.contract().strike();
        for (Chosen leg : legs) {
            least = Math.min(least, payoff(leg.quote.contract().strike()));
        }
        return Math.min(least, payoff(2 * highest));
    }

    private double payoff(double price) {
        double sum = 0;
        for (Chosen leg : legs) {
            double strike = leg.quote.contract().strike();
            boolean call = leg.quote.contract().kind() == OptionKind.CALL;
            sum += leg.sign() * Math.max(0, call ? price - strike : strike - price);
        }
        return sum;
    }
}
