package io.huihui.operators.outcomes;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScoreWatchTest {

    private final Map<String, Gauge<?>> gauges = new TreeMap<>();
    private final ScoreWatch watch = new ScoreWatch(new Group(""));

    /** Remembers gauges by the labels of their group. */
    private final class Group extends UnregisteredMetricsGroup {
        private final String labels;

        private Group(String labels) {
            this.labels = labels;
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Group(labels + key + "=" + value + " ");
        }

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            gauges.put(labels + name, gauge);
            return gauge;
        }
    }

    @Test
    void tellsHowFarProbabilitiesAreFromWhatHappens() {
        // Said .8 four times, right twice: the bin is .3 off.
        watch.scored(outcome("GATE", 0, Direction.UP));
        watch.scored(outcome("GATE", 1, Direction.UP));
        watch.scored(outcome("GATE", 2, Direction.DOWN));
        watch.scored(outcome("GATE", 3, Direction.DOWN));
        watch.scored(outcome("FLOW", 3, Direction.UP));

        String gate = "predictor=GATE horizon=MINUTES_15 ";
        assertThat(value(gate + "calibration_error")).isCloseTo(0.3, within(1e-12));
        // Right .04 + .01 + .01, wrong .64 + .81 + .01.
        assertThat(value(gate + "brier")).isCloseTo((0.06 + 1.46) / 2, within(1e-12));
        assertThat(value("predictor=FLOW horizon=MINUTES_15 calibration_error"))
                .isCloseTo(0.2, within(1e-12));
        assertThat(gauges).hasSize(4);
    }

    private double value(String name) {
        return (Double) gauges.get(name).getValue();
    }

    private static Outcome outcome(String predictor, int second, Direction happened) {
        Thesis thesis = new Thesis(Horizon.MINUTES_15, 0.8, 0.1, 0.1);
        double brier = happened == Direction.UP ? 0.06 : 1.46;
        return new Outcome(
                new SnapshotId("SPY", 1_000L * (1 + second)),
                predictor,
                "version",
                thesis,
                happened,
                0.01,
                0.01,
                "QUIET",
                brier,
                1,
                happened == Direction.UP,
                false);
    }
}
