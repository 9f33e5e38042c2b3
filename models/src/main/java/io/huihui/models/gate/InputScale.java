package io.huihui.models.gate;

import io.huihui.models.Require;

import java.util.List;

/**
 * How the inputs of a network are scaled, and where they lay in training; one value per input.
 *
 * @param means of the inputs in training
 * @param deviations standard deviations in training; an input that never moved has 1
 * @param lows below this an input is outside of what was seen in training
 * @param highs above this it is, too
 */
public record InputScale(
        List<Double> means, List<Double> deviations, List<Double> lows, List<Double> highs) {

    public InputScale {
        means = List.copyOf(means);
        deviations = ofInputs("deviations", deviations, means.size());
        lows = ofInputs("lows", lows, means.size());
        highs = ofInputs("highs", highs, means.size());
        for (double deviation : deviations) {
            Require.positive("deviation", deviation);
        }
    }

    private static List<Double> ofInputs(String field, List<Double> values, int inputs) {
        Require.that(
                values.size() == inputs,
                inputs + " " + field + ", one per input",
                () -> values.size() + " " + field);
        return List.copyOf(values);
    }

    /** Returns how many inputs there are. */
    public int size() {
        return means.size();
    }

    /**
     * Returns whether all inputs are within what was seen in training; what is missing does not
     * count.
     */
    public boolean covers(double[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            if (inputs[i] < lows.get(i) || inputs[i] > highs.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Writes standardised inputs into a row of {@code rows}; what is missing becomes the mean. */
    public void standardise(double[] inputs, float[] rows, int row) {
        int first = row * size();
        for (int i = 0; i < inputs.length; i++) {
            rows[first + i] =
                    Double.isNaN(inputs[i])
                            ? 0
                            : (float) ((inputs[i] - means.get(i)) / deviations.get(i));
        }
    }
}
