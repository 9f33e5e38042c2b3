package io.huihui.operators.sentiment;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.NewsMention;
import io.huihui.models.expert.sentiment.RuleBasedSentimentExpert;
import io.huihui.models.expert.sentiment.Tone;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.Interview;
import io.huihui.operators.expert.Judging;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SentimentExpertOperatorTest {

    private static final long LONG_SILENCE = 40L * 24 * 60 * 60_000;

    @ParameterizedTest
    @EnumSource
    void aSnapshotWaitsUntilTheNewsOfItsSecondIsIn(ExpertSet experts) throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(experts)) {
            harness.open();
            FeatureSnapshot snapshot = snapshot(10);
            long end = snapshot.id().secondEndMillis();
            harness.processElement1(snapshot, 0);
            harness.processWatermark1(new Watermark(end));
            assertThat(harness.extractOutputValues()).isEmpty();

            OperatorSubtaskState state = harness.snapshot(1, 1);
            try (KeyedTwoInputStreamOperatorTestHarness<
                            String, FeatureSnapshot, NewsMention, ExpertOpinion>
                    restored = sentiment(experts)) {
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

    @ParameterizedTest
    @EnumSource
    void aSnapshotDoesNotWaitForThoseOfOtherSymbols(ExpertSet experts) throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(experts)) {
            harness.open();
            FeatureSnapshot snapshot = snapshot(10);
            harness.processWatermark2(new Watermark(snapshot.id().secondEndMillis() - 1));
            harness.processElement1(snapshot, 0);

            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void silentNewsIsNotWaitedForUntilItSpeaks(ExpertSet experts) throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(experts)) {
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.processElement1(snapshot(10), 0);
            assertThat(harness.extractOutputValues()).hasSize(1);

            harness.processWatermarkStatus2(WatermarkStatus.ACTIVE);
            harness.processElement1(snapshot(11), 0);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSnapshotThatWaitsIsNotOvertakenByTheNext(ExpertSet experts) throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(experts)) {
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

    /** The set that goes on knows nothing of the other's news, and nothing of the other stays. */
    @ParameterizedTest
    @EnumSource
    void aChangeOfSetStartsAnewAndForgetsTheOther(ExpertSet experts) throws Exception {
        ExpertSet other = experts == ExpertSet.BASELINE ? ExpertSet.TRAINED : ExpertSet.BASELINE;
        OperatorSubtaskState state;
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(other)) {
            harness.open();
            harness.processElement2(mention(9), 0);
            state = harness.snapshot(1, 1);
        }
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(experts)) {
            harness.initializeState(state);
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.processElement1(snapshot(10), 0);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(opinion -> assertThat(opinion.abstained()).isTrue());
            state = harness.snapshot(2, 2);
        }
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(other)) {
            harness.initializeState(state);
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.processElement1(snapshot(11), 0);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(opinion -> assertThat(opinion.abstained()).isTrue());
        }
    }

    @Test
    void whenTheExpertFailsItsRulesSpeakAndKnowTheNewsOfBefore() throws Exception {
        Interview broken =
                (expert, snapshot) -> {
                    throw new IllegalStateException("out of order");
                };
        Asking asking = new Asking(BreakerConfig.standard(), Judging.BY_EVENT_TIME, broken);
        try (KeyedTwoInputStreamOperatorTestHarness<
                        String, FeatureSnapshot, NewsMention, ExpertOpinion>
                harness = sentiment(ExpertSet.TRAINED, asking)) {
            harness.open();
            harness.processElement2(mention(9), 0);
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.processElement1(snapshot(10), 0);

            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(
                            opinion -> {
                                assertThat(opinion.modelVersion())
                                        .isEqualTo(new RuleBasedSentimentExpert().modelVersion());
                                assertThat(opinion.sentiment().newsScore()).isEqualTo(1);
                            });
        }
    }

    private static FeatureSnapshot snapshot(int second) {
        return Snapshots.at(second, new FeatureVector.Builder().build());
    }

    private static NewsMention mention(int second) {
        long time = Snapshots.TEN_O_CLOCK + second * 1000L;
        return new NewsMention(
                "SPY",
                new NewsItem("1", time, time, "test", 1, "Shares rally", null, List.of("SPY")),
                new Tone(0, 0, 1));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, NewsMention, ExpertOpinion>
            sentiment(ExpertSet experts) throws Exception {
        return sentiment(experts, Harnesses.REPLAYED);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, NewsMention, ExpertOpinion>
            sentiment(ExpertSet experts, Asking asking) throws Exception {
        return Harnesses.of(
                SentimentExpertOperator.operator(experts, asking),
                s -> s.id().symbol(),
                NewsMention::symbol);
    }
}
