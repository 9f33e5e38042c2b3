package io.huihui.benchmarks;

import java.util.List;

/**
 * What a bench or an evaluation prints as its last line.
 *
 * @param seeds e.g. {@code 1-20}; null for a bench without seeds
 * @param guards figures that must not get worse while the metrics get better
 * @param pass whether every goal was met
 */
public record Report(
        String name,
        String command,
        String commit,
        String seeds,
        List<Metric> metrics,
        List<Metric> guards,
        boolean pass) {

    public Report {
        metrics = List.copyOf(metrics);
        guards = List.copyOf(guards);
    }
}
