package io.huihui.models.gate;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Opinions;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class WeightedPoolTest {

    private static final List<ExpertOpinion> OPINIONS =
            List.of(
                    opinion(Expert.REGIME, 0.6, 0.2),
                    opinion(Expert.FLOW, 0.3, 0.5),
                    opinion(Expert.SENTIMENT, 0.5, 0.3));

    @Test
    void addsEvidenceUpByBayesRuleForIndependentExperts() {
        WeightedPool pool = WeightedPool.logarithmic(OPINIONS, new double[] {1, 1, 1});

        double up = 0.6 * 0.3 * 0.5;
        double down = 0.2 * 0.5 * 0.3;
        double flat = 0.2 * 0.2 * 0.2;
        Thesis thesis = pool.thesis(Horizon.MINUTES_15);
        assertThat(thesis.up()).isCloseTo(up / (up + down + flat), offset(1e-12));
        assertThat(thesis.down()).isCloseTo(down / (up + down + flat), offset(1e-12));
        assertThat(pool.evidence()).isEqualTo(3);
    }

    @Test
    void whatEvidenceIsWorthIsItsPower() {
        WeightedPool pool = WeightedPool.logarithmic(OPINIONS, new double[] {2, 0, 0});

        double sum = 0.6 * 0.6 + 2 * 0.2 * 0.2;
        assertThat(pool.thesis(Horizon.MINUTES_15).up()).isCloseTo(0.36 / sum, offset(1e-12));
        assertThat(pool.weights().get(0).weight()).isEqualTo(1);
    }

    @Test
    void contributionsOfTheLogarithmicPoolAreTheTermsOfItsSum() {
        WeightedPool pool = WeightedPool.logarithmic(OPINIONS, new double[] {0.5, 1, 2});

        List<Contribution> contributions = pool.contributions();
        assertThat(contributions.get(0).input()).isEqualTo("SENTIMENT");
        assertThat(contributions.get(0).value()).isCloseTo(2 * Math.log(0.5 / 0.3), offset(1e-12));
        assertSumsTo(pool, contributions);
    }

    @Test
    void contributionsOfTheLinearPoolAreShapleyValues() {
        WeightedPool pool = WeightedPool.linear(OPINIONS.subList(0, 2), new double[] {1, 3, 0});

        // Two players: half of what each does alone, half of what it does beside the other.
        double both = Math.log((0.25 * 0.6 + 0.75 * 0.3) / (0.25 * 0.2 + 0.75 * 0.5));
        double regime = Math.log(0.6 / 0.2);
        double flow = Math.log(0.3 / 0.5);
        double expected = 0.5 * regime + 0.5 * (both - flow);
        List<Contribution> contributions = pool.contributions();
        assertThat(contributions)
                .filteredOn(c -> c.input().equals("REGIME"))
                .singleElement()
                .satisfies(c -> assertThat(c.value()).isCloseTo(expected, offset(1e-12)));
        assertSumsTo(pool, contributions);
    }

    @Test
    void nobodysZeroRulesADirectionOut() {
        WeightedPool pool =
                WeightedPool.logarithmic(
                        List.of(opinion(Expert.REGIME, 0, 0.9), opinion(Expert.FLOW, 0.98, 0.01)),
                        new double[] {1, 2, 0});

        assertThat(pool.thesis(Horizon.MINUTES_15).up()).isGreaterThan(0.5);
    }

    private static void assertSumsTo(WeightedPool pool, List<Contribution> contributions) {
        Thesis thesis = pool.thesis(Horizon.MINUTES_15);
        assertThat(contributions.stream().mapToDouble(Contribution::value).sum())
                .isCloseTo(Math.log(thesis.up() / thesis.down()), offset(1e-12));
    }

    private static ExpertOpinion opinion(Expert expert, double up, double down) {
        return Opinions.saying(
                Snapshots.at(1, new FeatureVector.Builder().build()).id(), expert, up, down);
    }
}
