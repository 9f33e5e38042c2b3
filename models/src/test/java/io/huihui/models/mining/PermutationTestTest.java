package io.huihui.models.mining;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PermutationTestTest {

    private static final PermutationTest HUNDRED =
            new PermutationTest(IntStream.range(0, 99).mapToDouble(i -> i % 50).toArray());

    @Test
    void countsHowManyShuffledHistoriesAreAtLeastAsHigh() {
        assertThat(HUNDRED.pValue(49.5)).isEqualTo(0.01);
        assertThat(HUNDRED.pValue(49)).isEqualTo(0.02);
        assertThat(HUNDRED.pValue(48)).isEqualTo(0.04);
        assertThat(HUNDRED.pValue(-1)).isEqualTo(1);
    }

    @Test
    void whatPassesTheThresholdIsAFindingAndNothingElse() {
        for (double level : new double[] {0.01, 0.02, 0.05, 0.3}) {
            double threshold = HUNDRED.threshold(level);

            assertThat(HUNDRED.pValue(Math.nextUp(threshold))).isLessThanOrEqualTo(level);
            assertThat(HUNDRED.pValue(threshold)).isGreaterThan(level);
        }
    }

    @Test
    void nothingPassesWhenTooFewWereShuffled() {
        assertThat(HUNDRED.threshold(0.009)).isInfinite();
        assertThatThrownBy(() -> new PermutationTest(new double[0]))
                .hasMessage("need at least one shuffled history, was none");
    }

    /** The example of Benjamini and Hochberg 1995, section 3.2: the first four of fifteen. */
    @Test
    void falseDiscoveriesAreThoseOfThePaper() {
        double[] pValues = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719,
            .6528, .7590, 1.000
        };

        double threshold = FalseDiscoveries.threshold(pValues, 0.05);

        assertThat(threshold).isCloseTo(0.05 * 4 / 15, within(1e-12)).isBetween(.0095, .0201);
    }

    @Test
    void testsThatCouldNotBeMadeAreNoTests() {
        assertThat(FalseDiscoveries.threshold(new double[] {0.04, Double.NaN}, 0.05))
                .isEqualTo(0.05);
        assertThat(FalseDiscoveries.threshold(new double[] {0.06}, 0.05)).isZero();
        assertThat(FalseDiscoveries.threshold(new double[] {Double.NaN}, 0.05)).isZero();
    }
}
