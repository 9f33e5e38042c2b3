package io.huihui.models.expert.regime.forecast;

import io.huihui.models.decision.Horizon;

/** What makes the end of a condition likelier than its age alone says. */
final class Covariates {

    /** Constant; log odds by survival; tilt; short volatility; flow; release due; doubt; news. */
    static final int COUNT = 11;

    /** Beyond this many deviations a residual says nothing more. */
    private static final double LARGEST_RESIDUAL = 3;

    /** Below it, residuals are what noise makes. */
    private static final double NOISE = 0.3;

    private static final double SURE = 1e-4;

    private Covariates() {}

    /**
     * Returns the covariates of leaving within a horizon.
     *
     * @param leaving by the survival of the stages alone
     * @param tilt mean residual of the last chains, in deviations
     * @param vol the same of short volatility
     * @param flow option trades beyond what the condition explains
     * @param doubt entropy of the conditions, nats
     * @param volSlope slope of log volatility in its own deviations
     */
    static double[] of(
            Horizon horizon,
            double leaving,
            double tilt,
            double vol,
            double flow,
            double minutesToRelease,
            double doubt,
            double volSlope) {
        double bounded = Math.max(SURE, Math.min(1 - SURE, leaving));
        double tiltSize = Math.min(LARGEST_RESIDUAL, Math.abs(tilt));
        double volSize = Math.min(LARGEST_RESIDUAL, Math.abs(vol));
        return new double[] {
            1,
            Math.log(bounded / (1 - bounded)),
            tiltSize,
            Math.max(0, tiltSize - NOISE),
            volSize,
            Math.max(0, volSize - NOISE),
            Math.max(-1, Math.min(2, flow)),
            Math.max(0, Math.min(2, flow)),
            minutesToRelease <= horizon.minutes() ? 1 : 0,
            doubt,
            Math.min(LARGEST_RESIDUAL, Math.abs(volSlope))
        };
    }
}
