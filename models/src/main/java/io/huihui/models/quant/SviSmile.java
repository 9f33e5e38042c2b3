package io.huihui.models.quant;

import io.huihui.models.Require;

/**
 * The smile of one expiry in Gatheral's raw SVI form: total variance (volatility squared times
 * years) as a function of {@code k = ln(strike / forward)} is {@code a + b (rho (k - m) + sqrt((k -
 * m)^2 + sigma^2))}.
 *
 * <p>Reference: J. Gatheral, A. Jacquier, "Arbitrage-free SVI volatility surfaces", Quantitative
 * Finance 14, 2014.
 */
public record SviSmile(double a, double b, double rho, double m, double sigma, double years) {

    /** Nodes on which the butterfly condition is checked. */
    private static final int CHECK_NODES = 241;

    /** Thirds cut from the interval around the least node: to 1e-5 of its width. */
    private static final int CHECK_THIRDS = 30;

    public SviSmile {
        Require.finite("a", a);
        Require.notNegative("b", b);
        Require.within("rho", rho, -1, 1);
        Require.finite("m", m);
        Require.positive("sigma", sigma);
        Require.positive("years", years);
    }

    /** Returns the total variance at log moneyness {@code k}. */
    public double totalVariance(double k) {
        double x = k - m;
        return a + b * (rho * x + Math.sqrt(x * x + sigma * sigma));
    }

    /** Returns the volatility at log moneyness {@code k}; NaN where total variance is negative. */
    public double volAnnual(double k) {
        return Math.sqrt(totalVariance(k) / years);
    }

    /** Returns the first derivative of total variance. */
    public double slope(double k) {
        double x = k - m;
        return b * (rho + x / Math.sqrt(x * x + sigma * sigma));
    }

    /** Returns the second derivative of total variance. */
    public double curvature(double k) {
        double x = k - m;
        double root = x * x + sigma * sigma;
        return b * sigma * sigma / (root * Math.sqrt(root));
    }

    /**
     * Returns Gatheral's {@code g(k)}, which has the sign of the risk-neutral density: below 0 a
     * butterfly around {@code k} costs less than nothing.
     */
    public double butterfly(double k) {
        double w = totalVariance(k);
        double first = slope(k);
        double lean = 1 - 0.5 * k * first / w;
        return lean * lean - 0.25 * first * first * (1 / w + 0.25) + 0.5 * curvature(k);
    }

    /**
     * Returns the least butterfly value between two log moneynesses; minus infinity when total
     * variance is not above 0 somewhere between.
     */
    public double leastButterfly(double from, double to) {
        double step = (to - from) / (CHECK_NODES - 1);
        double least = Double.POSITIVE_INFINITY;
        double leastAt = from;
        for (int node = 0; node < CHECK_NODES; node++) {
            double k = from + step * node;
            double value = butterflyOrNone(k);
            if (value < least) {
                least = value;
                leastAt = k;
            }
        }
        return Math.min(
                least, leastNear(Math.max(from, leastAt - step), Math.min(to, leastAt + step)));
    }

    /** Ternary search between two nodes around the least one. */
    private double leastNear(double from, double to) {
        double low = from;
        double high = to;
        for (int third = 0; third < CHECK_THIRDS; third++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (butterflyOrNone(left) < butterflyOrNone(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return butterflyOrNone(0.5 * (low + high));
    }

    private double butterflyOrNone(double k) {
        return totalVariance(k) > 0 ? butterfly(k) : Double.NEGATIVE_INFINITY;
    }

    /** Returns the smile raised by the same total variance everywhere. */
    public SviSmile raisedBy(double totalVariance) {
        return new SviSmile(a + totalVariance, b, rho, m, sigma, years);
    }

    /** Returns the theoretical price of an option, currency per share. */
    public double price(double forward, double strike, double discountFactor, boolean isCall) {
        double totalVol = Math.sqrt(totalVariance(Math.log(strike / forward)));
        return discountFactor * NormalisedBlack.undiscounted(forward, strike, totalVol, isCall);
    }

    /**
     * Returns the volatility of the option whose forward delta has the given size.
     *
     * @param deltaSize 0..1 without sign, e.g. 0.25, of undiscounted delta
     */
    public double volOfDelta(double deltaSize, boolean isCall) {
        double target = NormalDistribution.quantile(isCall ? deltaSize : 1 - deltaSize);
        double reach = 12 * Math.sqrt(totalVariance(0)) + 0.01;
        double low = -reach;
        double high = reach;
        for (int halving = 0; halving < 60; halving++) {
            double k = 0.5 * (low + high);
            double root = Math.sqrt(totalVariance(k));
            boolean tooDeep = -k / root + 0.5 * root > target;
            low = tooDeep ? k : low;
            high = tooDeep ? high : k;
        }
        return volAnnual(0.5 * (low + high));
    }
}
