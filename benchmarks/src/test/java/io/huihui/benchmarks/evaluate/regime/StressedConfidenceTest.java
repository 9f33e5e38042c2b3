package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Thesis;
import io.huihui.simulator.truth.CorrelationBreak;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StressedConfidenceTest {

    private static final long BEGIN = 1_549_897_200_000L;
    private static final long MINUTE = 60_000L;

    @Test
    void aPowerSharpensOrBlunts() {
        Thesis said = new Thesis(Horizon.MINUTES_15, 0.5, 0.25, 0.25);

        // .25 : .0625 : .0625 and, to the power of a half, sqrt 2 : 1 : 1.
        assertThat(StressedConfidence.sharpened(said, 2).up()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(StressedConfidence.sharpened(said, 0.5).up())
                .isCloseTo(Math.sqrt(2) / (Math.sqrt(2) + 2), within(1e-12));
        assertThat(StressedConfidence.sharpened(said, 1)).isEqualTo(said);
    }

    @Test
    void aBreakIsYoungForAQuarterOfAnHour() {
        List<CorrelationBreak> breaks =
                List.of(new CorrelationBreak("SPY", BEGIN, BEGIN + 30 * MINUTE, 0.9, -0.2));

        assertThat(StressedConfidence.phase(breaks, BEGIN - 1)).isZero();
        assertThat(StressedConfidence.phase(breaks, BEGIN)).isEqualTo(1);
        assertThat(StressedConfidence.phase(breaks, BEGIN + 15 * MINUTE)).isEqualTo(2);
        assertThat(StressedConfidence.phase(breaks, BEGIN + 30 * MINUTE)).isZero();
    }
}
