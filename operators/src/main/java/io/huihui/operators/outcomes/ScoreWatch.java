package io.huihui.operators.outcomes;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.outcome.PerformanceTally;

import org.apache.flink.metrics.MetricGroup;

import java.util.HashMap;
import java.util.Map;

/**
 * Tells the scores of each predictor as metrics: of all symbols and market conditions that come to
 * this task, since it was started. What is kept in state is finer, and is told as records.
 */
final class ScoreWatch {

    /** The label of both metrics that says whose they are. */
    private static final String PREDICTOR = "predictor";

    private static final String HORIZON = "horizon";

    private final MetricGroup metrics;
    private final Map<Scored, Score> scores = new HashMap<>();

    /** Who predicted how far ahead. */
    private record Scored(String predictor, Horizon horizon) {}

    /** Written by the task, read by whoever reports metrics. */
    private static final class Score {
        private final PerformanceTally tally = new PerformanceTally();
        private volatile double brier;
        private volatile double calibrationError;

        private void add(Outcome outcome) {
            tally.add(outcome);
            brier = tally.brier();
            calibrationError = tally.calibrationError();
        }
    }

    ScoreWatch(MetricGroup metrics) {
        this.metrics = metrics;
    }

    void scored(Outcome outcome) {
        scores.computeIfAbsent(
                        new Scored(outcome.predictor(), outcome.thesis().horizon()), this::register)
                .add(outcome);
    }

    private Score register(Scored scored) {
        Score score = new Score();
        MetricGroup group =
                metrics.addGroup(PREDICTOR, scored.predictor())
                        .addGroup(HORIZON, scored.horizon().name());
        group.gauge("brier", () -> score.brier);
        group.gauge("calibration_error", () -> score.calibrationError);
        return score;
    }
}
