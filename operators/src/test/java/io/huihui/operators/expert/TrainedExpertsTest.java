package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.operators.flow.FlowExpertOperator;
import io.huihui.operators.flow.TrainedFlowExpertFunction;
import io.huihui.operators.regime.RegimeExpertOperator;
import io.huihui.operators.regime.TrainedRegimeExpertFunction;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class TrainedExpertsTest {

    private static final int STEP_SECONDS = 30;
    private static final int SNAPSHOTS = 40;
    private static final int MIDDLE = 20;

    enum Which {
        REGIME,
        FLOW;

        ExpertFunction<?> trained() {
            return this == REGIME
                    ? new TrainedRegimeExpertFunction(Harnesses.REPLAYED)
                    : new TrainedFlowExpertFunction(Harnesses.REPLAYED);
        }

        ExpertFunction<?> baseline() {
            return this == REGIME
                    ? new RegimeExpertOperator(Harnesses.REPLAYED)
                    : new FlowExpertOperator(Harnesses.REPLAYED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void restoredInTheMiddleGoesOnAsIfNothingHappened(Which which) throws Exception {
        List<ExpertOpinion> straight = new ArrayList<>();
        run(which.trained(), null, 0, SNAPSHOTS, straight);
        List<ExpertOpinion> broken = new ArrayList<>();

        OperatorSubtaskState state = run(which.trained(), null, 0, MIDDLE, broken);
        run(which.trained(), state, MIDDLE, SNAPSHOTS, broken);

        assertThat(straight).noneMatch(ExpertOpinion::abstained);
        assertThat(broken).isEqualTo(straight);
    }

    /** Baseline, trained, baseline again: each begins anew, and nothing of the other stays. */
    @ParameterizedTest
    @EnumSource
    void aChangeOfSetStartsAnewAndForgetsTheOther(Which which) throws Exception {
        OperatorSubtaskState state = run(which.baseline(), null, 0, MIDDLE, new ArrayList<>());
        List<ExpertOpinion> changed = new ArrayList<>();
        state = run(which.trained(), state, MIDDLE, SNAPSHOTS, changed);
        List<ExpertOpinion> changedBack = new ArrayList<>();
        run(which.baseline(), state, MIDDLE, SNAPSHOTS, changedBack);

        List<ExpertOpinion> trainedAnew = new ArrayList<>();
        run(which.trained(), null, MIDDLE, SNAPSHOTS, trainedAnew);
        List<ExpertOpinion> baselineAnew = new ArrayList<>();
        run(which.baseline(), null, MIDDLE, SNAPSHOTS, baselineAnew);
        assertThat(changed).isEqualTo(trainedAnew);
        assertThat(changedBack).isEqualTo(baselineAnew);
    }

    /** The symbol was seen with the baseline only; its timer still clears what that left. */
    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfASymbolThatIsIdleSinceTheChange(Which which) throws Exception {
        OperatorSubtaskState state = run(which.baseline(), null, 0, MIDDLE, new ArrayList<>());
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                harness = harness(which.trained())) {
            harness.initializeState(state);
            harness.open();
            harness.processWatermark(afterLongSilence());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfAnIdleSymbol(Which which) throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                harness = harness(which.trained())) {
            harness.open();
            feed(harness, 0, SNAPSHOTS);
            harness.processWatermark(afterLongSilence());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static OperatorSubtaskState run(
            ExpertFunction<?> function,
            OperatorSubtaskState before,
            int from,
            int to,
            List<ExpertOpinion> opinions)
            throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                harness = harness(function)) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            feed(harness, from, to);
            opinions.addAll(harness.extractOutputValues());
            return harness.snapshot(1, 1);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
            harness(ExpertFunction<?> function) throws Exception {
        return Harnesses.of(function, s -> s.id().symbol());
    }

    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> harness,
            int from,
            int to)
            throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < to; i++) {
            FeatureVector features =
                    Snapshots.leaning(4 * random.nextDouble() - 2)
                            .set(Feature.MID, 450 + random.nextDouble())
                            .set(Feature.REALIZED_VOL_1S, 0.1 + random.nextDouble())
                            .set(Feature.TRADE_COUNT_1S, 1 + random.nextInt(5))
                            .set(Feature.SIGNED_TRADE_COUNT_1S, random.nextInt(3) - 1)
                            .build();
            if (i >= from) {
                harness.processElement(Snapshots.at(i * STEP_SECONDS, features), 0);
            }
        }
    }

    private static long afterLongSilence() {
        return Snapshots.at(SNAPSHOTS * STEP_SECONDS, new FeatureVector.Builder().build())
                        .id()
                        .secondEndMillis()
                + 2 * IdleTimer.IDLE_MILLIS;
    }
}
