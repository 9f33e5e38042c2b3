package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.ParameterText;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.simulator.truth.StateSwitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** How far each series usually misses its consensus, and what a large miss does to conditions. */
final class MacroFit {

    /** Surprises below 1, 1 to 2, and from 2 usual misses on. */
    private static final int SIZES = 3;

    /** A figure works for this long: longer than any symbol took. */
    private static final double WORKS_SECONDS = 150;

    private final TreeMap<String, List<Double>> misses = new TreeMap<>();
    private final List<double[]> reactions = new ArrayList<>();
    private final List<String> reactionSeries = new ArrayList<>();

    void add(Recording recording, Labels labels) {
        for (MacroRelease release : recording.macro()) {
            if (release.actual() == null || release.consensus() == null) {
                continue;
            }
            double miss = release.actual() - release.consensus();
            misses.computeIfAbsent(release.seriesId(), key -> new ArrayList<>()).add(miss);
            StateSwitch next = nextSwitch(labels, release.eventTimeMillis());
            double after =
                    next == null
                            ? Double.POSITIVE_INFINITY
                            : (next.eventTimeMillis() - release.eventTimeMillis()) / 1000.0;
            double to = next == null || after > WORKS_SECONDS ? -1 : next.to().ordinal();
            reactions.add(new double[] {miss, Math.min(after, WORKS_SECONDS), to});
            reactionSeries.add(release.seriesId());
        }
    }

    private static StateSwitch nextSwitch(Labels labels, long millis) {
        return labels.switches().stream()
                .filter(change -> change.eventTimeMillis() > millis)
                .findFirst()
                .orElse(null);
    }

    void write(List<String> lines) {
        List<String> names = List.copyOf(misses.keySet());
        lines.add("macro-series: " + String.join(" ", names));
        double[] usual = names.stream().mapToDouble(name -> usual(misses.get(name))).toArray();
        lines.add(ParameterText.line("macro-miss", usual));
        double[] exits = new double[SIZES];
        double[] seconds = new double[SIZES];
        double[][] targets = new double[SIZES][ForecastModel.CONDITIONS];
        for (int i = 0; i < reactions.size(); i++) {
            double[] reaction = reactions.get(i);
            double size = Math.abs(reaction[0]) / usual[names.indexOf(reactionSeries.get(i))];
            int at = size < 1 ? 0 : size < 2 ? 1 : 2;
            seconds[at] += reaction[1];
            if (reaction[2] >= 0) {
                exits[at]++;
                targets[at][(int) reaction[2]]++;
            }
        }
        double[] hazard = new double[SIZES];
        for (int size = 0; size < SIZES; size++) {
            hazard[size] = exits[size] / (seconds[size] + WORKS_SECONDS);
        }
        lines.add(ParameterText.line("macro-hazard", hazard));
        for (int size = 0; size < SIZES; size++) {
            double sum = Arrays.stream(targets[size]).sum();
            double[] shares = new double[ForecastModel.CONDITIONS];
            for (int c = 0; c < shares.length; c++) {
                shares[c] = sum > 0 ? targets[size][c] / sum : 1.0 / ForecastModel.CONDITIONS;
            }
            lines.add(ParameterText.line("macro-target-" + size, shares));
        }
    }

    /** Root of the mean square of the misses: what a surprise is measured in. */
    private static double usual(List<Double> values) {
        double squares = values.stream().mapToDouble(v -> v * v).sum();
        return Math.max(1e-9, Math.sqrt(squares / values.size()));
    }
}
