package io.huihui.benchmarks.console;

import io.huihui.models.Require;

import java.util.List;

/**
 * What the page of {@code bench compass} tells.
 *
 * @param ours milliseconds of each frame of the board, by round
 * @param script what the script took of the same frames, before the browser painted
 * @param reference what the script of ECharts took
 * @param drawCalls most draw calls of a frame of ours
 * @param paintedShare share of the board's pixels that are painted at the end, 0 to 1
 * @param drawnBy {@code webgl} or {@code canvas}
 * @param renderer what the browser draws WebGL with
 */
record CompassTimes(
        List<List<Double>> ours,
        List<List<Double>> script,
        List<List<Double>> reference,
        int drawCalls,
        double paintedShare,
        String drawnBy,
        String renderer) {

    CompassTimes {
        Require.that(
                !ours.isEmpty() && ours.size() == script.size() && ours.size() == reference.size(),
                "as many rounds of ours as of the reference, at least one",
                ours.size() + ", " + script.size() + " and " + reference.size());
        ours = ours.stream().map(List::copyOf).toList();
        script = script.stream().map(List::copyOf).toList();
        reference = reference.stream().map(List::copyOf).toList();
    }
}
