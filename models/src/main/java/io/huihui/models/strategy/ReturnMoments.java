package io.huihui.models.strategy;

import io.huihui.models.Require;

/**
 * The first four moments of returns.
 *
 * @param deviation standard deviation (of the sample); 0 when no return differs
 * @param skewness third standardised moment
 * @param kurtosis fourth standardised moment; 3 for normal returns
 */
public record ReturnMoments(
        int count, double mean, double deviation, double skewness, double kurtosis) {

    private static final double NORMAL_KURTOSIS = 3;

    public ReturnMoments {
        Require.that(count >= 0, "count >= 0", count + "");
        Require.finite("mean", mean);
        Require.notNegative("deviation", deviation);
        Require.finite("skewness", skewness);
        Require.finite("kurtosis", kurtosis);
    }

    /** Returns the moments of these returns; of none, all 0 but for the kurtosis. */
    public static ReturnMoments of(double... returns) {
        int count = returns.length;
        double mean = 0;
        for (double each : returns) {
            mean += each / count;
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (double each : returns) {
            double apart = each - mean;
            second += apart * apart / count;
            third += apart * apart * apart / count;
            fourth += apart * apart * apart * apart / count;
        }
        if (!(second > 0) || count < 2) {
            return new ReturnMoments(count, mean, 0, 0, NORMAL_KURTOSIS);
        }
        double deviation = Math.sqrt(second * count / (count - 1.0));
        return new ReturnMoments(
                count, mean, deviation, third / Math.pow(second, 1.5), fourth / (second * second));
    }

    /** Returns mean over deviation; 0 when no return differs. */
    public double sharpe() {
        return deviation > 0 ? mean / deviation : 0;
    }

    /**
     * Returns these with the deviation of many returns of the same kind where that is larger and
     * its tail is one of losses: some thirty returns of who sells options have mostly not met the
     * one that costs what the others earn, and nothing in them tells of it.
     */
    ReturnMoments atLeastAsWideAs(ReturnMoments many) {
        return many.skewness < 0 && many.deviation > deviation
                ? new ReturnMoments(count, mean, many.deviation, skewness, kurtosis)
                : this;
    }
}
