package io.huihui.benchmarks.evaluate;

import io.huihui.models.learner.MirrorInput;
import io.huihui.models.learner.MirrorSoftmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the weights of a {@link MirrorSoftmax} by Newton's method on the log-likelihood with a
 * ridge. The function is concave, so the result does not depend on where it starts.
 */
public final class SoftmaxFit {

    private static final int MOST_STEPS = 25;

    /** Steps below this change no probability that is shown. */
    private static final double SMALL_STEP = 1e-7;

    /** Keeps a pivot of an input that never varies away from 0. */
    private static final double LEAST_PIVOT = 1e-12;

    private final MirrorInput[] inputs;

    /** Weight of the squared weights per row. */
    private final double ridge;

    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    public SoftmaxFit(double ridge, MirrorInput... inputs) {
        this.ridge = ridge;
        this.inputs = inputs.clone();
    }

    /**
     * Adds an example.
     *
     * @param values in the order of its inputs' enum
     * @param label {@link MirrorSoftmax#UP}, DOWN or NEITHER
     */
    public void add(double[] values, int label) {
        rows.add(values);
        labels.add(label);
    }

    public int examples() {
        return rows.size();
    }

    /** Returns the fitted model. */
    public MirrorSoftmax fit() {
        double[] weights = new double[inputs.length + 1];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] change = newtonStep(weights);
            double largest = 0;
            for (int k = 0; k < weights.length; k++) {
                weights[k] += change[k];
                largest = Math.max(largest, Math.abs(change[k]));
            }
            if (largest < SMALL_STEP) {
                break;
            }
        }
        return model(weights);
    }

    private MirrorSoftmax model(double[] weights) {
        return new MirrorSoftmax(
                inputs, Arrays.copyOf(weights, inputs.length), weights[inputs.length]);
    }

    private double[] newtonStep(double[] weights) {
        int size = weights.length;
        double[] gradient = new double[size];
        double[][] curvature = new double[size][size];
        MirrorSoftmax model = model(weights);
        double[] x = new double[size];
        x[size - 1] = 1;
        for (int row = 0; row < rows.size(); row++) {
            double[] chances = model.probabilities(rows.get(row));
            double moved = chances[MirrorSoftmax.UP] + chances[MirrorSoftmax.DOWN];
            double lean = chances[MirrorSoftmax.UP] - chances[MirrorSoftmax.DOWN];
            int label = labels.get(row);
            double level = (label == MirrorSoftmax.NEITHER ? 0 : 1) - moved;
            double side =
                    (label == MirrorSoftmax.UP ? 1 : label == MirrorSoftmax.DOWN ? -1 : 0) - lean;
            for (int k = 0; k < size; k++) {
                if (k < inputs.length) {
                    x[k] = rows.get(row)[inputs[k].ordinal()];
                }
                boolean odd = isOdd(k);
                gradient[k] += (odd ? side : level) * x[k];
                for (int m = 0; m <= k; m++) {
                    double spread =
                            odd && isOdd(m)
                                    ? moved - lean * lean
                                    : odd || isOdd(m) ? lean - lean * moved : moved - moved * moved;
                    curvature[k][m] += spread * x[k] * x[m];
                }
            }
        }
        double penalty = ridge * rows.size();
        for (int k = 0; k < inputs.length; k++) {
            gradient[k] -= penalty * weights[k];
            curvature[k][k] += penalty;
        }
        return solve(curvature, gradient);
    }

    private boolean isOdd(int place) {
        return place < inputs.length && inputs[place].isOdd();
    }

    /** Solves a symmetric positive system of which the lower half is given, by Cholesky. */
    private static double[] solve(double[][] lower, double[] right) {
        int size = right.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(Math.max(sum, LEAST_PIVOT)) : sum / root[j][j];
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * solution[k];
            }
            solution[i] = sum / root[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < size; k++) {
                sum -= root[k][i] * solution[k];
            }
            solution[i] = sum / root[i][i];
        }
        return solution;
    }
}
