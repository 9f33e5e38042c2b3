package io.huihui.operators.flow;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.registry.FeatureDeclaration;
import io.huihui.models.registry.LentValue;
import io.huihui.models.registry.ValueType;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class FlowExpertOperatorTest {

    private static final String NAME = "regime.volatility";
    private static final int SECONDS = 60;

    private static final FeatureDeclaration VOLATILITY =
            new FeatureDeclaration(
                    Expert.REGIME,
                    NAME,
                    ValueType.POSITIVE,
                    Feature.Unit.VOL_ANNUAL,
                    10_000,
                    List.of(Expert.FLOW));

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, LentValue, ExpertOpinion>
            harness(List<FeatureDeclaration> borrows, Judging judging, ExpertSet experts)
                    throws Exception {
        return Harnesses.of(
                FlowExpertOperator.operator(
                        borrows, experts, Asking.of(BreakerConfig.standard(), judging)),
                snapshot -> snapshot.id().symbol(),
                LentValue::symbol);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, LentValue, ExpertOpinion>
            harness(Judging judging) throws Exception {
        return harness(List.of(VOLATILITY), judging, ExpertSet.TRAINED);
    }

    private static FeatureSnapshot snapshot(int second) {
        SplittableRandom random = new SplittableRandom(second);
        FeatureVector features =
                Snapshots.leaning(4 * random.nextDouble() - 2)
                        .set(Feature.MID, 450 + random.nextDouble())
                        .set(Feature.TRADE_COUNT_1S, 1 + random.nextInt(5))
                        .build();
        return Snapshots.at(second, features);
    }

    private static LentValue lent(int second) {
        return new LentValue("SPY", NAME, end(second), 0.1 + 0.001 * second);
    }

    private static long end(int second) {
        return snapshot(second).id().secondEndMillis();
    }

    private static Watermark through(int second) {
        return new Watermark(end(second) - 1);
    }

    private static BorrowedFeature read(ExpertOpinion opinion) {
        return opinion.flow().borrowed().get(0);
    }

    /** In step: each second both streams, then both watermarks. */
    private static List<ExpertOpinion> inStep(Judging judging) throws Exception {
        try (var harness = harness(judging)) {
            harness.open();
            for (int second = 1; second <= SECONDS; second++) {
                harness.processElement1(snapshot(second), 0);
                harness.processElement2(lent(second), 0);
                harness.processWatermark1(through(second));
                harness.processWatermark2(through(second));
            }
            return new ArrayList<>(harness.extractOutputValues());
        }
    }

    @Test
    void liveAndReplayReadTheSecondBefore() throws Exception {
        List<ExpertOpinion> live = inStep(Judging.ON_ARRIVAL);
        List<ExpertOpinion> replayed = inStep(Judging.BY_EVENT_TIME);

        assertThat(live).hasSize(SECONDS).isEqualTo(replayed);
        assertThat(read(live.get(0)).quality()).isEqualTo(Quality.ABSENT);
        for (int second = 2; second <= SECONDS; second++) {
            assertThat(read(live.get(second - 1)))
                    .isEqualTo(
                            new BorrowedFeature(
                                    NAME, lent(second - 1).value(), Quality.OK, 1_000L));
        }
    }

    @Test
    void whichStreamWasFasterDoesNotMatterInAReplay() throws Exception {
        List<ExpertOpinion> loansFirst;
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            for (int second = 1; second <= SECONDS; second++) {
                harness.processElement2(lent(second), 0);
            }
            harness.processWatermark2(Watermark.MAX_WATERMARK);
            for (int second = 1; second <= SECONDS; second++) {
                harness.processElement1(snapshot(second), 0);
            }
            harness.processWatermark1(Watermark.MAX_WATERMARK);
            loansFirst = new ArrayList<>(harness.extractOutputValues());
        }
        List<ExpertOpinion> loansLast;
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            for (int second = 1; second <= SECONDS; second++) {
                harness.processElement1(snapshot(second), 0);
            }
            harness.processWatermark1(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).isEmpty();
            for (int second = 1; second <= SECONDS; second++) {
                harness.processElement2(lent(second), 0);
                harness.processWatermark2(through(second));
            }
            harness.processWatermark2(Watermark.MAX_WATERMARK);
            loansLast = new ArrayList<>(harness.extractOutputValues());
        }

        assertThat(loansFirst).hasSize(SECONDS).isEqualTo(inStep(Judging.BY_EVENT_TIME));
        assertThat(loansLast).isEqualTo(loansFirst);
    }

    /** The lender is far ahead, as after a restart: what is of later seconds is not read. */
    @Test
    void nothingOfTheFutureIsReadLive() throws Exception {
        try (var harness = harness(Judging.ON_ARRIVAL)) {
            harness.open();
            for (int second = 1; second <= SECONDS; second++) {
                harness.processElement2(lent(second), 0);
            }
            harness.processElement1(snapshot(7), 0);
            harness.setProcessingTime(1);

            assertThat(read(harness.extractOutputValues().get(0)).value())
                    .isEqualTo(lent(6).value());
        }
    }

    @Test
    void goesOnFlaggedWhenTheLenderFallsSilent() throws Exception {
        try (var harness = harness(Judging.ON_ARRIVAL)) {
            harness.open();
            harness.processElement2(lent(1), 0);
            for (int second = 2; second <= 20; second++) {
                harness.processElement1(snapshot(second), 0);
            }
            harness.setProcessingTime(1);
            List<ExpertOpinion> opinions = harness.extractOutputValues();

            assertThat(opinions).hasSize(19).noneMatch(ExpertOpinion::abstained);
            assertThat(read(opinions.get(9)).quality()).isEqualTo(Quality.OK);
            assertThat(read(opinions.get(10)))
                    .isEqualTo(new BorrowedFeature(NAME, null, Quality.STALE, 11_000L));
        }
    }

    @Test
    void restoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        List<ExpertOpinion> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (var half = harness(Judging.BY_EVENT_TIME)) {
            half.open();
            for (int second = 1; second <= 40; second++) {
                half.processElement1(snapshot(second), 0);
            }
            for (int second = 1; second <= 25; second++) {
                half.processElement2(lent(second), 0);
            }
            half.processWatermark1(through(40));
            half.processWatermark2(through(20));
            broken.addAll(half.extractOutputValues());
            assertThat(broken).hasSize(21);
            state = half.snapshot(1, 1);
        }
        try (var rest = harness(Judging.BY_EVENT_TIME)) {
            rest.initializeState(state);
            rest.open();
            for (int second = 26; second <= SECONDS; second++) {
                rest.processElement2(lent(second), 0);
            }
            for (int second = 41; second <= SECONDS; second++) {
                rest.processElement1(snapshot(second), 0);
            }
            rest.processWatermark1(Watermark.MAX_WATERMARK);
            rest.processWatermark2(Watermark.MAX_WATERMARK);
            broken.addAll(rest.extractOutputValues());
        }

        assertThat(broken).isEqualTo(inStep(Judging.BY_EVENT_TIME));
    }

    @Test
    void goesOnFromASavepointOfAJobThatBorrowedNothing() throws Exception {
        OperatorSubtaskState before;
        List<ExpertOpinion> alone = new ArrayList<>();
        try (var old = harness(List.of(), Judging.BY_EVENT_TIME, ExpertSet.TRAINED)) {
            old.open();
            for (int second = 1; second <= 30; second++) {
                old.processElement1(snapshot(second), 0);
            }
            before = old.snapshot(1, 1);
            for (int second = 31; second <= 40; second++) {
                old.processElement1(snapshot(second), 0);
            }
            alone.addAll(old.extractOutputValues().subList(30, 40));
        }
        try (var harness = harness(Judging.ON_ARRIVAL)) {
            harness.initializeState(before);
            harness.open();
            for (int second = 31; second <= 40; second++) {
                harness.processElement1(snapshot(second), 0);
            }

            harness.setProcessingTime(1);
            List<ExpertOpinion> after = harness.extractOutputValues();
            assertThat(after).hasSameSizeAs(alone);
            for (int i = 0; i < after.size(); i++) {
                assertThat(after.get(i).theses()).isEqualTo(alone.get(i).theses());
                assertThat(read(after.get(i)).quality()).isEqualTo(Quality.ABSENT);
            }
        }
    }

    @Test
    void nothingIsLeftOfAnIdleSymbol() throws Exception {
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            for (int second = 1; second <= SECONDS; second++) {
                harness.processElement1(snapshot(second), 0);
                harness.processElement2(lent(second), 0);
            }
            Watermark late = new Watermark(end(SECONDS) + 2 * IdleTimer.IDLE_MILLIS);
            harness.processWatermark1(late);
            harness.processWatermark2(late);

            assertThat(harness.extractOutputValues()).hasSize(SECONDS);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    /** The rules borrow nothing, so they wait for nobody. */
    @Test
    void theBaselineDoesNotWait() throws Exception {
        try (var harness =
                harness(List.of(VOLATILITY), Judging.BY_EVENT_TIME, ExpertSet.BASELINE)) {
            harness.open();
            harness.processElement1(snapshot(1), 0);

            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(harness.extractOutputValues().get(0).flow().borrowed()).isEmpty();
        }
    }
}
