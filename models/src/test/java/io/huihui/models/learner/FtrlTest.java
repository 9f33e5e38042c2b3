package io.huihui.models.learner;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

class FtrlTest {

    private static final FtrlRates EXACT = new FtrlRates(0.1, 1, 0, 0);

    /**
     * By hand. Step 1: p = .5, gradient (.5 - 1) * 2 = -1, n = 1, z = -1, w = 1 / ((1 + 1) / .1) =
     * .05; intercept: gradient -.5, n = .25, z = -.5, w = .5 / ((1 + .5) / .1) = 1/30. Step 2, a no
     * at the same input: p = 1 / (1 + e^-(.1 + 1/30)) = .533284, gradient 1.066568, n = 2.137567,
     * root 1.462042; z = -1 + 1.066568 - .462042 / .1 * .05 = -.164453; w = .164453 / 24.62042 =
     * .0066795.
     */
    @Test
    void takesTheStepsOfThePaper() {
        FtrlLogistic model = new FtrlLogistic(1, EXACT);

        assertThat(model.learn(new double[] {2}, true, 1)).isEqualTo(0.5);
        assertThat(model.weight(0)).isCloseTo(0.05, offset(1e-12));
        assertThat(model.weight(1)).isCloseTo(1.0 / 30, offset(1e-12));

        assertThat(model.learn(new double[] {2}, false, 1)).isCloseTo(0.533284, offset(1e-6));
        assertThat(model.weight(0)).isCloseTo(0.0066795, offset(1e-6));
    }

    @Test
    void firstPenaltyKeepsWeakWeightsAtExactlyZero() {
        FtrlLogistic model = new FtrlLogistic(2, new FtrlRates(0.1, 1, 5, 0));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 3_000; i++) {
            double strong = random.nextDouble(-1, 1);
            double noise = random.nextDouble(-1, 1) * 0.1;
            model.learn(new double[] {strong, noise}, strong > 0, 1);
        }

        assertThat(model.weight(0)).isGreaterThan(1);
        assertThat(model.weight(1)).isZero();
    }

    @Test
    void missingInputsNeitherSpeakNorLearn() {
        FtrlLogistic with = new FtrlLogistic(2, EXACT);
        FtrlLogistic without = new FtrlLogistic(1, EXACT);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            double input = random.nextDouble(-1, 1);
            boolean yes = random.nextDouble() < 0.5 + input / 2;
            assertThat(with.learn(new double[] {input, Double.NaN}, yes, 1))
                    .isEqualTo(without.learn(new double[] {input}, yes, 1));
        }

        assertThat(with.weight(1)).isZero();
    }

    @Test
    void findsThePlantedWeights() {
        double[] truth = {1.5, -1, 0, 0.5};
        FtrlLogistic model = new FtrlLogistic(4, new FtrlRates(0.3, 1, 0, 0));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double[] inputs = inputs(random, 4);
            double sum = 0.2;
            for (int k = 0; k < 4; k++) {
                sum += truth[k] * inputs[k];
            }
            model.learn(inputs, random.nextDouble() < 1 / (1 + Math.exp(-sum)), 1);
        }

        for (int k = 0; k < 4; k++) {
            assertThat(model.weight(k)).isCloseTo(truth[k], offset(0.15));
        }
        assertThat(model.weight(4)).isCloseTo(0.2, offset(0.15));
    }

    @Test
    void softmaxSeparatesThreeClassesAndSumsToOne() {
        FtrlSoftmax model = new FtrlSoftmax(3, 2, new FtrlRates(0.3, 1, 0, 0));
        SplittableRandom random = new SplittableRandom(5);
        double[] probabilities = new double[3];
        int right = 0;
        for (int i = 0; i < 5_000; i++) {
            double[] inputs = inputs(random, 2);
            int label = inputs[0] > 0.5 ? 0 : inputs[0] < -0.5 ? 1 : 2;
            model.predict(inputs, probabilities);
            assertThat(probabilities[0] + probabilities[1] + probabilities[2])
                    .isCloseTo(1, offset(1e-12));
            if (i >= 4_000) {
                right += probabilities[label] > 0.5 ? 1 : 0;
            }
            model.learn(inputs, label, 1);
        }

        assertThat(right).isGreaterThan(850);
    }

    @Test
    void softeningKeepsTheWeightsAndMakesTheNextStepLarger() {
        FtrlLogistic steady = new FtrlLogistic(1, new FtrlRates(0.1, 1, 0.01, 0.01));
        FtrlLogistic softened = new FtrlLogistic(1, new FtrlRates(0.1, 1, 0.01, 0.01));
        for (int i = 0; i < 1_000; i++) {
            steady.learn(new double[] {1}, i % 4 != 0, 1);
            softened.learn(new double[] {1}, i % 4 != 0, 1);
        }
        double before = softened.weight(0);
        softened.soften(0.01);

        assertThat(softened.weight(0)).isCloseTo(before, offset(1e-12));
        steady.learn(new double[] {1}, false, 1);
        softened.learn(new double[] {1}, false, 1);
        assertThat(before - softened.weight(0)).isGreaterThan(3 * (before - steady.weight(0)));
    }

    @Test
    void restoredModelsGoOnBitForBit() throws IOException {
        FtrlLogistic logistic = new FtrlLogistic(3, new FtrlRates(0.2, 0.5, 0.1, 0.1));
        FtrlSoftmax softmax = new FtrlSoftmax(3, 3, new FtrlRates(0.2, 0.5, 0.1, 0.1));
        SplittableRandom random = new SplittableRandom(6);
        train(logistic, softmax, random);
        logistic.soften(0.3);
        softmax.soften(0.3);
        train(logistic, softmax, random);

        FtrlLogistic logisticAgain =
                StateBytes.restore(StateBytes.of(logistic), new FtrlLogistic());
        FtrlSoftmax softmaxAgain = StateBytes.restore(StateBytes.of(softmax), new FtrlSoftmax());
        train(logistic, softmax, new SplittableRandom(7));
        train(logisticAgain, softmaxAgain, new SplittableRandom(7));

        assertThat(StateBytes.of(logisticAgain)).isEqualTo(StateBytes.of(logistic));
        assertThat(StateBytes.of(softmaxAgain)).isEqualTo(StateBytes.of(softmax));
    }

    @Test
    void refusesAnotherNumberOfInputs() {
        assertThatThrownBy(() -> new FtrlLogistic(2, EXACT).predict(new double[3]))
                .hasMessage("need 2 inputs, was 3 inputs");
    }

    private static void train(FtrlLogistic logistic, FtrlSoftmax softmax, SplittableRandom random) {
        for (int i = 0; i < 200; i++) {
            double[] inputs = inputs(random, 3);
            int label = random.nextInt(3);
            logistic.learn(inputs, label == 0, 0.7);
            softmax.learn(inputs, label, 0.7);
        }
    }

    private static double[] inputs(SplittableRandom random, int count) {
        double[] inputs = new double[count];
        for (int i = 0; i < count; i++) {
            inputs[i] = random.nextDouble(-1.7, 1.7);
        }
        return inputs;
    }
}
