package io.huihui.models.learner;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** The watch over errors, and the model that begins anew when it calls. */
class AdaptiveLogisticTest {

    private static final FtrlRates RATES = new FtrlRates(0.5, 1, 0, 0);

    @Test
    void watchCallsSoonAfterErrorsRiseAndNotBefore() {
        ErrorWatch watch = new ErrorWatch();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            assertThat(watch.add(error(random, 0.15))).isFalse();
        }
        int wait = 1;
        while (!watch.add(error(random, 0.7)) && wait < 100) {
            wait++;
        }

        assertThat(wait).isLessThan(25);
        assertThat(watch.sinceRise()).isBetween(wait - 5, wait + 5);
    }

    @Test
    void watchDoesNotCallWhenErrorsFall() {
        ErrorWatch watch = new ErrorWatch();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 2_000; i++) {
            watch.add(error(random, 0.7));
        }
        for (int i = 0; i < 2_000; i++) {
            assertThat(watch.add(error(random, 0.1))).isFalse();
        }
        assertThat(watch.mean()).isBetween(0.05, 0.15);
    }

    @Test
    void relearnsWithinMinutesWhenTheRuleTurns() {
        AdaptiveLogistic adaptive = new AdaptiveLogistic(2, RATES);
        FtrlLogistic plain = new FtrlLogistic(2, RATES);
        SplittableRandom random = new SplittableRandom(3);
        int adaptiveWrong = 0;
        int plainWrong = 0;
        for (int i = 0; i < 4_000; i++) {
            double[] inputs = {random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
            double lean = 3 * (inputs[0] - inputs[1]) * (i < 3_000 ? 1 : -1);
            boolean yes = random.nextDouble() < 1 / (1 + Math.exp(-lean));
            double said = adaptive.predict(inputs);
            if (i >= 3_100) {
                adaptiveWrong += said > 0.5 == yes ? 0 : 1;
                plainWrong += plain.predict(inputs) > 0.5 == yes ? 0 : 1;
            }
            boolean called = adaptive.learn(inputs, said, yes);
            plain.learn(inputs, yes, 1);
            if (i >= 100 && i < 3_000) {
                assertThat(called).isFalse();
            }
        }

        assertThat(adaptive.drifts()).isEqualTo(1);
        // One who knows is wrong in about one of ten.
        assertThat(adaptiveWrong).isLessThan(130);
        assertThat(plainWrong).isGreaterThan(adaptiveWrong + 50);
    }

    @Test
    void restoredModelGoesOnBitForBitInTheMiddleOfATrial() throws IOException {
        AdaptiveLogistic straight = new AdaptiveLogistic(2, RATES);
        SplittableRandom random = new SplittableRandom(4);
        int afterDrift = 0;
        for (int i = 0; afterDrift < 20; i++) {
            step(straight, random, i < 500 ? 1 : -1);
            afterDrift += straight.drifts() > 0 ? 1 : 0;
        }
        AdaptiveLogistic restored =
                StateBytes.restore(StateBytes.of(straight), new AdaptiveLogistic());
        SplittableRandom one = new SplittableRandom(5);
        SplittableRandom other = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            step(straight, one, -1);
            step(restored, other, -1);
        }

        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
    }

    private static void step(AdaptiveLogistic model, SplittableRandom random, int side) {
        double[] inputs = {random.nextDouble(-2, 2), random.nextDouble(-2, 2)};
        boolean yes = random.nextDouble() < 1 / (1 + Math.exp(-4 * side * inputs[0]));
        model.learn(inputs, model.predict(inputs), yes);
    }

    /** Spread around a mean as the errors of a model that is fairly sure. */
    private static double error(SplittableRandom random, double mean) {
        return random.nextDouble() < mean ? random.nextDouble(0.6, 1) : random.nextDouble(0, 0.1);
    }
}
