package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.ParameterText;
import io.huihui.models.expert.regime.forecast.ForecastModel;
import io.huihui.simulator.truth.MicroSwitch;
import io.huihui.simulator.truth.StateSwitch;

import java.util.Arrays;
import java.util.List;

/** How long conditions and micro-states last, and which follows which. */
final class StayFit {

    private static final int CONDITIONS = ForecastModel.CONDITIONS;

    /** Mean stay assumed before any is seen, and how many exits that is worth. */
    private static final double PRIOR_SECONDS = 1_500;

    private static final double PRIOR_EXITS = 1;

    private final double[] seconds = new double[CONDITIONS];
    private final double[] exits = new double[CONDITIONS];
    private final double[] starts = new double[CONDITIONS];
    private final double[][] jumps = new double[CONDITIONS][CONDITIONS];
    private double relativeSum;
    private double relativeSquares;
    private double stays;
    private double microSeconds;
    private double microExits;

    void add(Recording recording, Labels labels) {
        starts[labels.condition()[0]]++;
        for (int condition : labels.condition()) {
            seconds[condition]++;
        }
        long since = recording.firstSecondMillis();
        for (StateSwitch change : labels.switches()) {
            exits[change.from().ordinal()]++;
            jumps[change.from().ordinal()][change.to().ordinal()]++;
            double relative =
                    (change.eventTimeMillis() - since) / (60_000.0 * change.from().meanMinutes());
            relativeSum += relative;
            relativeSquares += relative * relative;
            stays++;
            since = change.eventTimeMillis();
        }
        microSeconds += recording.seconds();
        microExits += recording.truth(MicroSwitch.class).size();
    }

    void write(List<String> lines, int micros) {
        double mean = relativeSum / stays;
        double variance = relativeSquares / stays - mean * mean;
        // A negative binomial of k stages has a relative variance of one in k.
        lines.add(ParameterText.line("stages", Math.max(1, Math.rint(mean * mean / variance))));
        lines.add(ParameterText.line("micro-states", micros));
        lines.add(ParameterText.line("start", shares(starts, -1)));
        double[] mostly = new double[CONDITIONS];
        for (int c = 0; c < CONDITIONS; c++) {
            mostly[c] = (seconds[c] + PRIOR_EXITS * PRIOR_SECONDS) / (exits[c] + PRIOR_EXITS);
        }
        lines.add(ParameterText.line("stay-seconds", mostly));
        for (int c = 0; c < CONDITIONS; c++) {
            lines.add(ParameterText.line("jump-" + c, shares(jumps[c], c)));
        }
        lines.add(ParameterText.line("micro-seconds", microSeconds / Math.max(1, microExits)));
    }

    /** Shares with half a case more for each, none for the one left out. */
    private static double[] shares(double[] counts, int without) {
        double[] shares = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            shares[i] = i == without ? 0 : counts[i] + 0.5;
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
