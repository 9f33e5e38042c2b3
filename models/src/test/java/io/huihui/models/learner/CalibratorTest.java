package io.huihui.models.learner;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

class CalibratorTest {

    @Test
    void beginsAsTheIdentityAndSaysThatItIsNotCalibrated() {
        Calibrator calibrator = new Calibrator();

        for (double said : new double[] {0, 0.003, 0.25, 1.0 / 3, 0.777, 1}) {
            assertThat(calibrator.calibrate(said)).isCloseTo(said, offset(1e-12));
        }
        assertThat(calibrator.isCalibrated()).isFalse();
    }

    /**
     * Ten of ten came true where .91 was said: with two of the prior the bin has (10 + 2 * .91) /
     * 12 = .985. The bins of .93, .95 and .97 hold the prior alone and lie below that or, in turn,
     * below what it becomes with them; all four become one step of (10 + 2 * (.91 + .93 + .95 +
     * .97)) / 18 = .973333. The next, .99, is above it.
     */
    @Test
    void poolsNeighboursThatAreOutOfOrder() {
        Calibrator calibrator = new Calibrator();
        for (int i = 0; i < 10; i++) {
            calibrator.learn(0.91, true, 1);
        }

        double step = 17.52 / 18;
        assertThat(calibrator.calibrate(0.91)).isCloseTo(step, offset(1e-12));
        assertThat(calibrator.calibrate(0.97)).isCloseTo(step, offset(1e-12));
        assertThat(calibrator.calibrate(0.99)).isCloseTo(0.99, offset(1e-12));
        assertThat(calibrator.calibrate(0.5)).isCloseTo(0.5, offset(1e-12));
        // Half way from .89 to .91 it is half way from .89 to the step.
        assertThat(calibrator.calibrate(0.9)).isCloseTo((0.89 + step) / 2, offset(1e-12));
    }

    @Property(tries = 100)
    void neverFallsAndStaysAProbability(@ForAll long seed) {
        Calibrator calibrator = new Calibrator();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 400; i++) {
            calibrator.learn(random.nextDouble(), random.nextBoolean(), random.nextDouble(0.01, 1));
        }
        double before = 0;
        for (int i = 0; i <= 1_000; i++) {
            double calibrated = calibrator.calibrate(i / 1_000.0);
            assertThat(calibrated).isBetween(before, 1.0);
            before = calibrated;
        }
    }

    /** Someone who doubles the distance to one half is brought back to what comes true. */
    @Test
    void correctsOverconfidence() {
        Calibrator calibrator = new Calibrator();
        SplittableRandom random = new SplittableRandom(8);
        double raw = 0;
        double calibrated = 0;
        int measured = 4_000;
        for (int i = 0; i < 4_000 + measured; i++) {
            double truth = random.nextDouble(0.3, 0.7);
            double said = 0.5 + 2 * (truth - 0.5);
            if (i >= 4_000) {
                raw += Math.abs(said - truth) / measured;
                calibrated += Math.abs(calibrator.calibrate(said) - truth) / measured;
            }
            calibrator.learn(said, random.nextDouble() < truth, 1);
        }

        assertThat(calibrator.isCalibrated()).isTrue();
        assertThat(raw).isGreaterThan(0.09);
        assertThat(calibrated).isLessThan(0.04);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        Calibrator calibrator = new Calibrator();
        for (int i = 0; i < 4_000; i++) {
            calibrator.learn(0.6, true, 1);
        }
        for (int i = 0; i < 8_000; i++) {
            calibrator.learn(0.6, i % 5 != 0, 1);
        }

        assertThat(calibrator.calibrate(0.6)).isCloseTo(0.8, offset(0.02));
    }

    @Test
    void restoredCalibratorGoesOnBitForBit() throws IOException {
        Calibrator straight = new Calibrator();
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 3_000; i++) {
            straight.learn(random.nextDouble(0.2, 0.5), random.nextInt(3) == 0, 0.9);
        }
        Calibrator restored = StateBytes.restore(StateBytes.of(straight), new Calibrator());

        assertThat(restored.calibrate(0.34)).isEqualTo(straight.calibrate(0.34));
        straight.learn(0.3, true, 0.9);
        restored.learn(0.3, true, 0.9);
        assertThat(StateBytes.of(restored)).isEqualTo(StateBytes.of(straight));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> new Calibrator().calibrate(Double.NaN))
                .hasMessageContaining("probability");
        assertThatThrownBy(() -> new Calibrator().learn(0.5, true, 0))
                .hasMessageContaining("weight");
    }
}
