package io.huihui.models.learner;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

class RegressorsTest {

    /**
     * By hand, step .5, input 2, target 3: error -3, gradients -6 and -3; both weights move by .5.
     * Then it says 1.5; at target 0 the error is 1.5, gradients 3 and 1.5; squares 36 + 9 and 9 +
     * 2.25; moves -.5 * 3 / 6.708204 = -.223607 and -.5 * 1.5 / 3.354102 = -.223607.
     */
    @Test
    void adaGradTakesTheStepsOfThePaper() {
        AdaGradRegressor model = new AdaGradRegressor(1, 0.5);

        assertThat(model.learn(new double[] {2}, 3)).isZero();
        assertThat(model.learn(new double[] {2}, 0)).isCloseTo(1.5, offset(1e-9));
        assertThat(model.weight(0)).isCloseTo(0.276393, offset(1e-6));
        assertThat(model.weight(1)).isCloseTo(0.276393, offset(1e-6));
    }

    /**
     * By hand, tolerance .5, input 2 and the constant 1, target 3: loss 2.5, squared length 5, so
     * both move by .5 times their input: it then says 2 * 1 + .5 = 2.5, within the tolerance.
     */
    @Test
    void passiveAggressiveMovesJustFarEnough() {
        PassiveAggressiveRegressor model = new PassiveAggressiveRegressor(1, 0.5, 10);

        model.learn(new double[] {2}, 3);
        assertThat(model.weight(0)).isCloseTo(1, offset(1e-12));
        assertThat(model.weight(1)).isCloseTo(0.5, offset(1e-12));
        assertThat(model.learn(new double[] {2}, 3)).isCloseTo(2.5, offset(1e-12));
        assertThat(model.weight(0)).isCloseTo(1, offset(1e-12));
    }

    @Test
    void aggressivenessBoundsTheMove() {
        PassiveAggressiveRegressor model = new PassiveAggressiveRegressor(1, 0, 0.1);

        model.learn(new double[] {2}, 1_000);

        assertThat(model.weight(0)).isCloseTo(0.2, offset(1e-12));
    }

    @Test
    void bothFindThePlantedPlane() {
        AdaGradRegressor adaGrad = new AdaGradRegressor(2, 0.5);
        PassiveAggressiveRegressor passive = new PassiveAggressiveRegressor(2, 0.3, 0.05);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double[] inputs = {random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
            double target = 1.5 * inputs[0] - 0.7 * inputs[1] + 0.4 + random.nextDouble(-0.3, 0.3);
            adaGrad.learn(inputs, target);
            passive.learn(inputs, target);
        }

        assertThat(adaGrad.weight(0)).isCloseTo(1.5, offset(0.03));
        assertThat(adaGrad.weight(1)).isCloseTo(-0.7, offset(0.03));
        assertThat(adaGrad.weight(2)).isCloseTo(0.4, offset(0.03));
        assertThat(passive.weight(0)).isCloseTo(1.5, offset(0.05));
        assertThat(passive.weight(1)).isCloseTo(-0.7, offset(0.05));
        assertThat(passive.weight(2)).isCloseTo(0.4, offset(0.05));
    }

    @Test
    void missingInputsAreLeftOut() {
        AdaGradRegressor adaGrad = new AdaGradRegressor(2, 0.5);
        PassiveAggressiveRegressor passive = new PassiveAggressiveRegressor(2, 0, 1);

        adaGrad.learn(new double[] {1, Double.NaN}, 5);
        passive.learn(new double[] {1, Double.NaN}, 5);

        assertThat(adaGrad.weight(0)).isGreaterThan(0);
        assertThat(adaGrad.weight(1)).isZero();
        assertThat(passive.weight(1)).isZero();
        // Both its weights moved by 1, the bound; 2.5 would have been wanted.
        assertThat(passive.predict(new double[] {1, Double.NaN})).isCloseTo(2, offset(1e-12));
    }

    @Test
    void restoredRegressorsGoOnBitForBit() throws IOException {
        AdaGradRegressor adaGrad = new AdaGradRegressor(2, 0.5);
        PassiveAggressiveRegressor passive = new PassiveAggressiveRegressor(2, 0.1, 0.5);
        train(adaGrad, passive, 1);
        adaGrad.soften(0.1);
        AdaGradRegressor adaGradAgain =
                StateBytes.restore(StateBytes.of(adaGrad), new AdaGradRegressor());
        PassiveAggressiveRegressor passiveAgain =
                StateBytes.restore(StateBytes.of(passive), new PassiveAggressiveRegressor());
        train(adaGrad, passive, 2);
        train(adaGradAgain, passiveAgain, 2);

        assertThat(StateBytes.of(adaGradAgain)).isEqualTo(StateBytes.of(adaGrad));
        assertThat(StateBytes.of(passiveAgain)).isEqualTo(StateBytes.of(passive));
    }

    @Test
    void refuseTargetsAndInputsThatAreNone() {
        assertThatThrownBy(() -> new AdaGradRegressor(1, 1).learn(new double[1], Double.NaN))
                .hasMessageContaining("finite target");
        assertThatThrownBy(() -> new PassiveAggressiveRegressor(1, 0, 1).predict(new double[2]))
                .hasMessage("need 1 inputs, was 2 inputs");
    }

    private static void train(
            AdaGradRegressor adaGrad, PassiveAggressiveRegressor passive, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            double[] inputs = {random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
            adaGrad.learn(inputs, inputs[0] + random.nextDouble());
            passive.learn(inputs, inputs[0] + random.nextDouble());
        }
    }
}
