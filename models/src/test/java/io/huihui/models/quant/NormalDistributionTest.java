package io.huihui.models.quant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NormalDistributionTest {

    /** Golden values by 60-digit arithmetic, see golden.py beside the resource. */
    private static final List<double[]> GOLDEN = GoldenGrid.read("normal-golden.csv");

    @Test
    void cdfAgreesWithSixtyDigitArithmeticInBothTails() {
        for (double[] row : GOLDEN) {
            assertThat(NormalDistribution.cdf(row[0]) / row[1])
                    .as("cdf(%s)", row[0])
                    .isCloseTo(1, within(Math.abs(row[0]) > 30 ? 1e-13 : 4e-15));
        }
    }

    @Test
    void erfcxAgreesWithSixtyDigitArithmetic() {
        for (double[] row : GOLDEN) {
            if (row[0] > -26) {
                assertThat(NormalDistribution.erfcx(row[0]) / row[2])
                        .as("erfcx(%s)", row[0])
                        .isCloseTo(1, within(4e-15));
            }
        }
    }

    @Property(tries = 300)
    void quantileUndoesCdf(@ForAll @DoubleRange(min = -37, max = 5) double z) {
        assertThat(NormalDistribution.quantile(NormalDistribution.cdf(z)))
                .isCloseTo(z, within(z > 0 ? 1e-9 : 1e-13 * (1 + Math.abs(z))));
    }

    @Test
    void quantileAnswersInfinityAtTheEndsAndNaNOutside() {
        assertThat(NormalDistribution.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(NormalDistribution.quantile(1.5)).isNaN();
        assertThat(NormalDistribution.quantile(Double.NaN)).isNaN();
    }
}
