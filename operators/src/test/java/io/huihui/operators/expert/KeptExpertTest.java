package io.huihui.operators.expert;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Opinions;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.ExpertModel;
import io.huihui.models.expert.StaleOpinion;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.registry.LentValue;
import io.huihui.operators.flow.FlowExpertOperator;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

/** A snapshot a second; what the expert does in which seconds, each test says. */
class KeptExpertTest {

    private static final int COOL_DOWN = 5;

    /** Half a second for an answer, so that a busy machine does not make a sound expert late. */
    private static final BreakerConfig CONFIG =
            new BreakerConfig(
                    5, 20, 0.5, 1000 * COOL_DOWN, 2000 * COOL_DOWN, 500, 500, 800, 30_000);

    @Test
    void aFailingExpertsLastOpinionIsSaidAgainForHalfAMinuteAndThenItsRulesSpeak()
            throws Exception {
        try (Harness harness = trained(new Plan(THROWS, 10, 60))) {
            feed(harness, 0, 60);

            List<ExpertOpinion> said = harness.extractOutputValues();
            assertThat(said).hasSize(60);
            for (int second = 0; second < 60; second++) {
                ExpertOpinion opinion = said.get(second);
                assertThat(opinion.snapshot()).isEqualTo(snapshot(second).id());
                assertThat(StaleOpinion.is(opinion))
                        .as("second %s", second)
                        .isEqualTo(second >= 10 && second <= 39);
                assertThat(opinion.modelVersion().equals(RuleBasedFlowExpert.MODEL_VERSION))
                        .as("second %s", second)
                        .isEqualTo(second > 39);
            }
            double own = said.get(9).confidence();
            assertThat(said.get(10).confidence()).isEqualTo(own / 2);
            assertThat(said.get(39).confidence()).as("halved once").isEqualTo(own / 2);
        }
    }

    @Test
    void withoutRulesItAbstainsAndSaysWhy() throws Exception {
        try (Harness harness = baseline(new Plan(THROWS, 0, 3))) {
            feed(harness, 0, 3);

            assertThat(harness.extractOutputValues())
                    .hasSize(3)
                    .allSatisfy(
                            opinion ->
                                    assertThat(opinion.abstainReason())
                                            .contains("IllegalStateException: out of order"));
        }
    }

    @Test
    void whatIsNoOpinionOnTheSnapshotNeverGetsOut() throws Exception {
        for (Fault fault :
                List.of(SAYS_NOTHING, SPEAKS_OF_ANOTHER, SPEAKS_FOR_ANOTHER, NOT_FINITE)) {
            try (Harness harness = trained(new Plan(fault, 5, 10))) {
                feed(harness, 0, 10);

                assertThat(harness.extractOutputValues().subList(5, 10)).allMatch(StaleOpinion::is);
            }
        }
    }

    @Test
    void theBreakerOpensAfterFiveFailuresTriesAgainAndTellsBoth() throws Exception {
        Plan plan = new Plan(THROWS, 10, 16);
        try (Harness harness = trained(plan)) {
            feed(harness, 0, 30);

            // Failures in 10..14 open it; it is left alone until the cool-down is over.
            assertThat(plan.asked(10, 15)).isEqualTo(5);
            assertThat(plan.asked(15, 15 + COOL_DOWN)).isZero();
            assertThat(plan.asked(15 + COOL_DOWN, 30)).isEqualTo(10);
            assertThat(harness.alerts())
                    .extracting(Alert::id)
                    .containsExactly(
                            Alert.idOf(snapshot(14).id(), AlertKind.BREAKER_OPENED, "FLOW"),
                            Alert.idOf(
                                    snapshot(15 + COOL_DOWN).id(),
                                    AlertKind.BREAKER_CLOSED,
                                    "FLOW"));
        }
    }

