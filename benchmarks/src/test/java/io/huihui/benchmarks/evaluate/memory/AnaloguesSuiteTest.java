package io.huihui.benchmarks.evaluate.memory;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.decision.Horizon;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.memory.Situation;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class AnaloguesSuiteTest {

    private static final long BEGIN = 1_760_000_040_000L;
    private static final int MINUTES = 1_200;
    private static final double VOLATILITY = 0.2;
    private static final double DEVIATION = VOLATILITY / Math.sqrt(252.0 * 390);

    @Test
    void situationsThatTellTheWayHaveSkillUntilOutcomesAreMixed() {
        Bench.Result result = AnaloguesSuite.figures(seeds(0.8), 1);

        Metric skill = metric(result.metrics(), "drawn_in_brier_skill_5");
        assertThat(skill.low()).isGreaterThan(0.05);
        assertThat(metric(result.guards(), "permuted_brier_skill_5").value()).isLessThan(0.01);
        assertThat(metric(result.guards(), "answers_5").value())
                .isEqualTo(4 * (MINUTES - 159 - 5.0));
    }

    @Test
    void situationsThatTellNothingCostTheirNoise() {
        Bench.Result result = AnaloguesSuite.figures(seeds(0), 1);

        assertThat(metric(result.metrics(), "brier_skill_5").high()).isLessThan(0);
        assertThat(metric(result.metrics(), "drawn_in_brier_skill_5").value())
                .isGreaterThan(metric(result.metrics(), "brier_skill_5").value());
        assertThat(result.pass()).isFalse();
    }

    @Test
    void minutesWhoseHorizonIsNotOverAreNotScored() {
        AnalogueMinutes minutes = minutes(3, 0.8);

        // Of the last hour nothing is known yet, nor of the minutes that had too few analogues.
        assertThat(minutes.answers(Horizon.MINUTES_60)).hasSize(MINUTES - 159 - 60);
        assertThat(minutes.answers(Horizon.MINUTES_15)).hasSize(MINUTES - 159 - 15);
    }

    private static List<List<AnalogueMinutes>> seeds(double strength) {
        List<List<AnalogueMinutes>> seeds = new ArrayList<>();
        for (long seed = 1; seed <= 4; seed++) {
            seeds.add(List.of(minutes(seed, strength)));
        }
        return seeds;
    }

    /** A coordinate that stays a while leads the price by {@code strength} deviations a minute. */
    private static AnalogueMinutes minutes(long seed, double strength) {
        SplittableRandom random = new SplittableRandom(seed);
        AnalogueMinutes minutes = new AnalogueMinutes("SPY");
        double lead = 0;
        double logPrice = Math.log(500);
        for (int minute = 0; minute < MINUTES; minute++) {
            lead = 0.9 * lead + Math.sqrt(1 - 0.81) * random.nextGaussian();
            List<Double> coordinates =
                    new ArrayList<>(Collections.nCopies(Situation.DIMENSION, 0.0));
            coordinates.set(0, lead);
            minutes.observe(
                    new Situation(
                            new SnapshotId("SPY", BEGIN + minute * 60_000L),
                            Math.exp(logPrice),
                            VOLATILITY,
                            coordinates,
                            0));
            logPrice += DEVIATION * (strength * lead + random.nextGaussian());
        }
        return minutes;
    }

    private static Metric metric(List<Metric> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
