package io.huihui.models.expert.regime.hmm;

import io.huihui.models.Require;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A normal distribution of one or more dimensions, kept as its mean and the Cholesky factor of its
 * covariance.
 */
public final class Gaussian {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    private final double[] mean;
    private final double[][] covariance;
    private final double[][] factor;
    private final double logNorm;

    /**
     * @param mean length d
     * @param covariance d x d, symmetric and positive definite
     */
    public Gaussian(double[] mean, double[][] covariance) {
        this.mean = mean.clone();
        this.covariance = copy(covariance);
        this.factor = cholesky(covariance);
        double logDeterminant = 0;
        for (int i = 0; i < mean.length; i++) {
            logDeterminant += 2 * Math.log(factor[i][i]);
        }
        logNorm = -0.5 * (mean.length * LOG_TWO_PI + logDeterminant);
    }

    public int dimensions() {
        return mean.length;
    }

    public double[] mean() {
        return mean.clone();
    }

    public double mean(int dimension) {
        return mean[dimension];
    }

    public double[][] covariance() {
        return copy(covariance);
    }

    /** Returns the log density at a point without missing coordinates. */
    public double logDensity(double[] point) {
        return logNorm - 0.5 * squaredDistance(point);
    }

    /**
     * Returns the squared distance from the mean in deviations (P. Mahalanobis, 1936) of a point
     * without missing coordinates.
     */
    public double squaredDistance(double[] point) {
        double squares = 0;
        double[] whitened = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double rest = point[i] - mean[i];
            for (int j = 0; j < i; j++) {
                rest -= factor[i][j] * whitened[j];
            }
            whitened[i] = rest / factor[i][i];
            squares += whitened[i] * whitened[i];
        }
        return squares;
    }

    /**
     * Returns the log density of the coordinates that are there; 0 when all are missing (NaN): an
     * observation that says nothing.
     */
    public double logDensityOfPresent(double[] point) {
        int present = 0;
        for (double value : point) {
            present += Double.isNaN(value) ? 0 : 1;
        }
        if (present == mean.length) {
            return logDensity(point);
        }
        return present == 0 ? 0 : marginal(point, present).logDensity(compact(point, present));
    }

    private Gaussian marginal(double[] point, int present) {
        int[] kept = new int[present];
        int next = 0;
        for (int i = 0; i < point.length; i++) {
            if (!Double.isNaN(point[i])) {
                kept[next++] = i;
            }
        }
        double[] means = new double[present];
        double[][] covariances = new double[present][present];
        for (int i = 0; i < present; i++) {
            means[i] = mean[kept[i]];
            for (int j = 0; j < present; j++) {
                covariances[i][j] = covariance[kept[i]][kept[j]];
            }
        }
        return new Gaussian(means, covariances);
    }

    private static double[] compact(double[] point, int present) {
        double[] kept = new double[present];
        int next = 0;
        for (double value : point) {
            if (!Double.isNaN(value)) {
                kept[next++] = value;
            }
        }
        return kept;
    }

    /**
     * Returns the lower triangle L with L L' = matrix.
     *
     * @throws io.huihui.models.InvalidRecordException when it is not positive definite
     */
    static double[][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(rest > 0)) {
                        throw Require.violated(
                                "a positive definite covariance",
                                "pivot "
                                        + rest
                                        + " at row "
                                        + i
                                        + " of "
                                        + Arrays.deepToString(matrix));
                    }
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    lower[i][j] = rest / lower[j][j];
                }
            }
        }
        return lower;
    }

    /** Writes the mean, then the lower triangle of the covariance row by row. */
    void writeTo(DataOutput out) throws IOException {
        out.writeInt(mean.length);
        for (int i = 0; i < mean.length; i++) {
            out.writeDouble(mean[i]);
            for (int j = 0; j <= i; j++) {
                out.writeDouble(covariance[i][j]);
            }
        }
    }

    static Gaussian read(DataInput in) throws IOException {
        double[] mean = new double[in.readInt()];
        double[][] covariance = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = in.readDouble();
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = in.readDouble();
                covariance[j][i] = covariance[i][j];
            }
        }
        return new Gaussian(mean, covariance);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
