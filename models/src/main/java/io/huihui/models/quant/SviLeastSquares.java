package io.huihui.models.quant;

import java.util.Arrays;

/**
 * For a given centre and width, the SVI smile is linear in three parameters: {@code w = level +
 * tilt y + lift sqrt(y^2 + 1)} with {@code y = (k - centre) / width}. Finds the weighted
 * least-squares answer with {@code |tilt| <= lift} and {@code lift + |tilt| <= 2 width} (wings no
 * steeper than Lee's bound) exactly: the quadratic is minimised on every face of that convex
 * region, and the best feasible answer is the answer. Total variance below 0 is not feasible; where
 * the free level would bring it, level 0 stands in.
 *
 * <p>Reference: S. De Marco, C. Martini, 2009 (see {@link SviFit}); R. Lee, "The moment formula for
 * implied volatility at extreme strikes", Mathematical Finance 14, 2004.
 */
final class SviLeastSquares {

    private static final double LEE_SLOPE = 2.0;

    /** Lets an answer on a face pass the check of that face in spite of rounding. */
    private static final double FEASIBLE_SLACK = 1e-12;

    /**
     * Faces of the (lift, tilt) square in units of the width: a corner and up to two directions of
     * (lift, tilt), so its inside, four edges and four corners.
     */
    private static final double[][][] FACES = {
        {{0, 0}, {1, 0}, {0, 1}},
        {{0, 0}, {1, 1}},
        {{0, 0}, {1, -1}},
        {{LEE_SLOPE, 0}, {-1, 1}},
        {{LEE_SLOPE, 0}, {-1, -1}},
        {{0, 0}},
        {{LEE_SLOPE, 0}},
        {{LEE_SLOPE / 2, LEE_SLOPE / 2}},
        {{LEE_SLOPE / 2, -LEE_SLOPE / 2}},
    };

    private int count;
    private double[] k = new double[64];
    private double[] w = new double[64];
    private double[] weight = new double[64];

    /** Moments of (1, tilt term, lift term) among themselves, with w, and of w squared. */
    private final double[][] moment = new double[3][3];

    private final double[] cross = new double[3];
    private double square;

    private double centre;
    private double width;
    private final double[] best = new double[3];
    private final double[] trial = new double[3];
    private final double[][] normal = new double[3][4];
    private final double[][] basis = new double[3][3];

    void begin(int quotes) {
        count = quotes;
        if (k.length < quotes) {
            k = new double[quotes];
            w = new double[quotes];
            weight = new double[quotes];
        }
    }

    void quote(int i, double logMoneyness, double totalVariance, double trust) {
        k[i] = logMoneyness;
        w[i] = totalVariance;
        weight[i] = trust;
    }

    /** Returns the least weighted sum of squares for a centre and a width, and keeps its answer. */
    double solve(double centreAt, double widthAt) {
        centre = centreAt;
        width = widthAt;
        sumMoments();
        double least = Double.POSITIVE_INFINITY;
        for (int freeLevel = 1; freeLevel >= 0; freeLevel--) {
            for (double[][] face : FACES) {
                if (minimise(face, freeLevel == 1)) {
                    double misfit = misfit(trial);
                    if (misfit < least) {
                        least = misfit;
                        System.arraycopy(trial, 0, best, 0, 3);
                    }
                }
            }
        }
        return least;
    }

    /** Returns the smile of the last {@link #solve}. */
    SviSmile smile(double years) {
        double b = best[2] / width;
        double rho = best[2] > 0 ? Math.max(-1, Math.min(1, best[1] / best[2])) : 0;
        return new SviSmile(best[0], Math.max(b, 0), rho, centre, width, years);
    }

    double rootMeanSquareVol(SviSmile smile) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            double miss = Math.sqrt(w[i] / smile.years()) - smile.volAnnual(k[i]);
            double trust = weight[i] * w[i];
            sum += trust * miss * miss;
            total += trust;
        }
        return Math.sqrt(sum / total);
    }

    private void sumMoments() {
        for (double[] row : moment) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(cross, 0);
        square = 0;
        for (int i = 0; i < count; i++) {
            double y = (k[i] - centre) / width;
            double z = Math.sqrt(y * y + 1);
            double u = weight[i];
            moment[0][0] += u;
            moment[0][1] += u * y;
            moment[0][2] += u * z;
            moment[1][1] += u * y * y;
            moment[1][2] += u * y * z;
            moment[2][2] += u * z * z;
            cross[0] += u * w[i];
            cross[1] += u * y * w[i];
            cross[2] += u * z * w[i];
            square += u * w[i] * w[i];
        }
        moment[1][0] = moment[0][1];
        moment[2][0] = moment[0][2];
        moment[2][1] = moment[1][2];
    }

    private double misfit(double[] x) {
        double value = square;
        for (int i = 0; i < 3; i++) {
            value -= 2 * cross[i] * x[i];
            for (int j = 0; j < 3; j++) {
                value += moment[i][j] * x[i] * x[j];
            }
        }
        return Math.max(value, 0);
    }

    /** Minimises on one face into {@code trial}; false when the answer leaves the region. */
    private boolean minimise(double[][] face, boolean freeLevel) {
        int directions = 0;
        if (freeLevel) {
            direction(directions++, 1, 0, 0);
        }
        for (int d = 1; d < face.length; d++) {
            direction(directions++, 0, face[d][1] * width, face[d][0] * width);
        }
        trial[0] = 0;
        trial[1] = face[0][1] * width;
        trial[2] = face[0][0] * width;
        for (int r = 0; r < directions; r++) {
            for (int c = 0; c < directions; c++) {
                normal[r][c] = product(basis[r], basis[c]);
            }
            normal[r][directions] = dot(basis[r], cross) - product(basis[r], trial);
        }
        if (!eliminate(directions)) {
            return false;
        }
        for (int r = 0; r < directions; r++) {
            for (int i = 0; i < 3; i++) {
                trial[i] += normal[r][directions] * basis[r][i];
            }
        }
        double slack = FEASIBLE_SLACK * (width + trial[2]);
        double leastVariance =
                trial[0] + Math.sqrt(Math.max(trial[2] * trial[2] - trial[1] * trial[1], 0));
        return leastVariance >= 0
                && Math.abs(trial[1]) <= trial[2] + slack
                && trial[2] + Math.abs(trial[1]) <= LEE_SLOPE * width + slack;
    }

    private void direction(int at, double level, double tilt, double lift) {
        basis[at][0] = level;
        basis[at][1] = tilt;
        basis[at][2] = lift;
    }

    private double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += x[i] * dot(moment[i], y);
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
    }

    /** Gauss-Jordan with pivoting on the symmetric system in {@code normal}. */
    private boolean eliminate(int size) {
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int r = column + 1; r < size; r++) {
                if (Math.abs(normal[r][column]) > Math.abs(normal[pivot][column])) {
                    pivot = r;
                }
            }
            if (!(Math.abs(normal[pivot][column]) > 0)) {
                return false;
            }
            double[] swap = normal[pivot];
            normal[pivot] = normal[column];
            normal[column] = swap;
            for (int r = 0; r < size; r++) {
                if (r != column) {
                    double factor = normal[r][column] / normal[column][column];
                    for (int c = column; c <= size; c++) {
                        normal[r][c] -= factor * normal[column][c];
                    }
                }
            }
        }
        for (int r = 0; r < size; r++) {
            normal[r][size] /= normal[r][r];
        }
        return true;
    }
}
