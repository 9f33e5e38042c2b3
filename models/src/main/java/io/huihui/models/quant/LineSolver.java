package io.huihui.models.quant;

/**
 * Total volatility of one line (strike of an expiry) of a chain, and the normal terms its greeks
 * need. Starts from a neighbour's answer, so two evaluations are usual; falls back to {@link
 * NormalisedBlack} where they do not suffice. Reusable, allocates nothing.
 */
final class LineSolver {

    /** Evaluations before the careful inverse takes over. */
    private static final int MOST_EVALUATIONS = 6;

    /** A step this small leaves an error of its fourth power, which is nothing. */
    static final double LAST_STEP = 5e-4;

    /** After a step no longer than this the normal terms are moved by their Taylor series. */
    private static final double TAYLOR_STEP = 1e-6;

    /** Prices above this part of the bound bend the other way; left to the careful inverse. */
    static final double LOW_PRICE_PART = 0.5;

    private static final double LOG_SQRT_TWO_PI = 0.9189385332046728;
    private static final double SIXTH = 1.0 / 6;

    private double s;
    private double lastStep;
    private double slope;
    private double ratioAbove;
    private double ratioBelow;

    /** Total volatility found. */
    double totalVol() {
        return s;
    }

    /** Change of the normalised price per 1 of total volatility, there. */
    double slope() {
        return slope;
    }

    /** cdf over pdf at x/s + s/2. */
    double ratioAbove() {
        return ratioAbove;
    }

    /** cdf over pdf at x/s - s/2. */
    double ratioBelow() {
        return ratioBelow;
    }

    /**
     * Finds the total volatility.
     *
     * @param target normalised out-of-the-money price, above 0 and below {@code bound}
     * @param x minus the distance of ln(forward / strike) from 0
     * @param bound exp(x / 2)
     * @param guess a neighbour's total volatility, or NaN
     */
    void solve(double target, double x, double bound, double guess) {
        if (!search(target, x, bound, guess)) {
            s = NormalisedBlack.totalVol(target, x);
            evaluate(x);
        } else if (Math.abs(lastStep) <= TAYLOR_STEP * s) {
            shift(x, s + lastStep);
        } else {
            s += lastStep;
            evaluate(x);
        }
        setSlope(x);
    }

    /** Finds the total volatility and the slope there, as {@link #solve}, but not the ratios. */
    void solveWithoutRatios(double target, double x, double bound, double guess) {
        if (search(target, x, bound, guess)) {
            s += lastStep;
        } else {
            s = NormalisedBlack.totalVol(target, x);
        }
        setSlope(x);
    }

    /** Leaves the value before the last step, its ratios, and that step; false when it gave up. */
    private boolean search(double target, double x, double bound, double guess) {
        if (!(guess > 0 && target < LOW_PRICE_PART * bound)) {
            return false;
        }
        double logTarget = Math.log(target) + LOG_SQRT_TWO_PI;
        s = guess;
        for (int evaluation = 0; evaluation < MOST_EVALUATIONS; evaluation++) {
            evaluate(x);
            lastStep = step(logTarget, x);
            if (Math.abs(lastStep) <= LAST_STEP * s) {
                return true;
            }
            double next = s + lastStep;
            if (!(next > 0.25 * s && next < 4 * s)) {
                return false;
            }
            s = next;
        }
        return false;
    }

    private void evaluate(double x) {
        double h = x / s;
        double t = 0.5 * s;
        ratioAbove = RatioTable.at(h + t);
        ratioBelow = RatioTable.at(h - t);
    }

    private void setSlope(double x) {
        double h = x / s;
        double t = 0.5 * s;
        slope = NormalDistribution.INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * (h * h + t * t));
    }

    /**
     * Third-order Householder step towards ln(target) on ln(price), which is ln(slope) plus the
     * logarithm of the difference of the two ratios; ln(slope) needs no exponential.
     */
    private double step(double logTarget, double x) {
        double width = ratioAbove - ratioBelow;
        double pull = 1 / width;
        double inverse = 1 / s;
        double h = x * inverse;
        double square = h * h;
        double logPrice = Math.log(width) - 0.5 * (square + 0.25 * s * s);
        double newton = (logTarget - logPrice) * width;
        double bend = square * inverse - 0.25 * s;
        double second = bend - pull;
        double third = bend * bend - 3 * square * (inverse * inverse) - 0.25;
        third += pull * (2 * pull - 3 * bend);
        double numerator = 1 + 0.5 * second * newton;
        double denominator = 1 + newton * (second + third * newton * SIXTH);
        return numerator > 0 && denominator > 0 ? newton * numerator / denominator : newton;
    }

    /** Moves to a near total volatility by second-order expansion of the two ratios. */
    private void shift(double x, double next) {
        double h = x / s;
        double t = 0.5 * s;
        double by = next - s;
        double turn = -h / next * by;
        ratioAbove = moved(ratioAbove, h + t, turn + 0.5 * by);
        ratioBelow = moved(ratioBelow, h - t, turn - 0.5 * by);
        s = next;
    }

    /** {@code Y = cdf / pdf} obeys {@code Y' = 1 + zY} and {@code Y'' = zY' + Y}. */
    private static double moved(double ratio, double z, double by) {
        double first = 1 + z * ratio;
        double second = z * first + ratio;
        return ratio + by * (first + 0.5 * by * second);
    }
}
