package io.huihui.operators.regime;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.event.MacroRelease;
import io.huihui.models.expert.regime.RegimeRules;
import io.huihui.models.expert.regime.RuleSet;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.operators.expert.Asking;
import io.huihui.operators.expert.ExpertSet;
import io.huihui.operators.expert.IdleTimer;
import io.huihui.operators.expert.Judging;
import io.huihui.operators.sent.SentState;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RegimeExpertOperatorTest {

    private static final long DUE = end(300);

    @Test
    void aFigureThatIsDueMakesTheEndOfAConditionLikelier() throws Exception {
        List<ExpertOpinion> without = judged(List.of(), 60);
        List<ExpertOpinion> with = judged(List.of(announcement()), 60);

        // Known from second 20 on, due 280 seconds later: within the horizon of 5 minutes.
        assertThat(with.subList(0, 20)).isEqualTo(without.subList(0, 20));
        assertThat(leavingWithin5Minutes(with.get(30)))
                .isNotEqualTo(leavingWithin5Minutes(without.get(30)));
    }

    /** Whether the calendar comes first or in between, a replay says the same. */
    @Test
    void whichStreamWasFasterDoesNotMatterInAReplay() throws Exception {
        List<ExpertOpinion> macroFirst = judged(List.of(announcement(), release()), 400);
        List<ExpertOpinion> macroLast = new ArrayList<>();
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            for (int second = 1; second <= 400; second++) {
                harness.processElement1(second(second), 0);
            }
            harness.processWatermark1(new Watermark(end(400)));
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processElement2(RegimeNews.of(release()), 0);
            harness.processElement2(RegimeNews.of(announcement()), 0);
            harness.processWatermark2(Watermark.MAX_WATERMARK);
            macroLast.addAll(harness.extractOutputValues());
        }

        assertThat(macroLast).hasSize(400).isEqualTo(macroFirst);
    }

    @Test
    void restoredInTheMiddleGoesOnAsIfNothingHappened() throws Exception {
        List<ExpertOpinion> straight = judged(List.of(announcement(), release()), 400);
        List<ExpertOpinion> broken = new ArrayList<>();
        OperatorSubtaskState state;
        try (var half = harness(Judging.BY_EVENT_TIME)) {
            half.open();
            half.processElement2(RegimeNews.of(announcement()), 0);
            half.processElement2(RegimeNews.of(release()), 0);
            half.processWatermark2(new Watermark(end(200)));
            for (int second = 1; second <= 250; second++) {
                half.processElement1(second(second), 0);
            }
            broken.addAll(half.extractOutputValues());
            assertThat(broken).hasSize(200);
            state = half.snapshot(1, 1);
        }
        try (var rest = harness(Judging.BY_EVENT_TIME)) {
            rest.initializeState(state);
            rest.open();
            for (int second = 251; second <= 400; second++) {
                rest.processElement1(second(second), 0);
            }
            rest.processWatermark1(new Watermark(end(400)));
            rest.processWatermark2(Watermark.MAX_WATERMARK);
            broken.addAll(rest.extractOutputValues());
        }

        assertThat(broken).isEqualTo(straight);
    }

    @Test
    void nothingIsLeftOfAnIdleSymbolNorOfFiguresThatWorkedLongAgo() throws Exception {
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            harness.processElement2(RegimeNews.of(announcement()), 0);
            harness.processElement2(RegimeNews.of(release()), 0);
            harness.processElement1(second(1), 0);
            harness.processWatermark1(new Watermark(end(1)));
            harness.processWatermark2(new Watermark(end(1)));
            long later = end(1) + 2 * IdleTimer.IDLE_MILLIS;
            harness.processWatermark1(new Watermark(later));
            harness.processWatermark2(new Watermark(later));

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
            harness.processElement2(
                    RegimeNews.of(figure("POLICY_RATE_PERCENT", 9, later, later, null)), 0);
            assertThat(
                            harness.getOperator()
                                    .getOperatorStateBackend()
                                    .getBroadcastState(RegimeExpertOperator.FIGURES)
                                    .entries())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.getValue().sequence()).isEqualTo(9));
        }
    }

    @Test
    void liveNothingWaits() throws Exception {
        try (var harness = harness(Judging.ON_ARRIVAL)) {
            harness.open();
            harness.processElement1(second(1), 0);
            harness.setProcessingTime(1);

            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void aSilentSourceIsNotWaitedFor() throws Exception {
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            harness.processElement1(second(1), 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            harness.processWatermark1(new Watermark(end(1)));
            harness.processElement1(second(2), 0);

            assertThat(harness.extractOutputValues()).hasSize(2);
        }
    }

    /** Rules that come late are waited for in a replay; a restart in the middle changes nothing. */
    @Test
    void rulesThatAreSentHoldFromTheirTimeOnForBothSetsOfExperts() throws Exception {
        for (ExpertSet experts : ExpertSet.values()) {
            List<String> versions = new ArrayList<>();
            OperatorSubtaskState state;
            try (var half = harness(experts, Judging.BY_EVENT_TIME)) {
                half.open();
                for (int second = 1; second <= 40; second++) {
                    half.processElement1(second(second), 0);
                }
                half.processWatermark1(new Watermark(end(40)));
                assertThat(half.extractOutputValues()).isEmpty();
                half.processElement2(RegimeNews.of(rules("desk/2", 2, end(30))), 0);
                half.processElement2(RegimeNews.of(rules("desk/1", 1, end(10))), 0);
                half.processWatermark2(new Watermark(end(50)));
                versions.addAll(versions(half.extractOutputValues()));
                state = half.snapshot(1, 1);
            }
            try (var rest = harness(experts, Judging.BY_EVENT_TIME)) {
                rest.initializeState(state);
                rest.open();
                rest.processWatermark2(new Watermark(end(50)));
                for (int second = 41; second <= 50; second++) {
                    rest.processElement1(second(second), 0);
                }
                versions.addAll(versions(rest.extractOutputValues()));
            }

            assertThat(versions).as(experts.name()).hasSize(50);
            assertThat(versions.subList(0, 10)).containsOnly(RegimeRules.shipped().version());
            assertThat(versions.subList(10, 30)).containsOnly("desk/1");
            assertThat(versions.subList(30, 50)).containsOnly("desk/2");
        }
    }

    @Test
    void ofManyRuleSetsTheOldestAreForgotten() throws Exception {
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            for (int i = 1; i <= SentState.MOST + 4; i++) {
                harness.processElement2(RegimeNews.of(rules("desk/" + i, i, end(i))), 0);
            }
            harness.processWatermark2(new Watermark(end(100)));
            harness.processElement1(second(100), 0);

            assertThat(versions(harness.extractOutputValues()))
                    .containsExactly("desk/" + (SentState.MOST + 4));
            assertThat(
                            harness.getOperator()
                                    .getOperatorStateBackend()
                                    .getBroadcastState(SentRules.RULES)
                                    .entries())
                    .hasSize(SentState.MOST);
        }
    }

    /** A release that knows a name no more goes on by the rules it was given. */
    @Test
    void aSetInStateThatIsNotUnderstoodAnyMoreHoldsNoMore() throws Exception {
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            harness.getOperator()
                    .getOperatorStateBackend()
                    .getBroadcastState(SentRules.RULES)
                    .put("1", new KeptRuleSet(end(1), "desk", 1, "version: 1\nfuture: []"));
            harness.processWatermark2(new Watermark(end(100)));
            harness.processElement1(second(100), 0);

            assertThat(versions(harness.extractOutputValues()))
                    .containsExactly(RegimeRules.shipped().version());
        }
    }

    private static List<String> versions(List<ExpertOpinion> opinions) {
        return opinions.stream().map(one -> one.regime().state().rulesVersion()).toList();
    }

    private static RuleSet rules(String version, long sequence, long millis) {
        return new RuleSet(
                millis,
                "desk",
                sequence,
                "version: "
                        + version
                        + "\nregimes:\n  SKEW_SHIFT:\n    lasts: 1m\n    when: [MID gt 1]\n");
    }

    private static List<ExpertOpinion> judged(List<MacroRelease> macro, int seconds)
            throws Exception {
        try (var harness = harness(Judging.BY_EVENT_TIME)) {
            harness.open();
            for (MacroRelease release : macro) {
                harness.processElement2(RegimeNews.of(release), 0);
            }
            harness.processWatermark2(Watermark.MAX_WATERMARK);
            for (int second = 1; second <= seconds; second++) {
                harness.processElement1(second(second), 0);
            }
            return new ArrayList<>(harness.extractOutputValues());
        }
    }

    private static double leavingWithin5Minutes(ExpertOpinion opinion) {
        return opinion.regime().state().transitions().get(0).probability();
    }

    private static MacroRelease announcement() {
        return figure("POLICY_RATE_PERCENT", 1, end(20), DUE, null);
    }

    private static MacroRelease release() {
        return figure("POLICY_RATE_PERCENT", 2, DUE, DUE, 9.0);
    }

    private static MacroRelease figure(
            String series, long sequence, long millis, long due, Double actual) {
        return new MacroRelease(series, millis, due, "test", sequence, actual, 3.0, null);
    }

    private static long end(int second) {
        return Snapshots.TEN_O_CLOCK + second * 1000L;
    }

    private static FeatureSnapshot second(int second) {
        FeatureVector features =
                Snapshots.leaning(1.3)
                        .set(Feature.REALIZED_VOL_1S, 0.15)
                        .set(Feature.TRADE_COUNT_1S, 3)
                        .set(Feature.SIGNED_TRADE_COUNT_1S, 1)
                        .set(Feature.REPEATED_SIDE_COUNT_1S, 1)
                        .set(Feature.OPTION_TRADE_COUNT_1S, 1)
                        .build();
        return Snapshots.at(second, features);
    }

    /** One that refuses Kryo, as the job does. */
    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, RegimeNews, ExpertOpinion>
            harness(Judging judging) throws Exception {
        return harness(ExpertSet.TRAINED, judging);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, RegimeNews, ExpertOpinion>
            harness(ExpertSet experts, Judging judging) throws Exception {
        KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, RegimeNews, ExpertOpinion>
                harness =
                        new KeyedTwoInputStreamOperatorTestHarness<>(
                                RegimeExpertOperator.operator(
                                        RegimeRules.shipped(),
                                        experts,
                                        Asking.of(BreakerConfig.standard(), judging)),
                                snapshot -> snapshot.id().symbol(),
                                null,
                                Types.STRING);
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig())
                .setGenericTypes(false);
        return harness;
    }
}
