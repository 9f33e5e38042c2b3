package io.huihui.benchmarks.evaluate;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.models.decision.Direction;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Outcome;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.outcome.OutcomeScorer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BaselineSuiteTest {

    private static final long START = 1_700_000_000_000L;

    @Test
    void predictorThatKnowsScoresWellAndPermutedItScoresNoBetterThanTheBaseRate() {
        Bench.Result result = BaselineSuite.figures(seeds(4, true), 1);

        Metric accuracy = metric(result.metrics(), "gate_accuracy");
        assertThat(accuracy.value()).isEqualTo(1);
        assertThat(accuracy.baseline()).isBetween(0.2, 0.5);
        assertThat(metric(result.guards(), "permuted_brier_skill").value()).isLessThan(0);
        assertThat(result.pass()).isTrue();
    }

    @Test
    void predictorThatGuessesIsNotBetterThanTheBaseRate() {
        Bench.Result result = BaselineSuite.figures(seeds(4, false), 1);

        Metric brier = metric(result.metrics(), "gate_brier");
        assertThat(brier.value()).isGreaterThan(brier.baseline());
        assertThat(brier.low()).isLessThanOrEqualTo(brier.value());
        assertThat(brier.high()).isGreaterThanOrEqualTo(brier.value());
    }

    @Test
    void intervalOfEqualValuesIsAPointAndTheSameEveryTime() {
        assertThat(Bootstrap.of(2, 2, 2)).isEqualTo(new Bootstrap.Interval(2, 2, 2));
        assertThat(Bootstrap.of(1, 2, 3, 4)).isEqualTo(Bootstrap.of(1, 2, 3, 4));
        assertThat(Bootstrap.of(1, 2, 3, 4).low()).isLessThan(2.5);
    }

    @Test
    void seedsAreAToB() {
        assertThat(SeedRange.parse("3-22").count()).isEqualTo(20);
        assertThatThrownBy(() -> SeedRange.parse("3")).hasMessageContaining("need seeds as A-B");
        assertThatThrownBy(() -> EvaluateSuites.named("x"))
                .hasMessageContaining("baseline, calibration");
    }

    private static Metric metric(List<Metric> metrics, String name) {
        return metrics.stream().filter(m -> m.name().equals(name)).findFirst().get();
    }

    private static List<List<Outcome>> seeds(int count, boolean knows) {
        List<List<Outcome>> seeds = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                Direction realized = Direction.values()[random.nextInt(3)];
                Direction said = knows ? realized : Direction.values()[random.nextInt(3)];
                for (String predictor :
                        List.of("GATE", "REGIME", "FLOW", "SENTIMENT", "BASELINE_PERSISTENCE")) {
                    outcomes.add(outcome(predictor, i, said, realized));
                }
            }
            seeds.add(outcomes);
        }
        return seeds;
    }

    private static Outcome outcome(String predictor, int i, Direction said, Direction realized) {
        Thesis thesis =
                new Thesis(
                        Horizon.MINUTES_15,
                        said == Direction.UP ? 0.8 : 0.1,
                        said == Direction.DOWN ? 0.8 : 0.1,
                        said == Direction.FLAT ? 0.8 : 0.1);
        double logReturn = realized == Direction.FLAT ? 0 : realized == Direction.UP ? 0.01 : -0.01;
        return new Outcome(
                new SnapshotId("SPY", START + i * 10_000L),
                predictor,
                "t/1",
                thesis,
                realized,
                logReturn,
                0.002,
                "ALL",
                OutcomeScorer.brier(thesis, realized),
                OutcomeScorer.logLoss(thesis, realized),
                said == realized,
                false);
    }
}
