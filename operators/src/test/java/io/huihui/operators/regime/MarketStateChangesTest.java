package io.huihui.operators.regime;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.MarketState;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MarketStateChangesTest {

    private static final long OPEN = 1_767_623_400_000L;

    @Test
    void publishesChangesOnlyAndForgetsIdleSymbols() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processElement(state(1, MarketCondition.LOW_VOL_RANGING, Bias.NEUTRAL), 0);
            harness.processElement(state(2, MarketCondition.LOW_VOL_RANGING, Bias.NEUTRAL), 0);
            harness.processElement(state(3, MarketCondition.STRESS, Bias.NEUTRAL), 0);
            harness.processElement(state(4, MarketCondition.STRESS, Bias.BEARISH), 0);

            assertThat(harness.extractOutputValues())
                    .extracting(state -> (state.snapshot().secondEndMillis() - OPEN) / 1000)
                    .containsExactly(1L, 3L, 4L);

            harness.processWatermark(OPEN + 2 * IdleTimer.IDLE_MILLIS);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void remembersWhatItSaidAcrossARestore() throws Exception {
        OperatorSubtaskState snapshot;
        try (var before = harness()) {
            before.open();
            before.processElement(state(1, MarketCondition.STRESS, Bias.NEUTRAL), 0);
            snapshot = before.snapshot(1, 1);
        }

        try (var after = harness()) {
            after.initializeState(snapshot);
            after.open();
            after.processElement(state(2, MarketCondition.STRESS, Bias.NEUTRAL), 0);
            assertThat(after.extractOutputValues()).isEmpty();
            after.processElement(state(3, MarketCondition.EXPIRATION, Bias.NEUTRAL), 0);
            assertThat(after.extractOutputValues()).hasSize(1);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MarketState, MarketState>
            harness() throws Exception {
        return Harnesses.of(new MarketStateChanges(), state -> state.snapshot().symbol());
    }

    private static MarketState state(int second, MarketCondition condition, Bias trend) {
        SnapshotId id = new SnapshotId("SPY", OPEN + second * 1000L);
        List<ConditionProbability> posterior = new ArrayList<>();
        for (MarketCondition each : MarketCondition.values()) {
            posterior.add(new ConditionProbability(each, each == condition ? 1 : 0));
        }
        return new MarketState(id, condition, posterior, trend, 0, List.of(), List.of(), "rules/1");
    }
}
