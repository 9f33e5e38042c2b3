package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.learner.Logistic;

import java.util.ArrayList;
import java.util.List;

/** Logistic regression by Newton's method with a small ridge, for fits of a few covariates. */
final class LogisticFit {

    private static final int ROUNDS = 25;

    /** Keeps a covariate that never varies from making the equations singular. */
    private static final double RIDGE = 1e-3;

    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> outcomes = new ArrayList<>();

    void add(double[] row, boolean outcome) {
        rows.add(row);
        outcomes.add(outcome);
    }

    /** Returns the weights that make the outcomes likeliest. */
    double[] weights() {
        int size = rows.get(0).length;
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int i = 0; i < size; i++) {
                gradient[i] = -RIDGE * weights[i];
                curvature[i][i] = RIDGE;
            }
            for (int n = 0; n < rows.size(); n++) {
                double[] row = rows.get(n);
                double probability = probability(weights, row);
                double error = (outcomes.get(n) ? 1 : 0) - probability;
                double spread = probability * (1 - probability);
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * row[i];
                    for (int j = 0; j <= i; j++) {
                        curvature[i][j] += spread * row[i] * row[j];
                    }
                }
            }
            step(weights, gradient, curvature);
        }
        return weights;
    }

    static double probability(double[] weights, double[] row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return Logistic.probability(sum);
    }

    /** Adds the solution of curvature x step = gradient, by elimination. */
    private static void step(double[] weights, double[] gradient, double[][] curvature) {
        int size = weights.length;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                curvature[i][j] = curvature[j][i];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int row = i + 1; row < size; row++) {
                double factor = curvature[row][i] / curvature[i][i];
                for (int j = i; j < size; j++) {
                    curvature[row][j] -= factor * curvature[i][j];
                }
                gradient[row] -= factor * gradient[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            double rest = gradient[i];
            for (int j = i + 1; j < size; j++) {
                rest -= curvature[i][j] * gradient[j];
            }
            gradient[i] = rest / curvature[i][i];
            weights[i] += gradient[i];
        }
    }
}
