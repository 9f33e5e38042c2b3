package io.huihui.models.strategy;

import io.huihui.models.Require;
import io.huihui.models.directive.DirectiveConfig;

/**
 * What trading an option costs. A tape holds no chain, so spreads are assumed: a share of the
 * price, within bounds.
 *
 * @param relativeSpread spread over price
 * @param leastSpread currency per share
 * @param largestSpread currency per share; beyond it one would not trade but wait
 * @param commission currency per share
 */
public record TradingCosts(
        double relativeSpread, double leastSpread, double largestSpread, double commission) {

    /** Shares per contract. */
    static final int MULTIPLIER = 100;

    /** For tapes of which it is known that nothing is to be earned. */
    public static final TradingCosts NONE = new TradingCosts(0, 0, 0, 0);

    public TradingCosts {
        Require.notNegative("relativeSpread", relativeSpread);
        Require.notNegative("leastSpread", leastSpread);
        Require.that(
                largestSpread >= leastSpread,
                "largestSpread >= leastSpread",
                largestSpread + " and " + leastSpread);
        Require.notNegative("commission", commission);
    }

    /**
     * Returns costs of liquid options: spreads of 3 % of the price (the desk refuses those above 5
     * %), of two to thirty cents; the desk's commission.
     */
    public static TradingCosts standard() {
        return new TradingCosts(
                0.03, 0.02, 0.30, DirectiveConfig.standard().commissionPerContract() / MULTIPLIER);
    }

    /** Returns what buying or selling one option costs, currency per share. */
    double of(double price) {
        double spread = Math.max(leastSpread, Math.min(largestSpread, relativeSpread * price));
        return spread / 2 + commission;
    }

    /** Returns the most that {@link #of} returns. */
    double most() {
        return largestSpread / 2 + commission;
    }
}
