package io.huihui.operators.sentiment;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.operators.expert.Harnesses;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SentimentExpertOperatorTest {

    private static final long LONG_SILENCE = 40L * 24 * 60 * 60_000;

    @Test
    void aSnapshotWaitsUntilTheNewsOfItsSecondIsIn() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment()) {
            harness.open();
            FeatureSnapshot snapshot = snapshot(10);
            long end = snapshot.id().secondEndMillis();
            harness.processElement1(snapshot, 0);
            harness.processWatermark1(new Watermark(end));
            assertThat(harness.extractOutputValues()).isEmpty();

            OperatorSubtaskState state = harness.snapshot(1, 1);
            try (KeyedTwoInputStreamOperatorTestHarness<
                            String, FeatureSnapshot, NewsMention, ExpertOpinion>
                    restored = sentiment()) {
                restored.initializeState(state);
                restored.open();
                restored.processElement2(mention(9), 0);
                restored.processWatermark1(new Watermark(end));
                restored.processWatermark2(new Watermark(end));

                assertThat(restored.extractOutputValues())
                        .singleElement()
                        .satisfies(o -> assertThat(o.sentiment().newsScore()).isEqualTo(1));
                restored.processWatermark1(new Watermark(end + LONG_SILENCE));
                restored.processWatermark2(new Watermark(end + LONG_SILENCE));
                assertThat(restored.numKeyedStateEntries()).isZero();
                assertThat(restored.numEventTimeTimers()).isZero();
            }
        }
    }

    @Test
    void aSnapshotDoesNotWaitForThoseOfOtherSymbols() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment()) {
            harness.open();
            FeatureSnapshot snapshot = snapshot(10);
            harness.processWatermark2(new Watermark(snapshot.id().secondEndMillis() - 1));
            harness.processElement1(snapshot, 0);

            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void silentNewsIsNotWaitedForUntilItSpeaks() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment()) {
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.processElement1(snapshot(10), 0);
            assertThat(harness.extractOutputValues()).hasSize(1);

            harness.processWatermarkStatus2(WatermarkStatus.ACTIVE);
            harness.processElement1(snapshot(11), 0);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void aSnapshotThatWaitsIsNotOvertakenByTheNext() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment()) {
            harness.open();
            FeatureSnapshot last = snapshot(11);
            long end = last.id().secondEndMillis();
            harness.processElement1(snapshot(10), 0);
            harness.processWatermark2(new Watermark(end));
            harness.processElement1(last, 0);
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.processWatermark1(new Watermark(end));

            assertThat(harness.extractOutputValues())
                    .extracting(opinion -> opinion.snapshot().secondEndMillis())
                    .containsExactly(end - 1_000, end);
        }
    }

    private static FeatureSnapshot snapshot(int second) {
        return Snapshots.at(second, new FeatureVector.Builder().build());
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
                SentimentExpertOperator.operator(), s -> s.id().symbol(), NewsMention::symbol);
    }
}
