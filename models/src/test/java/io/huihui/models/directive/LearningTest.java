package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Evidence;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LearningTest {

    @Test
    void thesisIsLearnedFromWhenItsHorizonHasPassedAndNotBefore() {
        Learning learning = new Learning();
        keep(learning, 0, 450);
        learning.resolve(price(899, 455));
        assertThat(outcomes(learning)).isZero();

        learning.resolve(price(900, 455));
        assertThat(outcomes(learning)).isCloseTo(1.0 / 30, within(1e-12));
    }

    @Test
    void whatStayedWithinTheFlatBandOrHasNoPriceInTimeDecidesNothing() {
        Learning flat = new Learning();
        keep(flat, 0, 450);
        flat.resolve(price(900, 450.01));
        assertThat(outcomes(flat)).isZero();

        Learning gap = new Learning();
        keep(gap, 0, 450);
        gap.resolve(price(906, 455));
        assertThat(outcomes(gap)).isZero();
    }

    @Test
    void signalWeightGrowsWithEveryOutcomeAndCountsFromTwentyOn() {
        SignalWeights weights = new SignalWeights();
        for (int i = 0; i < 19; i++) {
            weights.learn(SignalName.VAPI_SURGE, 2, true, 0.6);
        }
        assertThat(weights.weight(SignalName.VAPI_SURGE, 2)).isEqualTo(1);

        weights.learn(SignalName.VAPI_SURGE, 2, true, 0.6);
        // exp(20 x .05 x (1 - .6)) in the condition and pooled alike.
        assertThat(weights.weight(SignalName.VAPI_SURGE, 2)).isCloseTo(Math.exp(0.4), within(1e-9));
        // A condition without outcomes takes that of all.
        assertThat(weights.weight(SignalName.VAPI_SURGE, 5)).isCloseTo(Math.exp(0.4), within(1e-9));
        assertThat(weights.weight(SignalName.DWFD_SMART_MONEY, 2)).isEqualTo(1);
        for (int i = 0; i < 500; i++) {
            weights.learn(SignalName.VAPI_SURGE, 2, true, 0.5);
            weights.learn(SignalName.TW_LAF_TREND, 2, false, 0.5);
        }
        assertThat(weights.weight(SignalName.VAPI_SURGE, 2)).isCloseTo(4, within(1e-9));
        assertThat(weights.weight(SignalName.TW_LAF_TREND, 2)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void conditionIsPulledToAllConditions() {
        SignalWeights weights = new SignalWeights();
        for (int i = 0; i < 20; i++) {
            weights.learn(SignalName.PIN, 0, true, 0.5);
            weights.learn(SignalName.PIN, 1, false, 0.5);
        }

        // Own log weight .5, pooled 0, twenty outcomes each.
        assertThat(weights.weight(SignalName.PIN, 0)).isCloseTo(Math.exp(0.25), within(1e-9));
        assertThat(weights.weight(SignalName.PIN, 1)).isCloseTo(Math.exp(-0.25), within(1e-9));
    }

    @Test
    void signalsOfASymbolAreScoredByWhatThePriceDid() {
        Learning learning = new Learning();
        for (int i = 0; i < 20; i++) {
            int second = 30_000 * i / 30;
            double rises = 450 + i;
            learning.keep(
                    price(second, rises),
                    Verdicts.leaning(second, 0.4, 0.4),
                    List.of(surge(second)),
                    null);
            learning.resolve(price(second + 900, rises + 3));
        }

        assertThat(learning.weights().weight(SignalName.VAPI_SURGE, -1))
                .isCloseTo(Math.exp(20 * 0.05 * 0.5), within(1e-9));
    }

    private static void keep(Learning learning, int second, double mid) {
        Verdict verdict = Verdicts.leaning(second, 0.5, 0.2);
        Judged judged = Judged.of(verdict, Assessment.none(), learning.calibration());
        learning.keep(price(second, mid), verdict, List.of(), judged);
    }

    private static double outcomes(Learning learning) {
        return learning.calibration()
                .calibrate(ThesisQuestion.DIRECTION, -1, new ThesisInputs(0.4, 0, 0, 0))
                .independentOutcomes();
    }

    private static Signal surge(int second) {
        FeatureSnapshot snapshot = price(second, 450);
        return new Signal(
                Signal.idOf(snapshot.id(), SignalName.VAPI_SURGE),
                SignalName.VAPI_SURGE,
                snapshot.id(),
                Bias.BULLISH,
                3,
                null,
                false,
                "UNKNOWN",
                List.of(new Evidence("VAPI_FA_5M", 2.5, 2)));
    }

    private static FeatureSnapshot price(int second, double mid) {
        return Snapshots.at(
                second,
                new FeatureVector.Builder()
                        .set(Feature.MID, mid)
                        .set(Feature.REALIZED_VOL_60M, 0.15)
                        .build());
    }
}
