package io.huihui.models.directive;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleUnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HorizonMoveTest {

    /** A quarter of an hour at an annual volatility of 20 %. */
    private static final double SIGMA = 0.20 * Math.sqrt(15 / (252.0 * 390));

    private static final HorizonMove MOVE = new HorizonMove(450, SIGMA);

    @Test
    void thirdsOfEachClassAreTheWholeNormalReturn() {
        assertThat(mean(deviations -> deviations)).isCloseTo(0, within(1e-12));
        assertThat(mean(deviations -> deviations * deviations)).isCloseTo(1, within(1e-12));
    }

    @Test
    void decidedIsTheMeanBeyondTheBand() {
        // E[z given z > .43], from tables of the truncated normal distribution: .3637 / .3336.
        assertThat(MOVE.decided(1, HorizonMoveTest::deviations)).isCloseTo(1.09, within(0.005));
        assertThat(MOVE.decided(-1, HorizonMoveTest::deviations)).isCloseTo(-1.09, within(0.005));
        assertThat(MOVE.undecided(HorizonMoveTest::deviations)).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatGainsEitherWayIsWorthMoreThanAtTheMeanMove() {
        double atMean = Math.pow(MOVE.decided(1, HorizonMoveTest::deviations), 2);

        // E[z^2 given z > .43] = 1 + .43 x 1.09.
        assertThat(MOVE.decided(1, price -> Math.pow(deviations(price), 2)))
                .isCloseTo(1.469, within(0.005))
                .isGreaterThan(atMean);
    }

    private static double mean(DoubleUnaryOperator worth) {
        return (MOVE.decided(1, price -> worth.applyAsDouble(deviations(price)))
                        + MOVE.decided(-1, price -> worth.applyAsDouble(deviations(price)))
                        + MOVE.undecided(price -> worth.applyAsDouble(deviations(price))))
                / 3;
    }

    private static double deviations(double price) {
        return Math.log(price / 450) / SIGMA;
    }
}
