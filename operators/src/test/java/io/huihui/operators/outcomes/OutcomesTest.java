package io.huihui.operators.outcomes;

import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.PerformanceSummary;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.UnresolvedReason;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.outcome.Baseline;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.Prediction;
import io.huihui.models.outcome.PricePoint;
import io.huihui.operators.expert.Harnesses;
import io.huihui.operators.expert.IdleTimer;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomesTest {

    /** Just before the watermark passes 5 minutes and the tolerance. */
    private static final int DUE_SECOND = 305;

    @Test
    void nothingIsScoredBeforeTheHorizonHasPassedAndThenExactlyOnce() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, Prediction, Outcome>
                harness = harness()) {
            harness.open();
            harness.processElement1(market(0, 450.0), 0);
            harness.processElement2(prediction(0), 0);
            harness.processElement1(market(300, 451.0), 0);
            watermark(harness, Snapshots.TEN_O_CLOCK + DUE_SECOND * 1000L - 1);
            assertThat(harness.extractOutputValues()).isEmpty();

            watermark(harness, Snapshots.TEN_O_CLOCK + DUE_SECOND * 1000L);

            Outcome outcome = of("FLOW", harness.extractOutputValues());
            assertThat(outcome.thesis().horizon()).isEqualTo(Horizon.MINUTES_5);
            assertThat(outcome.realized()).isEqualTo(Direction.UP);
            assertThat(outcome.logReturn()).isEqualTo(Math.log(451.0 / 450.0));
            // (.5-1)^2 + .3^2 + .2^2
            assertThat(outcome.brier()).isCloseTo(0.38, org.assertj.core.data.Offset.offset(1e-12));
            assertThat(outcome.logLoss()).isEqualTo(Math.log(2));
            assertThat(harness.extractOutputValues()).hasSize(1 + Baseline.values().length);
        }
    }

    @Test
    void gapAtTheHorizonIsUnresolvedAndStateIsEmptyAtTheEnd() throws Exception {
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, Prediction, Outcome>
                harness = harness()) {
            harness.open();
            harness.processElement1(market(0, 450.0), 0);
            harness.processElement2(prediction(0), 0);
            // Too late to be the price at 300 s.
            harness.processElement1(market(307, 451.0), 0);
            watermark(harness, Snapshots.TEN_O_CLOCK + 3 * 3_600_000L);

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(Outcomes.UNRESOLVED))
                    .extracting(r -> r.getValue().reason())
                    .containsOnly(UnresolvedReason.NO_PRICE_AT_HORIZON)
                    .hasSize(Horizon.values().length * (1 + Baseline.values().length));
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void priceThatComesBeforeThePredictionIsJoinedAllTheSameAlsoAfterARestore() throws Exception {
        OperatorSubtaskState state;
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, Prediction, Outcome>
                harness = harness()) {
            harness.open();
            harness.processElement1(market(0, 450.0), 0);
            harness.processElement1(market(302, 450.0), 0);
            state = harness.snapshot(1, 1);
        }
        try (KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, Prediction, Outcome>
                harness = harness()) {
            harness.initializeState(state);
            harness.open();
            harness.processElement2(prediction(0), 0);
            watermark(harness, Snapshots.TEN_O_CLOCK + DUE_SECOND * 1000L);

            assertThat(of("FLOW", harness.extractOutputValues()).realized())
                    .isEqualTo(Direction.FLAT);
        }
    }

    @Test
    void performanceIsSummedByPredictorStateAndHorizon() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, Outcome, PerformanceSummary> harness =
                Harnesses.of(new Performance(), o -> o.snapshot().symbol())) {
            harness.open();
            PricePoint then = PricePoint.of(market(0, 450));
            for (int i = 0; i < Performance.EVERY; i++) {
                double later = i % 2 == 0 ? 452 : 450;
                harness.processElement(
                        OutcomeScorer.score(
                                prediction(i), Horizon.MINUTES_5, then, later, "STRESS"),
                        0);
            }

            PerformanceSummary summary = harness.extractOutputValues().get(0);
            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(summary.accuracy()).isEqualTo(0.5);
            assertThat(summary.count()).isEqualTo(Performance.EVERY);
            // Said .5 and was right every other time.
            assertThat(summary.calibrationError())
                    .isCloseTo(0, org.assertj.core.data.Offset.offset(1e-12));
            harness.processWatermark(Snapshots.TEN_O_CLOCK + 2 * IdleTimer.IDLE_MILLIS);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, FeatureSnapshot, Prediction, Outcome>
            harness() throws Exception {
        return Harnesses.of(new Outcomes(), s -> s.id().symbol(), p -> p.snapshot().symbol());
    }

    private static void watermark(
            KeyedTwoInputStreamOperatorTestHarness<String, FeatureSnapshot, Prediction, Outcome>
                    harness,
            long millis)
            throws Exception {
        harness.processWatermark1(new Watermark(millis));
        harness.processWatermark2(new Watermark(millis));
    }

    private static FeatureSnapshot market(int second, double mid) {
        return Snapshots.at(
                second,
                new FeatureVector.Builder()
                        .set(Feature.MID, mid)
                        .set(Feature.REALIZED_VOL_60M, 0.15)
                        .build());
    }

    private static Prediction prediction(int second) {
        List<Thesis> theses = new ArrayList<>();
        for (Horizon horizon : Horizon.values()) {
            theses.add(new Thesis(horizon, 0.5, 0.3, 0.2));
        }
        return new Prediction(market(second, 450).id(), "FLOW", "test/1", theses, "STRESS", false);
    }

    private static Outcome of(String predictor, List<Outcome> outcomes) {
        return outcomes.stream().filter(o -> o.predictor().equals(predictor)).findFirst().get();
    }
}
