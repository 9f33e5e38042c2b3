package io.huihui.models.learner;

import io.huihui.models.Require;

/**
 * Step sizes and penalties of FTRL-proximal.
 *
 * @param alpha scale of the steps
 * @param beta how slowly the steps begin to shrink, above 0
 * @param l1 weights whose gradients do not exceed it stay exactly 0
 * @param l2 pull of every weight towards 0
 */
public record FtrlRates(double alpha, double beta, double l1, double l2) {

    /** What the paper begins with, for inputs of the order of 1; no penalties. */
    public static final FtrlRates USUAL = new FtrlRates(0.1, 1, 0, 0);

    public FtrlRates {
        Require.positive("alpha", alpha);
        Require.positive("beta", beta);
        Require.notNegative("l1", l1);
        Require.notNegative("l2", l2);
    }
}
