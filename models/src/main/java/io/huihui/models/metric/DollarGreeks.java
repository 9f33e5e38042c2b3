package io.huihui.models.metric;

import io.huihui.models.quant.ChainArrays;
import io.huihui.models.quant.ChainColumn;

/**
 * The greeks of one contract in the currency scales of {@code docs/conventions.md}: what one
 * contract held adds to an exposure.
 *
 * @param delta currency
 * @param gamma currency per 1 % move
 * @param vega currency per vol point
 * @param theta currency per day
 * @param vanna currency per vol point
 * @param charm currency per day
 * @param vomma change of vega per vol point, currency
 */
record DollarGreeks(
        double delta,
        double gamma,
        double vega,
        double theta,
        double vanna,
        double charm,
        double vomma) {

    private static final double PERCENT = 0.01;

    /** Returns those of a contract after an analysis of its chain. */
    static DollarGreeks of(ChainArrays chain, int contract, double spot) {
        double shares = chain.multipliers()[contract];
        double dollars = shares * spot;
        return new DollarGreeks(
                chain.column(ChainColumn.DELTA)[contract] * dollars,
                chain.column(ChainColumn.GAMMA)[contract] * dollars * spot * PERCENT,
                chain.column(ChainColumn.VEGA)[contract] * shares * PERCENT,
                chain.column(ChainColumn.THETA_PER_DAY)[contract] * shares,
                chain.column(ChainColumn.VANNA)[contract] * dollars * PERCENT,
                chain.column(ChainColumn.CHARM_PER_DAY)[contract] * dollars,
                chain.column(ChainColumn.VOMMA)[contract] * shares * PERCENT * PERCENT);
    }
}
