package io.huihui.operators.gating;

import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.VolatilityView;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final SnapshotId SECOND = Snapshots.at(1, empty()).id();

    @Test
    void emitsAsSoonAsAllThreeHaveAnswered() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, ExpertOpinion, Verdict> gate =
                gate(GateClock.PROCESSING)) {
            gate.open();
            gate.processElement(opinion(SECOND, Expert.SENTIMENT, 0.2), 0);
            gate.processElement(opinion(SECOND, Expert.REGIME, 0.4), 0);
            assertThat(gate.extractOutputValues()).isEmpty();
            gate.processElement(opinion(SECOND, Expert.FLOW, 0.6), 0);

            Verdict verdict = gate.extractOutputValues().get(0);
            assertThat(verdict.missing()).isEmpty();
            assertThat(verdict.answered())
                    .containsExactly(Expert.REGIME, Expert.FLOW, Expert.SENTIMENT);
            assertThat(verdict.thesis(Horizon.MINUTES_15).up())
                    .isCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-12));
        }
    }

    @Test
    void goesOnWithoutTheSilentOneAfterTheWaitAndSendsItsAnswerAside() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, ExpertOpinion, Verdict> gate =
                gate(GateClock.PROCESSING)) {
            gate.open();
            gate.setProcessingTime(1_000);
            gate.processElement(opinion(SECOND, Expert.REGIME, 0.4), 0);
            gate.processElement(opinion(SECOND, Expert.FLOW, 0.6), 0);
            gate.setProcessingTime(1_799);
            assertThat(gate.extractOutputValues()).isEmpty();
            gate.setProcessingTime(1_800);

            Verdict verdict = gate.extractOutputValues().get(0);
            assertThat(verdict.missing()).containsExactly(Expert.SENTIMENT);
            assertThat(verdict.thesis(Horizon.MINUTES_15).up()).isEqualTo(0.5);

            gate.processElement(opinion(SECOND, Expert.SENTIMENT, 0.9), 0);
            assertThat(gate.extractOutputValues()).hasSize(1);
            assertThat(gate.getSideOutput(Gate.LATE)).hasSize(1);
            gate.processWatermark(SECOND.secondEndMillis() + 2 * IdleTimer.IDLE_MILLIS);
            assertThat(gate.numKeyedStateEntries()).isZero();
            assertThat(gate.numEventTimeTimers()).isZero();
            assertThat(gate.numProcessingTimeTimers()).isZero();
        }
    }

    @Test
    void inReplayTheWatermarkDecidesHowLongToWaitAlsoAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (KeyedOneInputStreamOperatorTestHarness<String, ExpertOpinion, Verdict> gate =
                gate(GateClock.EVENT)) {
            gate.open();
            gate.processElement(opinion(SECOND, Expert.REGIME, 0.4), 0);
            gate.setProcessingTime(1_000_000);
            gate.processWatermark(SECOND.secondEndMillis());
            assertThat(gate.extractOutputValues()).isEmpty();
            state = gate.snapshot(1, 1);
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, ExpertOpinion, Verdict> gate =
                gate(GateClock.EVENT)) {
            gate.initializeState(state);
            gate.open();
            gate.processWatermark(SECOND.secondEndMillis() + Gate.DEFAULT_MAX_WAIT_MILLIS);

            assertThat(gate.extractOutputValues())
                    .singleElement()
                    .satisfies(
                            v ->
                                    assertThat(v.missing())
                                            .containsExactly(Expert.FLOW, Expert.SENTIMENT));
        }
    }

    @Test
    void contradictionGoesToTheConflicts() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, ExpertOpinion, Verdict> gate =
                gate(GateClock.PROCESSING)) {
            gate.open();
            gate.processElement(opinion(SECOND, Expert.REGIME, 0.98), 0);
            gate.processElement(opinion(SECOND, Expert.FLOW, 0.01), 0);
            gate.processElement(opinion(SECOND, Expert.SENTIMENT, 0.98), 0);

            assertThat(gate.extractOutputValues().get(0).conflicted()).isTrue();
            assertThat(gate.getSideOutput(Gate.CONFLICTS))
                    .singleElement()
                    .satisfies(c -> assertThat(c.getValue().views()).hasSize(3));
        }
    }

    private static FeatureVector empty() {
        return new FeatureVector.Builder().build();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ExpertOpinion, Verdict> gate(
            GateClock clock) throws Exception {
        return Harnesses.of(
                new Gate(clock, Gate.DEFAULT_MAX_WAIT_MILLIS), o -> o.snapshot().symbol());
    }

    /** An opinion that gives {@code up} to up at every horizon and most of the rest to down. */
    static ExpertOpinion opinion(SnapshotId snapshot, Expert expert, double up) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(new Thesis(horizon, up, 0.9 * (1 - up), 1 - up - 0.9 * (1 - up)));
        }
        return new ExpertOpinion(
                snapshot,
                expert,
                theses,
                VolatilityView.uniform(),
                Math.max(up, 0.9 * (1 - up)),
                List.of(),
                List.of(),
                "test/1",
                false,
                null,
                null,
                null,
                null);
    }
}
