package io.huihui.benchmarks.learners;

import io.huihui.benchmarks.Bench;
import io.huihui.benchmarks.Metric;
import io.huihui.benchmarks.evaluate.SeedRange;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

class DriftSuiteTest {

    /** An hour in the middle of which, at half past, the rule changes. */
    private static final int SECONDS = 3_600;

    @Test
    void theSameSeedGivesTheSameStreamAndAnotherSeedAnother() {
        assertThat(fingerprint(3)).isEqualTo(fingerprint(3));
        assertThat(fingerprint(3)).isNotEqualTo(fingerprint(4));
    }

    @Test
    void anAbruptChangeTakesTheLeanOfTheOldRuleAway() {
        DriftStream stream = new DriftStream(1, DriftKind.ABRUPT);
        double evidenceBefore = 0;
        double evidenceAfter = 0;
        for (int second = 0; second < SECONDS; second++) {
            stream.next();
            if (second < DriftStream.FIRST_CHANGE_SECONDS) {
                evidenceBefore += Math.abs(stream.logRatioOfRules());
            } else {
                evidenceAfter += stream.logRatioOfRules();
            }
        }

        assertThat(stream.centre()).isEqualTo(DriftStream.FIRST_CHANGE_SECONDS);
        assertThat(evidenceBefore).as("there was no old rule").isZero();
        assertThat(evidenceAfter / (SECONDS - DriftStream.FIRST_CHANGE_SECONDS)).isGreaterThan(0.5);
    }

    @Test
    void aGradualChangeIsHalfDoneAtItsCentre() {
        int ofNew = 0;
        int looked = 0;
        for (long seed = 1; seed <= 40; seed++) {
            DriftStream stream = new DriftStream(seed, DriftKind.GRADUAL);
            for (int second = 0; second < SECONDS; second++) {
                stream.next();
                if (Math.abs(second - stream.centre()) <= 10 && stream.centre() > 0) {
                    looked++;
                    ofNew += stream.followedTheNewRule() ? 1 : 0;
                }
            }
        }

        assertThat(ofNew / (double) looked).isCloseTo(0.5, offset(0.06));
    }

    @Test
    void theSuiteFindsChangesInTimeAndUsesNoLabelEarly() {
        List<String> said = new ArrayList<>();

        Bench.Result result = new DriftSuite().run(new SeedRange(1, 2), said::add);

        assertThat(said).hasSize(2);
        assertThat(named(result.metrics(), "detection_seconds").value())
                .isBetween(DriftRun.LABEL_DELAY_SECONDS * 1.0, 30.0);
        assertThat(named(result.metrics(), "error_to_oracle").value()).isBetween(1.0, 1.1);
        assertThat(named(result.metrics(), "error_to_oracle").baseline()).isGreaterThan(1.5);
        assertThat(named(result.metrics(), "false_per_day").value()).isLessThanOrEqualTo(1);
        assertThat(named(result.guards(), "labels_used_early").value()).isZero();
        assertThat(named(result.guards(), "bound_seconds").value())
                .isBetween(
                        DriftRun.LABEL_DELAY_SECONDS * 1.0,
                        named(result.metrics(), "detection_seconds").value());
    }

    private static Metric named(List<Metric> metrics, String name) {
        return metrics.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Double> fingerprint(long seed) {
        DriftStream stream = new DriftStream(seed, DriftKind.GRADUAL);
        List<Double> probabilities = new ArrayList<>();
        for (int second = 0; second < 2_000; second++) {
            stream.next();
            probabilities.add(stream.yesProbability());
        }
        return probabilities;
    }
}
