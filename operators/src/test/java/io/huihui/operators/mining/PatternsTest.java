package io.huihui.operators.mining;

import io.huihui.models.mining.MinedPattern;
import io.huihui.models.mining.MiningConfig;
import io.huihui.models.mining.PatternSearch;
import io.huihui.models.mining.SeriesPoint;
import io.huihui.models.mining.ShuffleTask;
import io.huihui.models.mining.ShuffledHighest;
import io.huihui.models.mining.SymbolHistory;
import io.huihui.operators.expert.Harnesses;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class PatternsTest {

    private static final MiningConfig CONFIG =
            new MiningConfig(60, 20, 30, 2, 3, 5, 79, 0.05, 1, 1);

    @Test
    void whatShufflesShowMayComeInAnyOrderAndBeforeTheHistory() throws Exception {
        SymbolHistory history = history();
        List<MinedPattern> alone = PatternSearch.alone(history, CONFIG);
        List<ShuffledHighest> shuffled = shuffled(history);
        Collections.reverse(shuffled);
        try (var harness = harness()) {
            harness.open();
            for (ShuffledHighest each : shuffled) {
                harness.processElement2(each, 0);
            }
            harness.processElement1(history, 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processBothWatermarks(new Watermark(Long.MAX_VALUE));

            assertThat(alone).isNotEmpty();
            assertThat(harness.extractOutputValues()).isEqualTo(alone);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void restoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        SymbolHistory history = history();
        List<ShuffledHighest> shuffled = shuffled(history);
        OperatorSubtaskState state;
        try (var harness = harness()) {
            harness.open();
            harness.processElement1(history, 0);
            harness.processElement2(shuffled.get(0), 0);
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(state);
            harness.open();
            for (ShuffledHighest each : shuffled.subList(1, shuffled.size())) {
                harness.processElement2(each, 0);
            }
            harness.processBothWatermarks(new Watermark(Long.MAX_VALUE));

            assertThat(harness.extractOutputValues())
                    .isEqualTo(PatternSearch.alone(history, CONFIG));
        }
    }

    private static List<ShuffledHighest> shuffled(SymbolHistory history) {
        List<ShuffledHighest> shuffled = new ArrayList<>();
        ShuffleTask.of(history, CONFIG).forEach(task -> shuffled.add(task.run(CONFIG)));
        return shuffled;
    }

    /** Noise in which twenty steps come four times. */
    private static SymbolHistory history() {
        SplittableRandom random = new SplittableRandom(4);
        double[] values = random.doubles(400, -1, 1).toArray();
        for (int at : new int[] {100, 200, 300}) {
            for (int k = 0; k < 20; k++) {
                values[at + k] = values[20 + k] + random.nextDouble(-0.1, 0.1);
            }
        }
        List<SeriesPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(
                    new SeriesPoint(
                            "SPY",
                            (i + 1) * CONFIG.stepMillis(),
                            0,
                            List.of(Double.NaN, values[i], Double.NaN)));
        }
        return SymbolHistory.of("SPY", points, List.of(), CONFIG.stepMillis());
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, SymbolHistory, ShuffledHighest, MinedPattern>
            harness() throws Exception {
        return Harnesses.of(new Patterns(CONFIG), SymbolHistory::symbol, ShuffledHighest::symbol);
    }
}
