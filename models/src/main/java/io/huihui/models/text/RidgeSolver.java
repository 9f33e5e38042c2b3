package io.huihui.models.text;

/**
 * Solves (K + lambda I) A = Y for a few right-hand sides by conjugate gradients: K of a few
 * thousand rows is solved in some dozens of passes, where a factorisation would take as many as it
 * has rows.
 *
 * <p>Reference: Hestenes, Stiefel, "Methods of conjugate gradients for solving linear systems",
 * 1952.
 */
final class RidgeSolver {

    /** Relative residual at which labels, which are 0 and 1, have all the digits they need. */
    private static final double ENOUGH = 1e-4;

    private static final int MOST_STEPS = 300;

    private RidgeSolver() {}

    /**
     * Returns the coefficients by target and row; rows not used get 0.
     *
     * @param used the rows of {@code gram} that are trained on
     * @param targets by target and row of {@code gram}
     */
    static double[][] solve(float[][] gram, int[] used, double lambda, double[][] targets) {
        double[][] coefficients = new double[targets.length][gram.length];
        for (int target = 0; target < targets.length; target++) {
            solve(gram, used, lambda, targets[target], coefficients[target]);
        }
        return coefficients;
    }

    private static void solve(
            float[][] gram, int[] used, double lambda, double[] target, double[] solution) {
        int n = gram.length;
        double[] residual = new double[n];
        double[] direction = new double[n];
        double[] image = new double[n];
        for (int row : used) {
            residual[row] = target[row];
            direction[row] = target[row];
        }
        double squares = dot(residual, residual, used);
        double goal = squares * ENOUGH * ENOUGH;
        for (int step = 0; step < MOST_STEPS && squares > goal; step++) {
            for (int row : used) {
                image[row] = lambda * direction[row] + product(gram[row], direction);
            }
            double length = squares / dot(direction, image, used);
            for (int row : used) {
                solution[row] += length * direction[row];
                residual[row] -= length * image[row];
            }
            double next = dot(residual, residual, used);
            for (int row : used) {
                direction[row] = residual[row] + next / squares * direction[row];
            }
            squares = next;
        }
    }

    /** Returns the value a row of a Gram matrix gets from the coefficients. */
    static double product(float[] row, double[] coefficients) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < row.length; i += 4) {
            a += row[i] * coefficients[i];
            b += row[i + 1] * coefficients[i + 1];
            c += row[i + 2] * coefficients[i + 2];
            d += row[i + 3] * coefficients[i + 3];
        }
        for (; i < row.length; i++) {
            a += row[i] * coefficients[i];
        }
        return a + b + c + d;
    }

    private static double dot(double[] one, double[] other, int[] used) {
        double sum = 0;
        for (int row : used) {
            sum += one[row] * other[row];
        }
        return sum;
    }
}
