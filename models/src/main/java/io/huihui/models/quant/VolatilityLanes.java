package io.huihui.models.quant;

import java.util.Arrays;

/**
 * Implied volatilities of many options by several searches side by side: the options are cut into
 * as many stretches as there are lanes, and each lane walks through its own, starting at its last
 * answers. The next search of a lane must wait for its last, but lanes do not wait for each other,
 * so the processor overlaps their chains of divisions and logarithms.
 *
 * <p>Every option gets exactly two steps, without asking in between whether one was enough: a
 * mispredicted branch costs more than a step and stops the overlap. What two steps do not settle
 * goes to {@link LineSolver} alone. Steps are those of P. Jaeckel, "Let's be rational", Wilmott
 * Magazine, 2015 (third-order Householder) on the logarithm of the price.
 */
final class VolatilityLanes {

    /** Enough to hide the latency of a step; more only lengthens what starts without neighbour. */
    private static final int LANES = 8;

    private static final int NONE = ImpliedVolatility.NONE;

    private static final double SQRT_TWO_PI = 2.5066282746310002;
    private static final double SIXTH = 1.0 / 6;

    /** A first step stays within this factor of the guess. */
    private static final double FIRST_STEP_FACTOR = 4;

    /** The slope read off the last step is right to a percent; nearer cases are looked at again. */
    private static final double SLOPE_MARGIN = 0.5;

    private final LineSolver alone = new LineSolver();
    private final boolean[] searching = new boolean[LANES];
    private final double[] target = new double[LANES];
    private final double[] x = new double[LANES];
    private final double[] bound = new double[LANES];
    private final double[] s = new double[LANES];
    private final double[] lastStep = new double[LANES];
    private final double[] width = new double[LANES];
    private final double[] rootYears = new double[LANES];
    private final double[] inverseRootYears = new double[LANES];
    private final double[] blur = new double[LANES];
    private final int[] near = new int[LANES];
    private final int[] far = new int[LANES];

    private final double[] price;
    private final double[] forward;
    private final double[] strike;
    private final double[] years;
    private final double[] discountFactor;
    private final boolean[] isCall;
    private final double[] vol;
    private final byte[] status;

    VolatilityLanes(
            double[] price,
            double[] forward,
            double[] strike,
            double[] years,
            double[] discountFactor,
            boolean[] isCall,
            double[] vol,
            byte[] status) {
        this.price = price;
        this.forward = forward;
        this.strike = strike;
        this.years = years;
        this.discountFactor = discountFactor;
        this.isCall = isCall;
        this.vol = vol;
        this.status = status;
    }

    /** Writes volatilities and status codes of the first {@code count} options. */
    void solve(int count) {
        Arrays.fill(near, NONE);
        Arrays.fill(far, NONE);
        // Lanes without an option to search step on these harmless numbers.
        Arrays.fill(s, 1);
        Arrays.fill(x, -0.1);
        Arrays.fill(target, 0.1);
        int stretch = (count + LANES - 1) / LANES;
        for (int row = 0; row < stretch; row++) {
            for (int lane = 0; lane < LANES; lane++) {
                int at = lane * stretch + row;
                searching[lane] = at < count && starts(lane, at);
            }
            stepTwice();
            for (int lane = 0; lane < LANES; lane++) {
                if (searching[lane]) {
                    finish(lane, lane * stretch + row);
                }
            }
        }
    }

    /** Sets up the search of one option; false when it is answered already. */
    private boolean starts(int lane, int at) {
        double f = forward[at];
        double k = strike[at];
        int before = near[lane];
        if (before == NONE || years[at] != years[before] || f != forward[before]) {
            near[lane] = NONE;
            answerAlone(lane, at);
            return false;
        }
        double undiscounted = price[at] / discountFactor[at];
        double inside = isCall[at] ? f - k : k - f;
        double intrinsic = inside > 0 ? inside : 0;
        double rounding = ImpliedVolatility.rounding(undiscounted, intrinsic);
        double timeValue = undiscounted - intrinsic;
        double square = f * k;
        double most = f < k ? f : k;
        // Everything that is not plainly a price to be searched, NaN included, is looked at alone.
        boolean plain =
                timeValue > rounding
                        && timeValue < LineSolver.LOW_PRICE_PART * most
                        && k > 0
                        && discountFactor[at] > 0
                        && square >= Double.MIN_NORMAL
                        && square < Double.POSITIVE_INFINITY;
        if (!plain) {
            answerAlone(lane, at);
            return false;
        }
        double inverse = 1 / Math.sqrt(square);
        target[lane] = timeValue * inverse;
        bound[lane] = most * inverse;
        blur[lane] = ImpliedVolatility.blur(rounding * inverse);
        x[lane] = -Math.abs(FastLog.of(f / k));
        s[lane] = ImpliedVolatility.guess(vol, strike, at, before, far[lane]) * rootYears[lane];
        return true;
    }

    private void stepTwice() {
        for (int lane = 0; lane < LANES; lane++) {
            double from = s[lane];
            double next = from + step(lane, from);
            boolean isNear = next > from / FIRST_STEP_FACTOR && next < from * FIRST_STEP_FACTOR;
            s[lane] = isNear ? next : from;
        }
        for (int lane = 0; lane < LANES; lane++) {
            lastStep[lane] = step(lane, s[lane]);
        }
    }

    private double step(int lane, double from) {
        double inverse = 1 / from;
        double h = x[lane] * inverse;
        double t = 0.5 * from;
        double w = RatioTable.at(h + t) - RatioTable.at(h - t);
        width[lane] = w;
        double pull = 1 / w;
        double square = h * h;
        double newton =
                (FastLog.of(target[lane] * SQRT_TWO_PI * pull) + 0.5 * (square + t * t)) * w;
        double bend = square * inverse - 0.5 * t;
        double second = bend - pull;
        double third = bend * bend - 3 * square * (inverse * inverse) - 0.25;
        third += pull * (2 * pull - 3 * bend);
        double numerator = 1 + 0.5 * second * newton;
        double denominator = 1 + newton * (second + third * newton * SIXTH);
        return numerator > 0 && denominator > 0 ? newton * numerator / denominator : newton;
    }

    private void finish(int lane, int at) {
        double found = s[lane] + lastStep[lane];
        double root = rootYears[lane];
        // Slope is price over width, so no exponential is needed to judge what the price tells.
        boolean told =
                blur[lane] * width[lane]
                        <= SLOPE_MARGIN * ImpliedVolatility.ACCURACY * root * target[lane];
        if (told && Math.abs(lastStep[lane]) <= LineSolver.LAST_STEP * found) {
            write(lane, at, found * inverseRootYears[lane]);
        } else {
            write(
                    lane,
                    at,
                    ImpliedVolatility.searched(
                            target[lane], x[lane], bound[lane], blur[lane], root, alone, found));
        }
    }

    private void answerAlone(int lane, int at) {
        rootYears[lane] = Math.sqrt(years[at]);
        inverseRootYears[lane] = 1 / rootYears[lane];
        write(
                lane,
                at,
                ImpliedVolatility.solve(
                        price[at],
                        forward[at],
                        strike[at],
                        years[at],
                        discountFactor[at],
                        isCall[at],
                        alone,
                        Double.NaN));
    }

    /** Writes a volatility, or the status whose negative code stands in its place. */
    private void write(int lane, int at, double answer) {
        boolean found = answer > 0;
        vol[at] = found ? answer : Double.NaN;
        status[at] = found ? ImpliedVolatility.OK_CODE : (byte) Math.round(-answer);
        if (found) {
            far[lane] = near[lane];
            near[lane] = at;
        }
    }
}
