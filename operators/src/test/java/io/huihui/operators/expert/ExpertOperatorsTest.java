package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.registry.LentValue;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class ExpertOperatorsTest {

    private static final long LONG_SILENCE = IdleTimer.IDLE_MILLIS * 2;

    @Test
    void regimeExpertAnswersFirstPublishedSnapshotsOnlyAndForgetsIdleSymbols() throws Exception {
        try (var harness = Harnesses.regime(ExpertSet.BASELINE)) {
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            FeatureSnapshot first = Snapshots.at(0, Snapshots.leaning(1).build());

            harness.processElement1(first, 0);
            harness.processElement1(new FeatureSnapshot(first.id(), 1, first.features()), 0);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(o -> assertThat(o.snapshot()).isEqualTo(first.id()));
            harness.processWatermark1(new Watermark(first.id().secondEndMillis() + LONG_SILENCE));
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void flowExpertRestoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        List<ExpertOpinion> straight = new ArrayList<>();
        List<ExpertOpinion> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (var all = Harnesses.flow(ExpertSet.BASELINE);
                var half = Harnesses.flow(ExpertSet.BASELINE)) {
            all.open();
            half.open();
            feed(all, 0, 40);
            straight.addAll(all.extractOutputValues());
            feed(half, 0, 20);
            broken.addAll(half.extractOutputValues());
            state = half.snapshot(1, 1);
        }
        try (var rest = Harnesses.flow(ExpertSet.BASELINE)) {
            rest.initializeState(state);
            rest.open();
            feed(rest, 20, 40);
            broken.addAll(rest.extractOutputValues());
        }
        assertThat(broken).isEqualTo(straight);
    }

    private static void feed(
            KeyedTwoInputStreamOperatorTestHarness<
                            String, FeatureSnapshot, LentValue, ExpertOpinion>
                    harness,
            int from,
            int to)
            throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < to; i++) {
            FeatureVector features = Snapshots.random(random);
            if (i >= from) {
                harness.processElement1(Snapshots.at(i, features), 0);
            }
        }
    }
}
