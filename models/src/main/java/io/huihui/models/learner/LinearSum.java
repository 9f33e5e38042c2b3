package io.huihui.models.learner;

import io.huihui.models.Require;

/** The sum both regressors predict by. */
final class LinearSum {

    private LinearSum() {}

    /** Returns weights times inputs plus the last weight; NaN inputs count as 0. */
    static double of(double[] weights, double[] inputs) {
        if (inputs.length != weights.length - 1) {
            throw Require.violated((weights.length - 1) + " inputs", inputs.length + " inputs");
        }
        double sum = weights[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            if (!Double.isNaN(inputs[i])) {
                sum += weights[i] * inputs[i];
            }
        }
        return sum;
    }
}