    @Test
    void whatWorksAgainIsBackWithinTwoCoolDowns() throws Exception {
        for (int end = 11; end < 80; end++) {
            Plan plan = new Plan(THROWS, 10, end);
            try (Harness harness = trained(plan)) {
                feed(harness, 0, 100);

                ExpertOpinion after = harness.extractOutputValues().get(end + 2 * COOL_DOWN + 1);
                assertThat(after.modelVersion()).isNotEqualTo(RuleBasedFlowExpert.MODEL_VERSION);
                assertThat(StaleOpinion.is(after)).as("fault until %s", end).isFalse();
            }
        }
    }

    @Test
    void oneSymbolsFaultIsNotAnothers() throws Exception {
        Plan plan = new Plan(THROWS, 0, 100);
        try (Harness harness = trained(plan)) {
            for (int second = 0; second < 20; second++) {
                harness.show(snapshot(second));
                harness.show(snapshotOf("QQQ", second));
            }
            assertThat(harness.extractOutputValues())
                    .filteredOn(opinion -> opinion.snapshot().symbol().equals("QQQ"))
                    .hasSize(20)
                    .noneMatch(ExpertOpinion::abstained)
                    .noneMatch(StaleOpinion::is)
                    .noneMatch(o -> o.modelVersion().equals(RuleBasedFlowExpert.MODEL_VERSION));
        }
    }

    @Test
    void aModelThatFailsEveryTrialForMinutesIsStartedAnew() throws Exception {
        Plan plan = new Plan(THROWS, 10, 400);
        try (Harness harness = trained(plan)) {
            feed(harness, 0, 420);

            assertThat(plan.models()).as("the first, and one more").isEqualTo(2);
            assertThat(StaleOpinion.is(harness.extractOutputValues().get(419))).isFalse();
        }
    }

    @Test
    void aRestoredOperatorAsksAnewAndGoesOnWithTheModel() throws Exception {
        OperatorSubtaskState state;
        try (Harness harness = trained(new Plan(THROWS, 10, 100))) {
            feed(harness, 0, 16);
            state = harness.snapshot(1, 1);
        }
        Plan sound = new Plan(THROWS, 0, 0);
        try (Harness harness =
                new Harness(ExpertSet.TRAINED, asking(sound, Judging.BY_EVENT_TIME))) {
            harness.initializeState(state);
            harness.open();
            feed(harness, 16, 17);

            assertThat(sound.asked(16, 17)).as("the breaker is closed").isEqualTo(1);
            assertThat(harness.extractOutputValues()).noneMatch(StaleOpinion::is);
        }
    }

