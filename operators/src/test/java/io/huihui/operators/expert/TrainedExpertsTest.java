package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
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

        KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, ?, ExpertOpinion> of(
                ExpertSet experts) throws Exception {
            return this == REGIME ? Harnesses.regime(experts) : Harnesses.flow(experts);
        }
    }

    @ParameterizedTest
    @EnumSource
    void restoredInTheMiddleGoesOnAsIfNothingHappened(Which which) throws Exception {
        List<ExpertOpinion> straight = new ArrayList<>();
        run(which, ExpertSet.TRAINED, null, 0, SNAPSHOTS, straight);
        List<ExpertOpinion> broken = new ArrayList<>();

        OperatorSubtaskState state = run(which, ExpertSet.TRAINED, null, 0, MIDDLE, broken);
        run(which, ExpertSet.TRAINED, state, MIDDLE, SNAPSHOTS, broken);

        assertThat(straight).noneMatch(ExpertOpinion::abstained);
        assertThat(broken).isEqualTo(straight);
    }

    /** Baseline, trained, baseline again: each begins anew, and nothing of the other stays. */
    @ParameterizedTest
    @EnumSource
    void aChangeOfSetStartsAnewAndForgetsTheOther(Which which) throws Exception {
        OperatorSubtaskState state =
                run(which, ExpertSet.BASELINE, null, 0, MIDDLE, new ArrayList<>());
        List<ExpertOpinion> changed = new ArrayList<>();
        state = run(which, ExpertSet.TRAINED, state, MIDDLE, SNAPSHOTS, changed);
        List<ExpertOpinion> changedBack = new ArrayList<>();
        run(which, ExpertSet.BASELINE, state, MIDDLE, SNAPSHOTS, changedBack);

        List<ExpertOpinion> trainedAnew = new ArrayList<>();
        run(which, ExpertSet.TRAINED, null, MIDDLE, SNAPSHOTS, trainedAnew);
        List<ExpertOpinion> baselineAnew = new ArrayList<>();
        run(which, ExpertSet.BASELINE, null, MIDDLE, SNAPSHOTS, baselineAnew);
        assertThat(changed).isEqualTo(trainedAnew);
        assertThat(changedBack).isEqualTo(baselineAnew);
    }

    /** The symbol was seen with the baseline only; its timer still clears what that left. */
    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfASymbolThatIsIdleSinceTheChange(Which which) throws Exception {
        OperatorSubtaskState state =
                run(which, ExpertSet.BASELINE, null, 0, MIDDLE, new ArrayList<>());
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, ?, ExpertOpinion>
                harness = which.of(ExpertSet.TRAINED)) {
            harness.initializeState(state);
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.processWatermark1(new Watermark(afterLongSilence()));

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfAnIdleSymbol(Which which) throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, ?, ExpertOpinion>
                harness = which.of(ExpertSet.TRAINED)) {
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            feed(harness, 0, SNAPSHOTS);
            harness.processWatermark1(new Watermark(afterLongSilence()));

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static OperatorSubtaskState run(
            Which which,
            ExpertSet experts,
            OperatorSubtaskState before,
            int from,
            int to,
            List<ExpertOpinion> opinions)
            throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, ?, ExpertOpinion>
                harness = which.of(experts)) {
            if (before != null) {
                harness.initializeState(before);
            }
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            feed(harness, from, to);
            opinions.addAll(harness.extractOutputValues());
            return harness.snapshot(1, 1);
        }
    }

    private static void feed(
            KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, ?, ExpertOpinion>
                    harness,
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
                harness.processElement1(Snapshots.at(i * STEP_SECONDS, features), 0);
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
