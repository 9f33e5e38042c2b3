package io.huihui.models.quant;

/**
 * Black's formula without scale: the price of an out-of-the-money option divided by {@code
 * sqrt(forward * strike)} as a function of {@code x = -|ln(forward / strike)|} and the total
 * volatility {@code s = vol * sqrt(years)}, accurate to a few units in the last place far into the
 * wings, and its inverse.
 *
 * <p>Reference: P. Jaeckel, "Let's be rational", Wilmott Magazine, 2015 (regions, first guess and
 * third-order Householder steps).
 */
final class NormalisedBlack {

    /** Below this half total volatility the difference of two near values is taken as a series. */
    private static final double SERIES_LIMIT = 0.1;

    /** Left of this the terms of that series lose digits to cancellation themselves. */
    private static final double SERIES_LEFT_LIMIT = -8.0;

    /** Terms of the series: the next one is below 1e-17 of the first inside the limits. */
    private static final int SERIES_TERMS = 7;

    /** Right of this d1 the plain formula has no cancellation worth avoiding. */
    private static final double PLAIN_LIMIT = 0.5;

    /** Steps allowed; two are usual, more only where rounding of the price blurs the target. */
    private static final int MOST_STEPS = 60;

    /**
     * A step below this part of the value is the last: what it leaves is of its fourth power. The
     * margin is for corners where the fourth order has not set in.
     */
    private static final double STEP_TOLERANCE = 1e-5;

    private NormalisedBlack() {}

    /** Returns the undiscounted Black price, currency per share. */
    static double undiscounted(double forward, double strike, double totalVol, boolean isCall) {
        double intrinsic = Math.max(isCall ? forward - strike : strike - forward, 0);
        double x = -Math.abs(Math.log(forward / strike));
        return intrinsic + Math.sqrt(forward) * Math.sqrt(strike) * price(x, totalVol);
    }

    /** Returns the normalised price at {@code x <= 0} and {@code s >= 0}. */
    static double price(double x, double s) {
        if (s == 0) {
            return 0;
        }
        double h = x / s;
        double t = 0.5 * s;
        if (h + t > PLAIN_LIMIT) {
            return Math.exp(0.5 * x) * NormalDistribution.cdf(h + t)
                    - Math.exp(-0.5 * x) * NormalDistribution.cdf(h - t);
        }
        return slope(h, t) * ratioDifference(h, t);
    }

    /** Change of the normalised price per 1 of total volatility. */
    private static double slope(double h, double t) {
        return NormalDistribution.INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * (h * h + t * t));
    }

    /** Price over slope: {@code Y(h+t) - Y(h-t)} with {@code Y = cdf / pdf}. */
    private static double ratioDifference(double h, double t) {
        if (t < SERIES_LIMIT && h > SERIES_LEFT_LIMIT) {
            return series(h, t);
        }
        return NormalDistribution.cdfOverPdf(h + t) - NormalDistribution.cdfOverPdf(h - t);
    }

    /** Taylor series in t; derivatives by {@code Y' = 1 + hY, Y(n+1) = h Y(n) + n Y(n-1)}. */
    private static double series(double h, double t) {
        double before = NormalDistribution.cdfOverPdf(h);
        double derivative = 1 + h * before;
        double power = t;
        double sum = 0;
        int order = 1;
        for (int term = 0; term < SERIES_TERMS; term++) {
            sum += derivative * power;
            double even = h * derivative + order * before;
            double odd = h * even + (order + 1) * derivative;
            before = even;
            derivative = odd;
            power *= t * t / ((order + 1) * (order + 2));
            order += 2;
        }
        return 2 * sum;
    }

    /**
     * Returns the total volatility whose normalised price is {@code target}.
     *
     * @param target above 0 and below {@code exp(x/2)}
     * @param x not above 0
     */
    static double totalVol(double target, double x) {
        double bound = Math.exp(0.5 * x);
        if (x == 0) {
            return -2 * NormalDistribution.quantile(0.5 * (1 - target));
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double s = TotalVolGuess.of(target, x, bound);
        for (int trial = 0; trial < MOST_STEPS; trial++) {
            double price = price(x, s);
            if (price > target) {
                high = s;
            } else {
                low = s;
            }
            double step = householderStep(target, bound, price, x, s);
            if (Math.abs(step) <= STEP_TOLERANCE * s) {
                return s + step;
            }
            double next = s + step;
            if (!(next > low && next < high)) {
                next = high < Double.POSITIVE_INFINITY ? 0.5 * (low + high) : 2 * s;
            }
            s = next;
        }
        return s;
    }

    /** Third-order Householder step on the objective that is straightest in this region. */
    private static double householderStep(
            double target, double bound, double price, double x, double s) {
        double slope = slope(x / s, 0.5 * s);
        double h2 = x * x / (s * s * s) - 0.25 * s;
        double h3 = h2 * h2 - 3 * (x / (s * s)) * (x / (s * s)) - 0.25;
        if (2 * target < bound) {
            return lowPriceStep(target, price, slope, h2, h3);
        }
        double missing = bound - price;
        double ratio = slope / missing;
        double newton = missing / slope * Math.log(missing / (bound - target));
        return step(newton, h2 + ratio, h3 + ratio * (3 * h2 + 2 * ratio));
    }

    /** Objective {@code 1 / ln(price)}: nearly a straight line in s where prices are tiny. */
    private static double lowPriceStep(
            double target, double price, double slope, double h2, double h3) {
        double logPrice = Math.log(price);
        double ratio = slope / price;
        double newton = (Math.log(target) - logPrice) * logPrice / Math.log(target) / ratio;
        double bend = ratio * (1 + 2 / logPrice);
        double bend3 = 3 * h2 * bend;
        double bend4 = 2 * ratio * ratio * (1 + 3 / logPrice * (1 + 1 / logPrice));
        return step(newton, h2 - bend, h3 - bend3 + bend4);
    }

    private static double step(double newton, double second, double third) {
        double numerator = 1 + 0.5 * second * newton;
        double denominator = 1 + newton * (second + third * newton / 6);
        return numerator > 0 && denominator > 0 ? newton * numerator / denominator : newton;
    }
}
