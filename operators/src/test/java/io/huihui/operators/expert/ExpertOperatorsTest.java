package io.huihui.operators.expert;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.operators.flow.FlowExpertOperator;
import io.huihui.operators.regime.RegimeExpertOperator;
import io.huihui.operators.sentiment.SentimentExpertOperator;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
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
        try (KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
                harness = Harnesses.of(new RegimeExpertOperator(), s -> s.id().symbol())) {
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

    @Test
    void sentimentExpertWaitsUntilTheNewsOfTheSecondIsIn() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment()) {
            harness.open();
            FeatureSnapshot snapshot = Snapshots.at(10, new FeatureVector.Builder().build());
            harness.processElement1(snapshot, 0);
            harness.processWatermark1(new Watermark(snapshot.id().secondEndMillis()));
            assertThat(harness.extractOutputValues()).isEmpty();

            OperatorSubtaskState state = harness.snapshot(1, 1);
            try (KeyedTwoInputStreamOperatorTestHarness<
                            String, FeatureSnapshot, NewsMention, ExpertOpinion>
                    restored = sentiment()) {
                restored.initializeState(state);
                restored.open();
                restored.processElement2(mention(9), 0);
                restored.processWatermark1(new Watermark(snapshot.id().secondEndMillis()));
                restored.processWatermark2(new Watermark(snapshot.id().secondEndMillis()));

                assertThat(restored.extractOutputValues())
                        .singleElement()
                        .satisfies(o -> assertThat(o.sentiment().newsScore()).isEqualTo(1));
                long silence = snapshot.id().secondEndMillis() + LONG_SILENCE;
                restored.processWatermark1(new Watermark(silence));
                restored.processWatermark2(new Watermark(silence));
                assertThat(restored.numKeyedStateEntries()).isZero();
                assertThat(restored.numEventTimeTimers()).isZero();
            }
        }
    }

    private static NewsMention mention(int second) {
        long time = Snapshots.TEN_O_CLOCK + second * 1000L;
        return new NewsMention(
                "SPY",
                new NewsItem("1", time, time, "test", 1, "Shares rally", null, List.of("SPY")));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, NewsMention, ExpertOpinion>
            sentiment() throws Exception {
        return Harnesses.of(
                new SentimentExpertOperator(), s -> s.id().symbol(), NewsMention::symbol);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, FeatureSnapshot, ExpertOpinion>
            flow() throws Exception {
        return Harnesses.of(new FlowExpertOperator(), s -> s.id().symbol());
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
