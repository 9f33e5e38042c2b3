package io.huihui.network;

import io.huihui.models.gate.GateInputs;
import io.huihui.models.gate.InputScale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the scale of the inputs of examples. */
final class GateScale {

    /** An input that moved less in training tells nothing. */
    private static final double SMALLEST_DEVIATION = 1e-6;

    /** How far beyond the extremes of training an input still counts as seen, in deviations. */
    private static final double ENVELOPE_MARGIN = 0.5;

    private GateScale() {}

    static InputScale of(GateRows rows) {
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        for (int input = 0; input < GateInputs.all().size(); input++) {
            double[] values = present(rows, input);
            double mean = Arrays.stream(values).average().orElse(0);
            double variance =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
            double deviation = Math.sqrt(variance);
            double margin = ENVELOPE_MARGIN * deviation;
            means.add(mean);
            deviations.add(deviation > SMALLEST_DEVIATION ? deviation : 1);
            lows.add(Arrays.stream(values).min().orElse(0) - margin);
            highs.add(Arrays.stream(values).max().orElse(0) + margin);
        }
        return new InputScale(means, deviations, lows, highs);
    }

    private static double[] present(GateRows rows, int input) {
        double[] seen = new double[rows.size()];
        int count = 0;
        for (int row = 0; row < seen.length; row++) {
            double value = rows.inputs(row)[input];
            if (!Double.isNaN(value)) {
                seen[count++] = value;
            }
        }
        return Arrays.copyOf(seen, count);
    }
}
