package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.ParameterText;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.models.feature.Feature;

import java.util.Arrays;
import java.util.List;

/**
 * How variance and counts depend on the time of day, beside what condition and micro-state explain.
 */
final class SeasonFit {

    private static final int SLOTS = 26;

    private static final int ELAPSED = Recording.place(Feature.SESSION_ELAPSED);
    private static final int[] MEASURED = {
        Recording.place(Feature.REALIZED_VOL_1S),
        Recording.place(Feature.TRADE_COUNT_1S),
        Recording.place(Feature.OPTION_TRADE_COUNT_1S)
    };

    private final int micros;
    private final double[][][] sums;
    private final double[][] counts;

    SeasonFit(int micros) {
        this.micros = micros;
        int pairs = ForecastModel.CONDITIONS * micros;
        sums = new double[MEASURED.length][SLOTS][pairs];
        counts = new double[SLOTS][pairs];
    }

    void add(Recording recording, Labels labels) {
        for (int t = 0; t < recording.seconds(); t++) {
            float[] row = recording.rows()[t];
            if (Float.isNaN(
                    row[ELAPSED] + row[MEASURED[0]] + row[MEASURED[1]] + row[MEASURED[2]])) {
                continue;
            }
            int slot = (int) Math.min(SLOTS - 1, row[ELAPSED] * SLOTS);
            int pair = labels.condition()[t] * micros + labels.micro()[t];
            counts[slot][pair]++;
            sums[0][slot][pair] += row[MEASURED[0]] * row[MEASURED[0]];
            sums[1][slot][pair] += row[MEASURED[1]];
            sums[2][slot][pair] += row[MEASURED[2]];
        }
    }

    void write(List<String> lines) {
        double[] curves = new double[2 * MEASURED.length];
        for (int k = 0; k < MEASURED.length; k++) {
            double[] curve = parabola(slots(sums[k], k == 0));
            curves[2 * k] = curve[0];
            curves[2 * k + 1] = curve[1];
        }
        lines.add(ParameterText.line("seasons", curves));
    }

    /** Ratio of each slot to what its pairs have all day; its root for a variance. */
    private double[] slots(double[][] sum, boolean root) {
        int pairs = counts[0].length;
        double[] slots = new double[SLOTS];
        Arrays.fill(slots, 1);
        // A pair's level and a slot's factor are estimated in turns.
        double[] level = new double[pairs];
        for (int round = 0; round < 20; round++) {
            for (int pair = 0; pair < pairs; pair++) {
                double seen = 0;
                double expected = 0;
                for (int slot = 0; slot < SLOTS; slot++) {
                    seen += sum[slot][pair];
                    expected += counts[slot][pair] * slots[slot];
                }
                level[pair] = expected > 0 ? seen / expected : 0;
            }
            for (int slot = 0; slot < SLOTS; slot++) {
                double expected = 0;
                for (int pair = 0; pair < pairs; pair++) {
                    expected += counts[slot][pair] * level[pair];
                }
                slots[slot] = Arrays.stream(sum[slot]).sum() / expected;
            }
            double mean = Arrays.stream(slots).average().orElseThrow();
            Arrays.setAll(slots, slot -> slots[slot] / mean);
        }
        return root ? Arrays.stream(slots).map(Math::sqrt).toArray() : slots;
    }

    /** Least squares of a + b x^2 with x = 2p - 1 at the slots' middles. */
    private static double[] parabola(double[] slots) {
        double s1 = 0;
        double s2 = 0;
        double sy = 0;
        double sxy = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            double x = 2 * (slot + 0.5) / SLOTS - 1;
            double square = x * x;
            s1 += square;
            s2 += square * square;
            sy += slots[slot];
            sxy += square * slots[slot];
        }
        double rise = (SLOTS * sxy - s1 * sy) / (SLOTS * s2 - s1 * s1);
        return new double[] {(sy - rise * s1) / SLOTS, rise};
    }
}