    @Test
    void anExpertThatHangsStopsNobody() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Harness harness = live(new Plan(hangs(release), 10, 11))) {
            feed(harness, 0, 20);

            List<ExpertOpinion> said = harness.extractOutputValues();
            assertThat(said).hasSize(20);
            assertThat(said.subList(10, 20)).allMatch(StaleOpinion::is);
            assertThat(harness.numKeyedStateEntries())
                    .as("the model as it was, and the timer's watch")
                    .isEqualTo(2);
            harness.snapshot(1, 1);
        } finally {
            release.countDown();
        }
    }

    @Test
    void aModelThatComesBackLateIsGoneOnWith() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        Fault late =
                (expert, snapshot) -> {
                    try {
                        return hangs(release).answer(expert, snapshot);
                    } finally {
                        back.countDown();
                    }
                };
        Plan plan = new Plan(late, 10, 11);
        try (Harness harness = live(plan)) {
            feed(harness, 0, 12);
            release.countDown();
            // One that is away for too many snapshots is given up, and they come quickly here.
            back.await();
            int second = 12;
            while (StaleOpinion.is(last(harness))) {
                Thread.sleep(20);
                feed(harness, second, ++second);
            }
            assertThat(plan.models()).as("the very model that was late").isEqualTo(1);
        }
    }

    /** Forty symbols: two batches that are full, and one that is not. */
    @Test
    void snapshotsThatComeTogetherAreAnsweredAsIfEachHadComeAlone() throws Exception {
        List<ExpertOpinion> alone = new ArrayList<>();
        List<ExpertOpinion> together = new ArrayList<>();
        try (Harness replayed = trained(sound());
                Harness live = live(sound())) {
            for (int second = 0; second < 20; second++) {
                for (int symbol = 0; symbol < 40; symbol++) {
                    FeatureSnapshot each = snapshotOf("S" + symbol, second);
                    replayed.processElement1(new StreamRecord<>(each));
                    live.processElement1(new StreamRecord<>(each));
                }
                assertThat(live.extractOutputValues()).hasSize(40 * second + 32);
                live.setProcessingTime(second + 1);
            }
            alone.addAll(replayed.extractOutputValues());
            together.addAll(live.extractOutputValues());
        }
        assertThat(together).hasSize(800).isEqualTo(alone);
    }

    @Test
    void aSymbolsNextSnapshotFollowsTheAnswerToTheOneBefore() throws Exception {
        try (Harness replayed = trained(sound());
                Harness live = live(sound())) {
            for (int second = 0; second < 10; second++) {
                replayed.processElement1(new StreamRecord<>(snapshot(second)));
                live.processElement1(new StreamRecord<>(snapshot(second)));
            }
            live.setProcessingTime(1);

            assertThat(live.extractOutputValues()).isEqualTo(replayed.extractOutputValues());
        }
    }

    @Test
    void nothingOvertakesWhatWaitsForOthers() throws Exception {
        try (Harness harness = live(sound())) {
            harness.processElement1(new StreamRecord<>(snapshot(0)));
            harness.processWatermark1(new Watermark(snapshot(0).id().secondEndMillis()));
            harness.processWatermark2(new Watermark(snapshot(0).id().secondEndMillis()));
            assertThat(harness.getOutput().poll()).isInstanceOf(StreamRecord.class);
            assertThat(harness.getOutput().poll()).isInstanceOf(Watermark.class);

            harness.processElement1(new StreamRecord<>(snapshot(1)));
            harness.prepareSnapshotPreBarrier(1);
            assertThat(harness.getOutput().poll()).isInstanceOf(StreamRecord.class);

            harness.processElement1(new StreamRecord<>(snapshot(2)));
            harness.getOperator().finish();
            assertThat(harness.getOutput().poll()).isInstanceOf(StreamRecord.class);
        }
    }

    /** SPY hangs in the middle of a batch: who came before has its own answer, the others not. */
    @Test
    void whoComesAfterOneThatHangsHasAnAnswerOfBefore() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<String> symbols = List.of("A", "SPY", "B", "C");
        try (Harness harness = live(new Plan(hangs(release), 10, 11))) {
            for (int second = 0; second < 11; second++) {
                for (String symbol : symbols) {
                    harness.processElement1(new StreamRecord<>(snapshotOf(symbol, second)));
                }
                harness.setProcessingTime(second + 1);
            }

            List<ExpertOpinion> said = harness.extractOutputValues();
            assertThat(said).hasSize(44);
            assertThat(said.subList(0, 41)).noneMatch(StaleOpinion::is);
            assertThat(said.subList(41, 44)).allMatch(StaleOpinion::is);
            assertThat(said.subList(40, 44))
                    .extracting(opinion -> opinion.snapshot().symbol())
                    .isEqualTo(symbols);
        } finally {
            release.countDown();
        }
    }

    @Test
    void nothingIsLeftOfAnIdleSymbol() throws Exception {
        try (Harness harness = trained(new Plan(THROWS, 3, 6))) {
            feed(harness, 0, 10);
            Watermark late =
                    new Watermark(snapshot(10).id().secondEndMillis() + 2 * IdleTimer.IDLE_MILLIS);
            harness.processWatermark1(late);
            harness.processWatermark2(late);

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static ExpertOpinion last(Harness harness) {
        List<ExpertOpinion> said = harness.extractOutputValues();
        return said.get(said.size() - 1);
    }

    private static void feed(Harness harness, int from, int to) throws Exception {
        for (int second = from; second < to; second++) {
            harness.show(snapshot(second));
        }
    }

    private static FeatureSnapshot snapshot(int second) {
        return Snapshots.at(second, Snapshots.leaning(1 + second % 7 / 10.0).build());
    }

    private static FeatureSnapshot snapshotOf(String symbol, int second) {
        FeatureSnapshot spy = snapshot(second);
        return new FeatureSnapshot(
                new SnapshotId(symbol, spy.id().secondEndMillis()), 0, spy.features());
    }

    private static Plan sound() {
        return new Plan(THROWS, 0, 0);
    }

    private static Harness trained(Plan plan) throws Exception {
        return opened(ExpertSet.TRAINED, asking(plan, Judging.BY_EVENT_TIME));
    }

    private static Harness live(Plan plan) throws Exception {
        return opened(ExpertSet.TRAINED, asking(plan, Judging.ON_ARRIVAL));
    }

    private static Harness baseline(Plan plan) throws Exception {
        return opened(ExpertSet.BASELINE, asking(plan, Judging.BY_EVENT_TIME));
    }

    private static Asking asking(Plan plan, Judging judging) {
        return new Asking(CONFIG, judging, plan);
    }

    private static Harness opened(ExpertSet experts, Asking asking) throws Exception {
        Harness harness = new Harness(experts, asking);
        harness.open();
        return harness;
    }

    private static final class Harness
            extends KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, LentValue, ExpertOpinion> {

        Harness(ExpertSet experts, Asking asking) throws Exception {
            super(
                    FlowExpertOperator.operator(List.of(), experts, asking),
                    snapshot -> snapshot.id().symbol(),
                    LentValue::symbol,
                    Types.STRING);
        }

        /** Shows a snapshot, and lets the millisecond pass that it may wait for others. */
        void show(FeatureSnapshot snapshot) throws Exception {
            processElement1(new StreamRecord<>(snapshot));
            setProcessingTime(getProcessingTime() + 1);
        }

        List<Alert> alerts() {
            return getSideOutput(ExpertOperator.ALERTS).stream()
                    .map(StreamRecord::getValue)
                    .toList();
        }
    }

    /** What an expert does in place of answering. */
    private interface Fault extends Serializable {
        ExpertOpinion answer(ExpertModel expert, FeatureSnapshot snapshot) throws Exception;
    }

    private static final Fault THROWS =
            (expert, snapshot) -> {
                throw new IllegalStateException("out of order");
            };
    private static final Fault SAYS_NOTHING = (expert, snapshot) -> null;
    private static final Fault SPEAKS_OF_ANOTHER =
            (expert, snapshot) -> Opinions.saying(snapshot(0).id(), Expert.FLOW, 0.5, 0.2);
    private static final Fault SPEAKS_FOR_ANOTHER =
            (expert, snapshot) -> Opinions.saying(snapshot.id(), Expert.REGIME, 0.5, 0.2);
    private static final Fault NOT_FINITE =
            (expert, snapshot) -> Opinions.saying(snapshot.id(), Expert.FLOW, Double.NaN, 0.2);

    private static Fault hangs(CountDownLatch release) {
        return (expert, snapshot) -> {
            release.await();
            return expert.observe(snapshot);
        };
    }

    /** A fault in the seconds from..to - 1 of SPY; writes down who was asked when. */
    private static final class Plan implements Interview {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;
        private final int from;
        private final int to;
        private final transient List<Integer> asked = new CopyOnWriteArrayList<>();
        private final transient Set<ExpertModel> models =
                Collections.newSetFromMap(new IdentityHashMap<>());

        Plan(Fault fault, int from, int to) {
            this.fault = fault;
            this.from = from;
            this.to = to;
        }

        @Override
        public ExpertOpinion ask(ExpertModel expert, FeatureSnapshot snapshot) throws Exception {
            if (!snapshot.id().symbol().equals("SPY")) {
                return expert.observe(snapshot);
            }
            int second =
                    (int)
                            ((snapshot.id().secondEndMillis() - snapshot(0).id().secondEndMillis())
                                    / 1000);
            asked.add(second);
            synchronized (models) {
                models.add(expert);
            }
            return second >= from && second < to
                    ? fault.answer(expert, snapshot)
                    : expert.observe(snapshot);
        }

        long asked(int first, int end) {
            return asked.stream().filter(second -> second >= first && second < end).count();
        }

        int models() {
            synchronized (models) {
                return models.size();
            }
        }
    }
}
