package io.huihui.benchmarks.console;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.Quantile;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code bench compass}: the overview's hundred compasses, twelve axes and four layers each, in
 * headless Chromium, from the bytes of a message to drawn pixels; in turns with a hundred radars of
 * ECharts. What the browser rasterises after the script of ECharts cannot be waited for, so script
 * is held against script, and the painted frame of ours against that of ECharts as a guard.
 */
public final class CompassBench implements Bench {

    private static final double GOAL_MILLIS = 10;
    private static final double GOAL_RATIO = 20;

    /** Less than this, and what was timed is not the drawing of a hundred compasses. */
    private static final double LEAST_PAINTED = 0.05;

    private static final double P95 = 0.95;
    private static final double P50 = 0.5;

    @Override
    public String name() {
        return "compass";
    }

    @Override
    public String question() {
        return "How long does a frame of a hundred compasses take, beside a hundred radars of ECharts?";
    }

    @Override
    public Result run(Progress progress) {
        CompassTimes times = BenchBrowser.measure(progress);
        progress.say("WebGL is drawn by " + times.renderer());
        double p95 = Quantile.of(all(times.ours()), P95);
        double referenceP95 = Quantile.of(all(times.reference()), P95);
        double median = Quantile.of(all(times.ours()), P50);
        double referenceMedian = Quantile.of(all(times.reference()), P50);
        double[] p95s =
                times.ours().stream()
                        .mapToDouble(round -> Quantile.of(sorted(round), P95))
                        .toArray();
        double[] alike = ratios(times.script(), times.reference());
        double[] strict = ratios(times.ours(), times.reference());
        Arrays.sort(p95s);
        double ratio = Quantile.of(alike, P50);
        return new Result(
                List.of(
                        new Metric(
                                "p95_frame_millis",
                                p95,
                                p95s[0],
                                p95s[p95s.length - 1],
                                referenceP95,
                                "ms"),
                        new Metric(
                                "median_frame_millis", median, null, null, referenceMedian, "ms"),
                        new Metric(
                                "median_script_millis",
                                Quantile.of(all(times.script()), P50),
                                null,
                                null,
                                referenceMedian,
                                "ms"),
                        ranged("ratio_to_echarts", alike),
                        ranged("ratio_of_ours_painted_to_echarts_unpainted", strict)),
                List.of(
                        Metric.of("draw_calls_a_frame", times.drawCalls(), "calls"),
                        Metric.of("painted_share", times.paintedShare(), "share")),
                p95 <= GOAL_MILLIS
                        && ratio >= GOAL_RATIO
                        && times.drawCalls() == 1
                        && times.drawnBy().equals("webgl")
                        && times.paintedShare() >= LEAST_PAINTED);
    }

    /** How many times longer a frame of the reference takes, round by round, smallest first. */
    private static double[] ratios(List<List<Double>> ours, List<List<Double>> reference) {
        return IntStream.range(0, ours.size())
                .mapToDouble(
                        round ->
                                Quantile.of(sorted(reference.get(round)), P50)
                                        / Quantile.of(sorted(ours.get(round)), P50))
                .sorted()
                .toArray();
    }

    private static Metric ranged(String name, double[] sorted) {
        return new Metric(
                name, Quantile.of(sorted, P50), sorted[0], sorted[sorted.length - 1], 1.0, "x");
    }

    private static double[] all(Collection<List<Double>> rounds) {
        return rounds.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    private static double[] sorted(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
