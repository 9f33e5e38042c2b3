package io.huihui.models.metric;

import java.util.Arrays;

/** Arithmetic on arrays that hold one number per strike. */
final class StrikeMath {

    private StrikeMath() {}

    static double sum(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }

    static double absoluteSum(double[] values) {
        double total = 0;
        for (double value : values) {
            total += Math.abs(value);
        }
        return total;
    }

    /** Returns the sum of squared shares of |value|, NaN when all are 0. */
    static double concentration(double[] values) {
        double total = absoluteSum(values);
        double squares = 0;
        for (double value : values) {
            squares += (value / total) * (value / total);
        }
        return total > 0 ? squares : Double.NaN;
    }

    /** Returns the values of one sign, 0 elsewhere. */
    static double[] ofSign(double[] values, int sign) {
        double[] kept = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            kept[k] = values[k] * sign > 0 ? values[k] : 0;
        }
        return kept;
    }

    static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            scaled[k] = values[k] * factor;
        }
        return scaled;
    }

    static double[] product(double[] one, double[] other, double factor) {
        double[] product = new double[one.length];
        for (int k = 0; k < one.length; k++) {
            product[k] = one[k] * other[k] * factor;
        }
        return product;
    }

    /** Returns exp(-x^2 / 2) of each strike, x its log distance from spot in widths. */
    static double[] gaussian(double[] strikes, double spot, double width) {
        double[] values = new double[strikes.length];
        for (int k = 0; k < strikes.length; k++) {
            double x = Math.log(strikes[k] / spot) / width;
            values[k] = Math.exp(-0.5 * x * x);
        }
        return values;
    }

    /** Returns value / MAD, cut at 6; 0 without spread. */
    static double[] byMad(double[] values) {
        double scale = mad(values);
        double[] scores = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            double score = scale > 0 ? values[k] / scale : 0;
            scores[k] = Math.max(-RobustScore.CLIP, Math.min(RobustScore.CLIP, score));
        }
        return scores;
    }

    static double mad(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return RobustScore.mad(sorted, sorted.length, RobustScore.median(sorted, sorted.length));
    }

    /** Returns the median of the sizes of the finite values; NaN without any. */
    static double medianSize(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).map(Math::abs).sorted().toArray();
        return RobustScore.median(sorted, sorted.length);
    }

    /** Returns the least value below or at which this share of the finite values lies. */
    static double quantile(double[] values, double share) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, Math.min(sorted.length - 1, place))];
    }
}
