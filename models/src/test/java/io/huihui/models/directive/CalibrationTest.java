package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.learner.Logistic;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CalibrationTest {

    private static final ThesisQuestion QUESTION = ThesisQuestion.DIRECTION;

    @Test
    void beforeEnoughOutcomesTheRawProbabilityStandsAndIsFlagged() {
        Calibration calibration = new Calibration();
        ThesisInputs inputs = inputs(0.7);
        // Thirty outcomes of overlapping quarters of an hour are one independent one.
        for (int i = 0; i < 30 * 19; i++) {
            calibration.learn(QUESTION, 0, inputs, i % 2 == 0);
        }

        Calibration.Calibrated raw = calibration.calibrate(QUESTION, 0, inputs);
        assertThat(raw.calibrated()).isFalse();
        assertThat(raw.probability()).isCloseTo(0.7, within(1e-12));
        assertThat(raw.independentOutcomes()).isCloseTo(19, within(1e-6));

        for (int i = 0; i < 60; i++) {
            calibration.learn(QUESTION, 0, inputs, i % 2 == 0);
        }
        Calibration.Calibrated corrected = calibration.calibrate(QUESTION, 0, inputs);
        assertThat(corrected.calibrated()).isTrue();
        assertThat(corrected.probability()).isLessThan(0.65);
    }

    @Test
    void whatIsSaidTooBoldlyIsBroughtToHowOftenItCameTrue() {
        Calibration calibration = new Calibration();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 30 * 300; i++) {
            double said = 0.5 + 0.4 * random.nextDouble();
            // Half as far from a coin flip as is said.
            boolean right = random.nextDouble() < 0.5 + (said - 0.5) / 2;
            calibration.learn(QUESTION, i % 2, inputs(said), right);
        }

        for (double said : new double[] {0.6, 0.7, 0.8}) {
            double calibrated = calibration.calibrate(QUESTION, 0, inputs(said)).probability();
            assertThat(calibrated).isCloseTo(0.5 + (said - 0.5) / 2, within(0.04));
        }
        // The parts lead from the raw log-odds to those of the result.
        Calibration.Calibrated made = calibration.calibrate(QUESTION, 0, inputs(0.8));
        assertThat(Logistic.logOdds(0.8) + made.evidenceLogOdds() + made.curveLogOdds())
                .isCloseTo(Logistic.logOdds(made.probability()), within(1e-9));
    }

    @Test
    void conditionWithFewOutcomesIsPulledToAllConditions() {
        Calibration calibration = new Calibration();
        int often = MarketCondition.LOW_VOL_RANGING.ordinal();
        int seldom = MarketCondition.STRESS.ordinal();
        for (int i = 0; i < 30 * 200; i++) {
            calibration.learn(QUESTION, often, inputs(0.7), i % 10 < 6);
        }
        for (int i = 0; i < 30; i++) {
            calibration.learn(QUESTION, seldom, inputs(0.7), false);
        }

        double ofOften = calibration.calibrate(QUESTION, often, inputs(0.7)).probability();
        double ofSeldom = calibration.calibrate(QUESTION, seldom, inputs(0.7)).probability();
        double ofUnknown = calibration.calibrate(QUESTION, -1, inputs(0.7)).probability();
        assertThat(ofOften).isCloseTo(0.6, within(0.02));
        assertThat(ofSeldom).isLessThan(ofOften).isGreaterThan(0.4);
        assertThat(ofUnknown).isCloseTo(0.6, within(0.02));
    }

    @Test
    void evidenceThatWasWorthSomethingMovesTheProbability() {
        Calibration calibration = new Calibration();
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 30 * 350; i++) {
            boolean backed = random.nextBoolean();
            boolean right = random.nextDouble() < (backed ? 0.75 : 0.35);
            calibration.learn(QUESTION, 0, inputs(0.6, backed ? 8 : 0, backed ? 0 : 8), right);
        }

        double backed = calibration.calibrate(QUESTION, 0, inputs(0.6, 8, 0)).probability();
        double contradicted = calibration.calibrate(QUESTION, 0, inputs(0.6, 0, 8)).probability();
        assertThat(backed).isGreaterThan(0.6);
        assertThat(contradicted).isLessThan(0.55);
    }

    /** A curve through any outcomes rises, and stays a probability. */
    @Property(tries = 100)
    void curveRises(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 0.95) double low) {
        CalibrationCurve curve = new CalibrationCurve();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            curve.learn(random.nextDouble(), random.nextBoolean(), 1);
        }

        double[] fitted = curve.fit(CalibrationCurve.believed(), 2);
        double at = CalibrationCurve.at(fitted, low);
        double above = CalibrationCurve.at(fitted, low + 0.05);
        assertThat(at).isBetween(0.0, 1.0);
        assertThat(above).isGreaterThanOrEqualTo(at - 1e-12);
        assertThat(curve.independentOutcomes()).isLessThan(CalibrationCurve.WINDOW);
    }

    @Test
    void curveWithoutOutcomesIsItsPrior() {
        double[] fitted = new CalibrationCurve().fit(CalibrationCurve.believed(), 3);

        assertThat(CalibrationCurve.at(fitted, 0.63)).isCloseTo(0.63, within(1e-12));
    }

    /** Violators by hand: bins .5125, .5375, .5625 with 1/2, 0/2 and 2/2 pool to .25, .25, 1. */
    @Test
    void neighboursThatFallArePooled() {
        CalibrationCurve curve = new CalibrationCurve();
        curve.learn(0.51, true, 1);
        curve.learn(0.51, false, 1);
        curve.learn(0.53, false, 1);
        curve.learn(0.53, false, 1);
        curve.learn(0.56, true, 1);
        curve.learn(0.56, true, 1);

        double[] fitted = curve.fit(CalibrationCurve.believed(), 1e-9);
        assertThat(CalibrationCurve.at(fitted, 0.5125)).isCloseTo(0.25, within(1e-6));
        assertThat(CalibrationCurve.at(fitted, 0.5375)).isCloseTo(0.25, within(1e-6));
        assertThat(CalibrationCurve.at(fitted, 0.5625)).isCloseTo(1, within(1e-6));
    }

    @Test
    void mirroredThesesHaveTheSameInputs() {
        Assessment bullish = new Assessment(7, 2, 0, 0, 1);
        Assessment bearish = new Assessment(2, 7, 0, 0, 1);

        assertThat(ThesisInputs.of(TradeThesis.BULLISH, 0.4, 0.9, bullish))
                .isEqualTo(ThesisInputs.of(TradeThesis.BEARISH, 0.4, 0.9, bearish));
    }

    private static ThesisInputs inputs(double probability) {
        return inputs(probability, 0, 0);
    }

    private static ThesisInputs inputs(double probability, double bullish, double bearish) {
        return ThesisInputs.of(
                TradeThesis.BULLISH,
                Logistic.logOdds(probability),
                1,
                new Assessment(bullish, bearish, 0, 0, 0));
    }
}
