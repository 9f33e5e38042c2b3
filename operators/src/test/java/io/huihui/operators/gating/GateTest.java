package io.huihui.operators.gating;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Opinions;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Verdict;
import io.huihui.models.decision.WeightSource;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.gate.GateMarket;
import io.huihui.models.gate.PlainGateNetwork;
import io.huihui.models.outcome.PricePoint;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final SnapshotId SECOND = Snapshots.at(1, empty()).id();

    @Test
    void emitsAsSoonAsAllThreeHaveAnswered() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.PROCESSING)) {
            gate.open();
            gate.processElement1(market(SECOND));
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.SENTIMENT, 0.2)));
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.REGIME, 0.4)));
            assertThat(gate.extractOutputValues()).isEmpty();
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.FLOW, 0.6)));
            gate.setProcessingTime(1);

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
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.PROCESSING)) {
            gate.open();
            gate.setProcessingTime(1_000);
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.REGIME, 0.4)));
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.FLOW, 0.6)));
            gate.setProcessingTime(1_799);
            assertThat(gate.extractOutputValues()).isEmpty();
            gate.setProcessingTime(1_800);
            gate.setProcessingTime(1_801);

            Verdict verdict = gate.extractOutputValues().get(0);
            assertThat(verdict.missing()).containsExactly(Expert.SENTIMENT);
            assertThat(verdict.thesis(Horizon.MINUTES_15).up()).isEqualTo(0.5);

            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.SENTIMENT, 0.9)));
            assertThat(gate.extractOutputValues()).hasSize(1);
            assertThat(gate.getSideOutput(Gate.LATE)).hasSize(1);
            bothWatermarks(gate, SECOND.secondEndMillis() + 2 * IdleTimer.IDLE_MILLIS);
            assertThat(gate.numKeyedStateEntries()).isZero();
            assertThat(gate.numEventTimeTimers()).isZero();
            assertThat(gate.numProcessingTimeTimers()).isZero();
        }
    }

    @Test
    void inReplayTheWatermarkDecidesHowLongToWaitAlsoAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.EVENT)) {
            gate.open();
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.REGIME, 0.4)));
            gate.setProcessingTime(1_000_000);
            bothWatermarks(gate, SECOND.secondEndMillis());
            assertThat(gate.extractOutputValues()).isEmpty();
            state = gate.snapshot(1, 1);
        }
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.EVENT)) {
            gate.initializeState(state);
            gate.open();
            bothWatermarks(gate, SECOND.secondEndMillis() + Gate.DEFAULT_MAX_WAIT_MILLIS);

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
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.PROCESSING)) {
            gate.open();
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.REGIME, 0.98)));
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.FLOW, 0.01)));
            gate.processElement2(new StreamRecord<>(opinion(SECOND, Expert.SENTIMENT, 0.98)));
            gate.processElement1(market(SECOND));
            gate.prepareSnapshotPreBarrier(1);

            assertThat(gate.extractOutputValues().get(0).conflicted()).isTrue();
            assertThat(gate.getSideOutput(Gate.CONFLICTS))
                    .singleElement()
                    .satisfies(c -> assertThat(c.getValue().views()).hasSize(3));
        }
    }

    @Test
    void whatIsCompleteLeavesBeforeTheBarrierAndWaitsForItsOwnFigures() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.PROCESSING)) {
            gate.open();
            for (Expert expert : Expert.values()) {
                gate.processElement2(new StreamRecord<>(opinion(SECOND, expert, 0.4)));
            }
            gate.prepareSnapshotPreBarrier(1);
            assertThat(gate.extractOutputValues()).isEmpty();

            gate.processElement1(market(SECOND));
            gate.prepareSnapshotPreBarrier(2);

            assertThat(gate.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void learnsFromPricesWhomToListenToAndGoesOnAfterARestore() throws Exception {
        OperatorSubtaskState state;
        List<Verdict> whole;
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.EVENT)) {
            gate.open();
            rise(gate, 0, 100);
            state = gate.snapshot(1, 1);
            rise(gate, 100, 140);
            whole = gate.extractOutputValues();
        }
        List<Verdict> rest;
        try (KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict>
                gate = gate(GateClock.EVENT)) {
            gate.initializeState(state);
            gate.open();
            rise(gate, 100, 140);
            rest = gate.extractOutputValues();
        }

        assertThat(rest).isEqualTo(whole.subList(100, 140));
        assertThat(whole.get(0).weightSource()).isEqualTo(WeightSource.EQUAL);
        Verdict learned = whole.get(20);
        assertThat(learned.weightSource()).isEqualTo(WeightSource.BOOSTER);
        assertThat(weight(learned, Expert.REGIME)).isGreaterThan(weight(learned, Expert.FLOW));
    }

    /** The price rises in each half minute; the regime expert says so and the flow expert not. */
    private static void rise(
            KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict> gate,
            int first,
            int last)
            throws Exception {
        for (int step = first; step < last; step++) {
            SnapshotId id = new SnapshotId(SECOND.symbol(), Snapshots.TEN_O_CLOCK + step * 30_000L);
            PricePoint price = new PricePoint(100 * Math.exp(0.001 * step), 0.2, true);
            gate.processElement1(
                    new StreamRecord<>(new GateMarket(id, price, 0.2, null, null, null)));
            gate.processElement2(new StreamRecord<>(opinion(id, Expert.REGIME, 0.8)));
            gate.processElement2(new StreamRecord<>(opinion(id, Expert.FLOW, 0.1)));
            gate.processElement2(new StreamRecord<>(opinion(id, Expert.SENTIMENT, 0.4)));
        }
    }

    private static double weight(Verdict verdict, Expert expert) {
        return verdict.weights().get(expert.ordinal()).weight();
    }

    private static FeatureVector empty() {
        return new FeatureVector.Builder().build();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, GateMarket, ExpertOpinion, Verdict>
            gate(GateClock clock) throws Exception {
        return Harnesses.of(
                new Gate(
                        clock,
                        Gate.DEFAULT_MAX_WAIT_MILLIS,
                        ExpertSet.TRAINED,
                        PlainGateNetwork::new,
                        BreakerConfig.standard()),
                market -> market.snapshot().symbol(),
                opinion -> opinion.snapshot().symbol());
    }

    private static void bothWatermarks(
            KeyedTwoInputStreamOperatorTestHarness<String, GateMarket, ExpertOpinion, Verdict> gate,
            long millis)
            throws Exception {
        gate.processWatermark1(new Watermark(millis));
        gate.processWatermark2(new Watermark(millis));
    }

    private static StreamRecord<GateMarket> market(SnapshotId snapshot) {
        return new StreamRecord<>(new GateMarket(snapshot, null, null, null, null, null));
    }

    /** An opinion that gives {@code up} to up at every horizon and most of the rest to down. */
    static ExpertOpinion opinion(SnapshotId snapshot, Expert expert, double up) {
        return Opinions.saying(snapshot, expert, up, 0.9 * (1 - up));
    }
}
