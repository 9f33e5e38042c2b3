package io.huihui.benchmarks.evaluate.flow;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * A ridge regression on what has come true before: an example counts once its outcome's time has
 * passed, so nothing of later is in a forecast. Without a constant: where nothing leans, nothing is
 * expected.
 */
final class WalkForwardRidge {

    private final int size;
    private final double[][] gram;
    private final double[] targets;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int learned;

    /** An example whose outcome is not known yet. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Waiting(int knownSecond, double[] inputs, double outcome) {}

    /**
     * @param ridge how many examples of unit inputs the belief that nothing helps is worth
     */
    WalkForwardRidge(int size, double ridge) {
        this.size = size;
        gram = new double[size][size];
        targets = new double[size];
        for (int i = 0; i < size; i++) {
            gram[i][i] = ridge;
        }
    }

    /** Hands in an example whose outcome is known at a second; these do not fall. */
    void add(int knownSecond, double[] inputs, double outcome) {
        waiting.addLast(new Waiting(knownSecond, inputs, outcome));
    }

    /** Learns what is known by a second and returns how many examples were learned so far. */
    int learnUntil(int second) {
        while (!waiting.isEmpty() && waiting.peekFirst().knownSecond() <= second) {
            Waiting example = waiting.removeFirst();
            learned++;
            for (int i = 0; i < size; i++) {
                targets[i] += example.inputs()[i] * example.outcome();
                for (int j = 0; j < size; j++) {
                    gram[i][j] += example.inputs()[i] * example.inputs()[j];
                }
            }
        }
        return learned;
    }

    double forecast(double[] inputs) {
        double[] weights = solved();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i] * inputs[i];
        }
        return sum;
    }

    /** Gauss-Jordan; the ridge keeps every pivot above 0. */
    private double[] solved() {
        double[][] rest = new double[size][];
        for (int i = 0; i < size; i++) {
            rest[i] = Arrays.copyOf(gram[i], size + 1);
            rest[i][size] = targets[i];
        }
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                double factor = i == k ? 0 : rest[i][k] / rest[k][k];
                for (int j = k; factor != 0 && j <= size; j++) {
                    rest[i][j] -= factor * rest[k][j];
                }
            }
        }
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = rest[i][size] / rest[i][i];
        }
        return weights;
    }
}
