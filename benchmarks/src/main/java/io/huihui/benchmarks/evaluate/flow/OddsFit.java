package io.huihui.benchmarks.evaluate.flow;

import io.huihui.models.learner.Logistic;

import java.util.Arrays;

/** Fits what a number adds to log odds said before, as a line, by Newton's method. */
final class OddsFit {

    /** The loss is smooth and convex: a few steps do. */
    private static final int STEPS = 30;

    /** Keeps the steps in bounds where a number hardly moves. */
    private static final double RIDGE = 1e-6;

    private static final int FIRST = 1_024;

    private double[] xs = new double[FIRST];
    private double[] saids = new double[FIRST];
    private boolean[] happened = new boolean[FIRST];
    private int count;
    private double level;
    private double slope;

    /** Takes an example. */
    void add(double x, double logOddsSaid, boolean came) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, 2 * count);
            saids = Arrays.copyOf(saids, 2 * count);
            happened = Arrays.copyOf(happened, 2 * count);
        }
        xs[count] = x;
        saids[count] = logOddsSaid;
        happened[count] = came;
        count++;
    }

    /** Fits the line to the examples. */
    void fit() {
        for (int step = 0; step < STEPS; step++) {
            double toLevel = 0;
            double toSlope = 0;
            double levelLevel = RIDGE;
            double levelSlope = 0;
            double slopeSlope = RIDGE;
            for (int i = 0; i < count; i++) {
                double p = Logistic.probability(saids[i] + added(xs[i]));
                double miss = p - (happened[i] ? 1 : 0);
                double weight = p * (1 - p);
                toLevel += miss;
                toSlope += miss * xs[i];
                levelLevel += weight;
                levelSlope += weight * xs[i];
                slopeSlope += weight * xs[i] * xs[i];
            }
            double determinant = levelLevel * slopeSlope - levelSlope * levelSlope;
            level -= (slopeSlope * toLevel - levelSlope * toSlope) / determinant;
            slope -= (levelLevel * toSlope - levelSlope * toLevel) / determinant;
        }
    }

    /** Returns what a number adds to log odds. */
    double added(double x) {
        return level + slope * x;
    }
}
