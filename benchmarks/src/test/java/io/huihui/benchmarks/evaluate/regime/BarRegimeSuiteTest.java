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

class BarRegimeSuiteTest {

    /** Minutes of a spell, without a common rhythm with the half hours of the day. */
    private static final int SPELL = 37;

    @TempDir Path folder;

    /** Every other spell moves four times as far. */
    @Test
    void calmAndWildAreToldApart() throws IOException {
        Bench.Result result = run(4);

        assertThat(metric(result.metrics(), "gain_nats_a_minute").low()).isGreaterThan(0.1);
        assertThat(metric(result.metrics(), "wild_to_calm").value()).isBetween(2.0, 4.5);
        assertThat(metric(result.metrics(), "wild_share").value()).isBetween(0.3, 0.6);
        assertThat(result.pass()).isTrue();
    }

    @Test
    void whereOneDayIsLikeTheOtherNothingIsGained() throws IOException {
        Bench.Result result = run(1);

        assertThat(metric(result.metrics(), "gain_nats_a_minute").value()).isLessThan(0.02);
    }

    private Bench.Result run(double wild) throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        HandMadeBars.write(
                folder,
                List.of("2019-02-11", "2019-02-12", "2019-02-13"),
                (session, minute) -> {
                    double[] returns = new double[HandMadeBars.SYMBOLS.size()];
                    for (int i = 0; i < returns.length; i++) {
                        // Each symbol and session begins elsewhere in the rhythm.
                        boolean isWild = (minute + 11 * i + 17 * session) / SPELL % 2 == 1;
                        returns[i] = 3e-4 * (isWild ? wild : 1) * random.nextGaussian();
                    }
                    return returns;
                });
        return HandMadeBars.run(new BarRegimeSuite(), folder);
    }
}
