package io.huihui.models.quant;

import io.huihui.models.Require;

/**
 * Fits an {@link SviSmile} to quoted volatilities: for a given centre and width the other three
 * parameters are a small convex least-squares problem solved exactly; centre and width are searched
 * by a coarse grid and Nelder-Mead. A smile with butterfly arbitrage is repaired, and said to be.
 *
 * <p>Reference: S. De Marco, C. Martini, "Quasi-explicit calibration of Gatheral's SVI model",
 * Zeliade white paper, 2009.
 */
public final class SviFit {

    /** Whether, and how, a smile was found. */
    public enum Outcome {
        /** Fitted and free of butterfly arbitrage between the outermost quotes and beyond. */
        FITTED,
        /** The best fit had butterfly arbitrage and was moved to the nearest smile without. */
        REPAIRED,
        /** Fitted, but butterfly arbitrage remains. */
        ARBITRAGE,
        /** No smile: fewer quotes than {@value SviFit#FEWEST_QUOTES}. */
        TOO_FEW_QUOTES
    }

    /**
     * @param smile null when there were too few quotes
     * @param rootMeanSquareVol weighted misfit, 0.01 = one volatility point; NaN without a smile
     */
    public record Result(SviSmile smile, Outcome outcome, double rootMeanSquareVol) {}

    /** As many as the smile has parameters. */
    public static final int FEWEST_QUOTES = 5;

    /** The check reaches this many at-the-money standard deviations beyond the outermost quote. */
    private static final double CHECK_BEYOND = 1.0;

    /** A quote counts as if it were never surer than this part of its total variance. */
    private static final double LEAST_RELATIVE_DEVIATION = 0.005;

    private static final int MOST_ITERATIONS = 120;
    private static final double SIMPLEX_TOLERANCE = 1e-9;

    /** Coarse grid of centres and widths, in at-the-money standard deviations. */
    private static final double[] CENTRES = {-2, -1, -0.3, 0.3, 1, 2};

    private static final double[] WIDTHS = {0.1, 0.4, 1, 3};

    private final SviLeastSquares inner = new SviLeastSquares();

    /**
     * Returns the smile of one expiry.
     *
     * @param count quotes used
     * @param k ln(strike / forward), any order
     * @param volAnnual quoted volatility
     * @param volDeviation how far off the quote may be, e.g. half spread over vega; above 0
     */
    public Result fit(
            int count, double[] k, double[] volAnnual, double[] volDeviation, double years) {
        Require.positive("years", years);
        if (count < FEWEST_QUOTES) {
            return new Result(null, Outcome.TOO_FEW_QUOTES, Double.NaN);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double nearest = Double.POSITIVE_INFINITY;
        double scale = 0;
        inner.begin(count);
        for (int i = 0; i < count; i++) {
            double w = volAnnual[i] * volAnnual[i] * years;
            double deviation =
                    Math.max(
                            2 * volAnnual[i] * years * volDeviation[i],
                            LEAST_RELATIVE_DEVIATION * w);
            inner.quote(i, k[i], w, 1 / (deviation * deviation));
            least = Math.min(least, k[i]);
            most = Math.max(most, k[i]);
            if (Math.abs(k[i]) < nearest) {
                nearest = Math.abs(k[i]);
                scale = Math.sqrt(w);
            }
        }
        double[] best = search(scale);
        inner.solve(best[0], Math.exp(best[1]));
        SviSmile smile = inner.smile(years);
        return checked(smile, least - CHECK_BEYOND * scale, most + CHECK_BEYOND * scale);
    }

    private Result checked(SviSmile smile, double from, double to) {
        if (smile.leastButterfly(from, to) >= 0) {
            return new Result(smile, Outcome.FITTED, inner.rootMeanSquareVol(smile));
        }
        SviSmile repaired = SviRepair.repair(smile, from, to);
        SviSmile kept = repaired == null ? smile : repaired;
        Outcome outcome = repaired == null ? Outcome.ARBITRAGE : Outcome.REPAIRED;
        return new Result(kept, outcome, inner.rootMeanSquareVol(kept));
    }

    private double[] search(double scale) {
        double[] start = {0, Math.log(scale)};
        double least = Double.POSITIVE_INFINITY;
        for (double centre : CENTRES) {
            for (double width : WIDTHS) {
                double misfit = inner.solve(centre * scale, width * scale);
                if (misfit < least) {
                    least = misfit;
                    start = new double[] {centre * scale, Math.log(width * scale)};
                }
            }
        }
        return nelderMead(start, 0.3 * scale, 0.3);
    }

    private double misfit(double centre, double logWidth) {
        return inner.solve(centre, Math.exp(logWidth));
    }

    /** Nelder and Mead's simplex in the plane; points are (centre, ln width, misfit). */
    private double[] nelderMead(double[] start, double stepCentre, double stepWidth) {
        double[][] p = {
            point(start[0], start[1]),
            point(start[0] + stepCentre, start[1]),
            point(start[0], start[1] + stepWidth)
        };
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            java.util.Arrays.sort(p, (x, y) -> Double.compare(x[2], y[2]));
            if (p[2][2] - p[0][2] <= SIMPLEX_TOLERANCE * Math.abs(p[0][2])) {
                break;
            }
            double middleCentre = 0.5 * (p[0][0] + p[1][0]);
            double middleWidth = 0.5 * (p[0][1] + p[1][1]);
            double[] reflected = along(p[2], middleCentre, middleWidth, 1);
            if (reflected[2] < p[0][2]) {
                double[] expanded = along(p[2], middleCentre, middleWidth, 2);
                p[2] = expanded[2] < reflected[2] ? expanded : reflected;
            } else if (reflected[2] < p[1][2]) {
                p[2] = reflected;
            } else {
                double side = reflected[2] < p[2][2] ? 0.5 : -0.5;
                double[] contracted = along(p[2], middleCentre, middleWidth, side);
                if (contracted[2] < Math.min(reflected[2], p[2][2])) {
                    p[2] = contracted;
                } else {
                    for (int i = 1; i < 3; i++) {
                        p[i] = point(0.5 * (p[i][0] + p[0][0]), 0.5 * (p[i][1] + p[0][1]));
                    }
                }
            }
        }
        java.util.Arrays.sort(p, (x, y) -> Double.compare(x[2], y[2]));
        return p[0];
    }

    private double[] along(double[] worst, double middleCentre, double middleWidth, double by) {
        return point(
                middleCentre + by * (middleCentre - worst[0]),
                middleWidth + by * (middleWidth - worst[1]));
    }

    private double[] point(double centre, double logWidth) {
        return new double[] {centre, logWidth, misfit(centre, logWidth)};
    }
}
