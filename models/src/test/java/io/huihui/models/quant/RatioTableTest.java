package io.huihui.models.quant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RatioTableTest {

    @Test
    void isTheRatioOfTheDistributionInsideAndOutsideTheTable() {
        for (double z = -20; z < 3; z += 0.000977) {
            assertThat(RatioTable.at(z) / NormalDistribution.cdfOverPdf(z))
                    .as("ratio at %s", z)
                    .isCloseTo(1, within(5e-15));
        }
    }
}
