package io.huihui.operators.gating;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.AlertKind;
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
import io.huihui.models.gate.GateNetwork;
import io.huihui.models.gate.GateNetworkModel;
import io.huihui.models.gate.NetworkOffer;
import io.huihui.models.gate.NetworkRole;
import io.huihui.models.gate.PlainGateNetwork;
import io.huihui.models.outcome.PricePoint;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final SnapshotId SECOND = Snapshots.at(1, empty()).id();

    @Test
    void emitsAsSoonAsAllThreeHaveAnswered() throws Exception {
        try (GateHarness gate = gate(GateClock.PROCESSING)) {
            gate.open();
            gate.show(market(SECOND));
            gate.hear(opinion(SECOND, Expert.SENTIMENT, 0.2));
            gate.hear(opinion(SECOND, Expert.REGIME, 0.4));
            assertThat(gate.extractOutputValues()).isEmpty();
            gate.hear(opinion(SECOND, Expert.FLOW, 0.6));
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
        try (GateHarness gate = gate(GateClock.PROCESSING)) {
            gate.open();
            gate.setProcessingTime(1_000);
            gate.hear(opinion(SECOND, Expert.REGIME, 0.4));
            gate.hear(opinion(SECOND, Expert.FLOW, 0.6));
            gate.setProcessingTime(1_799);
            assertThat(gate.extractOutputValues()).isEmpty();
            gate.setProcessingTime(1_800);
            gate.setProcessingTime(1_801);

            Verdict verdict = gate.extractOutputValues().get(0);
            assertThat(verdict.missing()).containsExactly(Expert.SENTIMENT);
            assertThat(verdict.thesis(Horizon.MINUTES_15).up()).isEqualTo(0.5);

            gate.hear(opinion(SECOND, Expert.SENTIMENT, 0.9));
            assertThat(gate.extractOutputValues()).hasSize(1);
            assertThat(gate.getSideOutput(Gate.LATE)).hasSize(1);
            gate.watermarks(SECOND.secondEndMillis() + 2 * IdleTimer.IDLE_MILLIS);
            assertThat(gate.keyedEntries()).isZero();
        }
    }

    @Test
    void inReplayTheWatermarkDecidesHowLongToWaitAlsoAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (GateHarness gate = gate(GateClock.EVENT)) {
            gate.open();
            gate.hear(opinion(SECOND, Expert.REGIME, 0.4));
            gate.setProcessingTime(1_000_000);
            gate.watermarks(SECOND.secondEndMillis());
            assertThat(gate.extractOutputValues()).isEmpty();
            state = gate.snapshot(1, 1);
        }
        try (GateHarness gate = gate(GateClock.EVENT)) {
            gate.initializeState(state);
            gate.open();
            gate.watermarks(SECOND.secondEndMillis() + Gate.DEFAULT_MAX_WAIT_MILLIS);

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
        try (GateHarness gate = gate(GateClock.PROCESSING)) {
            gate.open();
            gate.hear(opinion(SECOND, Expert.REGIME, 0.98));
            gate.hear(opinion(SECOND, Expert.FLOW, 0.01));
            gate.hear(opinion(SECOND, Expert.SENTIMENT, 0.98));
            gate.show(market(SECOND));
            gate.prepareSnapshotPreBarrier(1);

            assertThat(gate.extractOutputValues().get(0).conflicted()).isTrue();
            assertThat(gate.getSideOutput(Gate.CONFLICTS))
                    .singleElement()
                    .satisfies(c -> assertThat(c.getValue().views()).hasSize(3));
        }
    }

    @Test
    void whatIsCompleteLeavesBeforeTheBarrierAndWaitsForItsOwnFigures() throws Exception {
        try (GateHarness gate = gate(GateClock.PROCESSING)) {
            gate.open();
            for (Expert expert : Expert.values()) {
                gate.hear(opinion(SECOND, expert, 0.4));
            }
            gate.prepareSnapshotPreBarrier(1);
            assertThat(gate.extractOutputValues()).isEmpty();

            gate.show(market(SECOND));
            gate.prepareSnapshotPreBarrier(2);

            assertThat(gate.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void learnsFromPricesWhomToListenToAndGoesOnAfterARestore() throws Exception {
        OperatorSubtaskState state;
        List<Verdict> whole;
        try (GateHarness gate = gate(GateClock.EVENT)) {
            gate.open();
            gate.networksAreIn(Long.MAX_VALUE);
            rise(gate, 0, 100);
            state = gate.snapshot(1, 1);
            rise(gate, 100, 140);
            whole = gate.extractOutputValues();
        }
        List<Verdict> rest;
        try (GateHarness gate = gate(GateClock.EVENT)) {
            gate.initializeState(state);
            gate.open();
            gate.networksAreIn(Long.MAX_VALUE);
            rise(gate, 100, 140);
            rest = gate.extractOutputValues();
        }

        assertThat(rest).isEqualTo(whole.subList(100, 140));
        assertThat(whole.get(0).weightSource()).isEqualTo(WeightSource.EQUAL);
        Verdict learned = whole.get(20);
        assertThat(learned.weightSource()).isEqualTo(WeightSource.BOOSTER);
        assertThat(weight(learned, Expert.REGIME)).isGreaterThan(weight(learned, Expert.FLOW));
    }

    /**
     * A network that comes late is waited for in a replay; it takes over when outcomes say so, and
     * a restart in the middle changes nothing.
     */
    @Test
    void aChallengerThatDoesBetterTakesOverAlsoOverARestore() throws Exception {
        List<Verdict> straight;
        try (GateHarness gate = gate(GateClock.EVENT, GateTest::opposite)) {
            gate.open();
            gate.send(offer(NetworkRole.CHALLENGER));
            gate.networksAreIn(Long.MAX_VALUE);
            riseMildly(gate, 0, 500);
            straight = gate.extractOutputValues();
            assertThat(gate.getSideOutput(Gate.ALERTS))
                    .extracting(alert -> alert.getValue().kind())
                    .containsExactly(AlertKind.NETWORK_PROMOTED);
            assertThat(gate.getSideOutput(Gate.ALERTS).element().getValue().sentence())
                    .contains("desk/1 decides from now on", "gate-network/");
        }
        List<Verdict> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (GateHarness gate = gate(GateClock.EVENT, GateTest::opposite)) {
            gate.open();
            riseMildly(gate, 0, 1); // waits for the networks
            assertThat(gate.extractOutputValues()).isEmpty();
            gate.send(offer(NetworkRole.CHALLENGER));
            gate.watermarks(Snapshots.TEN_O_CLOCK);
            gate.networksAreIn(Long.MAX_VALUE);
            riseMildly(gate, 1, 250);
            broken.addAll(gate.extractOutputValues());
            state = gate.snapshot(1, 1);
        }
        try (GateHarness gate = gate(GateClock.EVENT, GateTest::opposite)) {
            gate.initializeState(state);
            gate.open();
            gate.networksAreIn(Long.MAX_VALUE);
            riseMildly(gate, 250, 500);
            broken.addAll(gate.extractOutputValues());
        }

        assertThat(broken).isEqualTo(straight);
        assertThat(straight.get(100).gateVersion()).contains("gate-network/");
        assertThat(straight.get(499).gateVersion()).endsWith("+desk/1");
        assertThat(weight(straight.get(499), Expert.REGIME)).isGreaterThan(0.9);
    }

    @Test
    void aChampionThatDoesWorseIsRolledBackAndDecidesOnlyFromItsTimeOn() throws Exception {
        try (GateHarness gate = gate(GateClock.EVENT, GateTest::alike)) {
            gate.open();
            gate.send(offer(NetworkRole.CHAMPION));
            gate.networksAreIn(Long.MAX_VALUE);
            riseMildly(gate, 0, 400);

            List<Verdict> verdicts = gate.extractOutputValues();
            assertThat(verdicts.get(0).gateVersion()).contains("gate-network/");
            assertThat(verdicts.get(1).gateVersion()).endsWith("+desk/1");
            assertThat(verdicts.get(399).gateVersion()).contains("gate-network/");
            assertThat(gate.getSideOutput(Gate.ALERTS))
                    .extracting(alert -> alert.getValue().kind())
                    .containsExactly(AlertKind.NETWORK_ROLLED_BACK);
        }
    }

    /** At ten o'clock, so it holds from the second after on. */
    private static NetworkOffer offer(NetworkRole role) {
        GateNetworkModel shipped = GateNetworkModel.shipped();
        GateNetworkModel other =
                new GateNetworkModel("desk/1", shipped.names(), shipped.scale(), shipped.layers());
        return new NetworkOffer(
                Snapshots.TEN_O_CLOCK, "desk", 1, role, String.join("\n", other.lines()));
    }

    /** The network that was sent listens to the regime expert, the one shipped to the other. */
    private static GateNetwork opposite(GateNetworkModel model) {
        return fixed(model.version().equals("desk/1") ? Expert.REGIME : Expert.FLOW);
    }

    /** The network that was sent listens to the flow expert, the one shipped to the other. */
    private static GateNetwork alike(GateNetworkModel model) {
        return fixed(model.version().equals("desk/1") ? Expert.FLOW : Expert.REGIME);
    }

    private static GateNetwork fixed(Expert whom) {
        return new GateNetwork() {
            @Override
            public float[] logWeights(float[] rows, int count) {
                float[] weights = new float[count * Expert.values().length];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = i % Expert.values().length == whom.ordinal() ? 0 : -9;
                }
                return weights;
            }

            @Override
            public String engine() {
                return "fixed";
            }

            @Override
            public void close() {}
        };
    }

    /** The price rises in each half minute; the regime expert says so and the flow expert not. */
    private static void rise(GateHarness gate, int first, int last) throws Exception {
        rise(gate, first, last, 0.8, 0.1);
    }

    /** The same, with opinions such as the shipped network has been trained on. */
    private static void riseMildly(GateHarness gate, int first, int last) throws Exception {
        rise(gate, first, last, 0.45, 0.36);
    }

    private static void rise(GateHarness gate, int first, int last, double regime, double flow)
            throws Exception {
        for (int step = first; step < last; step++) {
            SnapshotId id = new SnapshotId(SECOND.symbol(), Snapshots.TEN_O_CLOCK + step * 30_000L);
            PricePoint price = new PricePoint(100 * Math.exp(0.001 * step), 0.2, true);
            gate.show(new GateMarket(id, price, 0.2, null, null, null));
            gate.hear(opinion(id, Expert.REGIME, regime));
            gate.hear(opinion(id, Expert.FLOW, flow));
            gate.hear(opinion(id, Expert.SENTIMENT, 0.4));
        }
    }

    private static double weight(Verdict verdict, Expert expert) {
        return verdict.weights().get(expert.ordinal()).weight();
    }

    private static FeatureVector empty() {
        return new FeatureVector.Builder().build();
    }

    private static GateHarness gate(GateClock clock) throws Exception {
        return gate(clock, PlainGateNetwork::new);
    }

    private static GateHarness gate(GateClock clock, GateNetworkFactory networks) throws Exception {
        return new GateHarness(
                new GateRules(
                        clock,
                        Gate.DEFAULT_MAX_WAIT_MILLIS,
                        ExpertSet.TRAINED,
                        networks,
                        BreakerConfig.standard()));
    }

    private static GateMarket market(SnapshotId snapshot) {
        return new GateMarket(snapshot, null, null, null, null, null);
    }

    /** An opinion that gives {@code up} to up at every horizon and most of the rest to down. */
    static ExpertOpinion opinion(SnapshotId snapshot, Expert expert, double up) {
        return Opinions.saying(snapshot, expert, up, 0.9 * (1 - up));
    }
}
