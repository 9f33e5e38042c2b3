package io.huihui.operators.directives;

import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.ManagementReason;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.RecommendationStatus;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Verdict;
import io.huihui.models.directive.DeskMarket;
import io.huihui.models.directive.Desks;
import io.huihui.models.directive.DirectiveConfig;
import io.huihui.models.directive.Verdicts;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DirectivesTest {

    @Test
    void pairsVerdictAndSnapshotInEitherOrderAndFollowsTheTradeAcrossARestore() throws Exception {
        OperatorSubtaskState state;
        try (KeyedTwoInputStreamOperatorTestHarness<String, Verdict, DeskMarket, Directive>
                harness = harness()) {
            harness.open();
            harness.processElement2(Desks.withChain(1, 450), 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            harness.processElement1(
                    Verdicts.leaning(1, 0.52, 0.18, EventRegimeName.SIDEWAYS_MARKET), 0);
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(d -> assertThat(d.isTrade()).isTrue());
            harness.processElement2(Desks.withChain(2, 450), 0);
            harness.processElement1(Verdicts.leaning(2, 0.4, 0.3), 0);
            assertThat(harness.getSideOutput(Directives.RECOMMENDATIONS))
                    .extracting(r -> r.getValue().status())
                    .containsExactly(
                            RecommendationStatus.ACTIVE_NEW, RecommendationStatus.ACTIVE_OPEN);
            harness.processElement1(Verdicts.leaning(3, 0.4, 0.3), 0);
            state = harness.snapshot(1, 1);
        }
        try (KeyedTwoInputStreamOperatorTestHarness<String, Verdict, DeskMarket, Directive>
                harness = harness()) {
            harness.initializeState(state);
            harness.open();
            // Without a chain in this second: the legs are marked on the one in state.
            harness.processElement2(Desks.market(3, 448), 0);

            assertThat(harness.getSideOutput(Directives.MANAGEMENT))
                    .singleElement()
                    .satisfies(
                            m ->
                                    assertThat(m.getValue().reasonCode())
                                            .isEqualTo(ManagementReason.STOP_REACHED));
            assertThat(harness.getSideOutput(Directives.RECOMMENDATIONS))
                    .singleElement()
                    .satisfies(
                            r -> {
                                assertThat(r.getValue().status())
                                        .isEqualTo(RecommendationStatus.EXITED_STOP);
                                assertThat(r.getValue().options().modelled()).isFalse();
                            });
            long silence = Snapshots.TEN_O_CLOCK + 2 * IdleTimer.IDLE_MILLIS;
            harness.processWatermark1(new Watermark(silence));
            harness.processWatermark2(new Watermark(silence));
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void notTradingIsSaidOnceAndThenWhenItChangesOrEveryFiveMinutes() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, Verdict, DeskMarket, Directive>
                harness = harness()) {
            harness.open();
            for (int second = 1; second <= 600; second++) {
                harness.processElement1(Verdicts.leaning(second, 0.36, 0.34), 0);
                harness.processElement2(Desks.market(second, 450), 0);
            }

            assertThat(harness.extractOutputValues())
                    .hasSize(2)
                    .allSatisfy(
                            d ->
                                    assertThat(d.noTradeReason())
                                            .isEqualTo(NoTradeReason.CONVICTION_TOO_LOW));
        }
    }

    @Test
    void operatorCanBeShippedToATaskManager() throws Exception {
        Directives sent = new Directives(DirectiveConfig.standard());

        assertThat(InstantiationUtil.clone(sent)).isInstanceOf(Directives.class);
    }

    @Test
    void halfOfAPairIsForgottenAfterAMinute() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, Verdict, DeskMarket, Directive>
                harness = harness()) {
            harness.open();
            harness.processElement1(Verdicts.leaning(1, 0.4, 0.3), 0);
            harness.processWatermark1(new Watermark(Snapshots.TEN_O_CLOCK + 70_000));
            harness.processWatermark2(new Watermark(Snapshots.TEN_O_CLOCK + 70_000));

            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Verdict, DeskMarket, Directive>
            harness() throws Exception {
        return Harnesses.of(
                new Directives(DirectiveConfig.standard()),
                v -> v.snapshot().symbol(),
                m -> m.snapshot().id().symbol());
    }
}
