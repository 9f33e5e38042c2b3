package io.huihui.benchmarks.evaluate.regime;

import io.huihui.benchmarks.Bench;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import static io.huihui.benchmarks.evaluate.regime.HandMadeBars.metric;
import static org.assertj.core.api.Assertions.assertThat;

class BarCorrelationSuiteTest {

    /** From here on AAA goes the other way, on a day on which it does. */
    private static final int BREAK = 250;

    @TempDir Path folder;

    @Test
    void correlationsThatLastForecastTheNextHour() throws IOException {
        Bench.Result result = run(0.9, false);

        assertThat(metric(result.metrics(), "gain_over_none").value()).isGreaterThan(0.7);
        assertThat(metric(result.guards(), "least_pivot").value()).isPositive();
        // A matrix a minute of both sessions, from thirty joint returns on.
        assertThat(metric(result.guards(), "matrices").value())
                .isBetween(2.0 * (HandMadeBars.MINUTES - 40), 2.0 * (HandMadeBars.MINUTES - 30));
        assertThat(metric(result.metrics(), "stressed_minutes").value()).isZero();
        assertThat(result.pass()).isTrue();
    }

    @Test
    void whereThereAreNoneNothingIsForecast() throws IOException {
        Bench.Result result = run(0, false);

        assertThat(metric(result.metrics(), "gain_over_none").value()).isLessThan(0.02);
    }

    @Test
    void aSymbolThatLeavesTheOthersIsSeen() throws IOException {
        Bench.Result result = run(0.9, true);

        assertThat(metric(result.metrics(), "stressed_minutes").value()).isBetween(0.02, 0.4);
    }

    /**
     * @param market how much of each symbol's variance the common factor makes, as a correlation
     */
    private Bench.Result run(double market, boolean leaves) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        double alone = Math.sqrt(1 - market * market);
        HandMadeBars.write(
                folder,
                List.of("2019-02-11", "2019-02-12"),
                (session, minute) -> {
                    double common = random.nextGaussian();
                    double[] returns = new double[HandMadeBars.SYMBOLS.size()];
                    for (int i = 0; i < returns.length; i++) {
                        double side = leaves && i == 0 && minute >= BREAK ? -1 : 1;
                        returns[i] =
                                5e-4 * (side * market * common + alone * random.nextGaussian());
                    }
                    return returns;
                });
        return HandMadeBars.run(new BarCorrelationSuite(), folder);
    }
}
