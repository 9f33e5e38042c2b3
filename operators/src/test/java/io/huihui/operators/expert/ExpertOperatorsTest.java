package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.operators.flow.FlowExpertOperator;
import io.huihui.operators.regime.RegimeExpertOperator;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class ExpertOperatorsTest {

    private static final long LONG_SILENCE = IdleTimer.IDLE_MILLIS * 2;

    @Test
    void regimeExpertAnswersFirstPublishedSnapshotsOnlyAndForgetsIdleSymbols() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                harness =
                        Harnesses.of(
                                new RegimeExpertOperator(Harnesses.REPLAYED),
                                s -> s.id().symbol())) {
            harness.open();
            FeatureSnapshot first = Snapshots.at(0, Snapshots.leaning(1).build());

            harness.processElement(first, 0);
            harness.processElement(new FeatureSnapshot(first.id(), 1, first.features()), 0);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(o -> assertThat(o.snapshot()).isEqualTo(first.id()));
            harness.processWatermark(first.id().secondEndMillis() + LONG_SILENCE);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void flowExpertRestoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        List<ExpertOpinion> straight = new ArrayList<>();
        List<ExpertOpinion> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> all =
                        flow();
                KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                        half = flow()) {
            all.open();
            half.open();
            feed(all, 0, 40);
            straight.addAll(all.extractOutputValues());
            feed(half, 0, 20);
            broken.addAll(half.extractOutputValues());
            state = half.snapshot(1, 1);
        }
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> rest =
                flow()) {
            rest.initializeState(state);
            rest.open();
            feed(rest, 20, 40);
            broken.addAll(rest.extractOutputValues());
        }
        assertThat(broken).isEqualTo(straight);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
            flow() throws Exception {
        return Harnesses.of(new FlowExpertOperator(Harnesses.REPLAYED), s -> s.id().symbol());
    }

    private static void feed(
            KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion> harness,
            int from,
            int to)
            throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < to; i++) {
            FeatureVector features = Snapshots.random(random);
            if (i >= from) {
                harness.processElement(Snapshots.at(i, features), 0);
            }
        }
    }
}
