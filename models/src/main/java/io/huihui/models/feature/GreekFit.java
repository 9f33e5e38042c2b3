package io.huihui.models.feature;

import io.huihui.models.Require;

/**
 * How a provider's greek compares with the one recomputed here.
 *
 * @param contracts how many had both
 * @param factor provider's greek = factor x ours: its unit in ours, e.g. -1/365 of a charm that is
 *     per year and signed the other way
 * @param rSquared share of the variance of the provider's greek that the factor explains; 1 = all,
 *     below 0 = worse than its mean
 */
public record GreekFit(Greek greek, int contracts, double factor, double rSquared) {

    public GreekFit {
        Require.present("greek", greek);
        Require.notNegative("contracts", contracts);
        Require.finite("factor", factor);
        Require.finite("rSquared", rSquared);
    }
}
