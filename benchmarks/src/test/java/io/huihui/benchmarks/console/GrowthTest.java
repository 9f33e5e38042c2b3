package io.huihui.benchmarks.console;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GrowthTest {

    private static final double[] MINUTES = IntStream.range(0, 30).asDoubleStream().toArray();

    @Test
    void slopeIsThatOfTheLineWhateverOnePointSays() {
        double[] series = IntStream.range(0, 30).mapToDouble(minute -> 5 + 0.1 * minute).toArray();
        series[12] = 100;

        Growth growth = Growth.of(MINUTES, series);

        assertThat(growth.slope()).isCloseTo(0.1, within(1e-9));
        assertThat(growth.level()).isCloseTo(6.5, within(0.2));
    }

    @Test
    void noiseAloneIsNoGrowth() {
        Random dice = new Random(5);
        double[] series = IntStream.range(0, 30).mapToDouble(any -> dice.nextGaussian()).toArray();

        Growth growth = Growth.of(MINUTES, series);

        assertThat(growth.low()).isNegative();
        assertThat(growth.high()).isPositive();
    }
}
