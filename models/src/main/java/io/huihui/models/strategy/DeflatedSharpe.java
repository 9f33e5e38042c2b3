package io.huihui.models.strategy;

import io.huihui.models.Require;
import io.huihui.models.quant.NormalDistribution;

/**
 * How likely it is that a Sharpe ratio is more than the best of many tries would show by luck.
 * Ratios are of one return, not annual.
 *
 * <p>Reference: Bailey, Lopez de Prado, "The deflated Sharpe ratio: correcting for selection bias,
 * backtest overfitting and non-normality", Journal of Portfolio Management 40, 2014, eq. 1 and 2.
 */
public final class DeflatedSharpe {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    private DeflatedSharpe() {}

    /**
     * Returns the Sharpe ratio that the best of so many tries is expected to show when none of them
     * is worth anything; 0 for one.
     *
     * @param variance of the ratios of the tries
     */
    public static double expectedMaximum(double variance, long trials) {
        Require.notNegative("variance", variance);
        Require.that(trials >= 1, "at least one trial", trials + " trials");
        if (trials == 1) {
            return 0;
        }
        double first = NormalDistribution.quantile(1 - 1.0 / trials);
        double second = NormalDistribution.quantile(1 - 1.0 / (trials * Math.E));
        return Math.sqrt(variance) * ((1 - EULER_MASCHERONI) * first + EULER_MASCHERONI * second);
    }

    /**
     * Returns the probability that the true Sharpe ratio is above a benchmark; with {@link
     * #expectedMaximum} as the benchmark it is the deflated Sharpe ratio.
     *
     * @param moments of the returns, at least two
     */
    public static double probability(ReturnMoments moments, double benchmark) {
        Require.that(moments.count() >= 2, "at least two returns", moments.count() + " returns");
        double sharpe = moments.sharpe();
        double spread =
                1 - moments.skewness() * sharpe + (moments.kurtosis() - 1) / 4 * sharpe * sharpe;
        // Equal returns leave nothing to doubt, and rounding may leave less than nothing.
        double deviation = Math.sqrt(Math.max(spread, SMALLEST_SPREAD));
        return NormalDistribution.cdf(
                (sharpe - benchmark) * Math.sqrt(moments.count() - 1.0) / deviation);
    }

    private static final double SMALLEST_SPREAD = 1e-12;
}
