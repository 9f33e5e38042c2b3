package io.huihui.models.metric;

import io.huihui.models.InvalidRecordException;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.HandTable.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StructureMultipliersTest {

    private static final StructureMultipliers LOW = new StructureMultipliers(0.5, 1, 1, 1);
    private static final StructureMultipliers HIGH = new StructureMultipliers(1.5, 1, 0.5, 1);
    private static final RegimeMultipliers REGIMES =
            new RegimeMultipliers(LOW, StructureMultipliers.none(), HIGH);

    @Test
    void rankTellsTheClassAndWithoutItTheLevel() {
        assertThat(REGIMES.of(0.2, 0.5)).isEqualTo(LOW);
        assertThat(REGIMES.of(0.8, 0.1)).isEqualTo(HIGH);
        assertThat(REGIMES.of(0.5, 0.1)).isEqualTo(StructureMultipliers.none());
        assertThat(REGIMES.of(Double.NaN, 0.12)).isEqualTo(LOW);
        assertThat(REGIMES.of(Double.NaN, 0.3)).isEqualTo(HIGH);
        assertThat(REGIMES.of(Double.NaN, Double.NaN)).isEqualTo(StructureMultipliers.none());
    }

    /** Weights .35, .25, .25, .15 become .525, .25, .125, .15 of 1.05. */
    @Test
    void weightsAreMultipliedAndBroughtBackToOne() {
        StrikeTable table = HandTable.of(98, 100, 102);
        fill(table.gammaWeighted, 10, 0, -10);
        fill(table.vanna, -5, 0, 5);
        StrikeStructure structure =
                new StrikeStructure(table, HandTable.SPOT, 0.2, HandTable.NOW, HIGH);
        double[] none = new double[3];

        assertThat(structure.position()[0])
                .isCloseTo((0.525 - 0.125) / 1.05 / 1.4826, within(1e-12));
        assertThat(structure.rows(none).get(0).adaptiveGamma()).isEqualTo(15);
    }

    @Test
    void halfAndHalfAsMuchAgainAreTheLimits() {
        assertThatThrownBy(() -> new StructureMultipliers(1.6, 1, 1, 1))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("adaptiveGamma");
    }
}
