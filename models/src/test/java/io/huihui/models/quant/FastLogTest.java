package io.huihui.models.quant;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FastLogTest {

    private static final double ACCURACY = 1e-15;

    @Property(tries = 5000)
    void isTheLogarithm(@ForAll @DoubleRange(min = -700, max = 700) double exponent) {
        double value = Math.exp(exponent);
        double expected = StrictMath.log(value);

        assertThat(FastLog.of(value))
                .isCloseTo(expected, within(ACCURACY * Math.max(1, Math.abs(expected))));
    }

    @Property(tries = 5000)
    void isTheLogarithmOnBothSidesOfOne(@ForAll @DoubleRange(min = 0.5, max = 2) double value) {
        assertThat(FastLog.of(value)).isCloseTo(StrictMath.log(value), within(ACCURACY));
    }

    @Test
    void atItsEnds() {
        assertThat(FastLog.of(1)).isZero();
        assertThat(FastLog.of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(FastLog.of(-1)).isNaN();
        assertThat(FastLog.of(Double.NaN)).isNaN();
        assertThat(FastLog.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(FastLog.of(Double.MIN_VALUE)).isEqualTo(Math.log(Double.MIN_VALUE));
        assertThat(FastLog.of(Math.nextDown(1.0))).isEqualTo(-0x1p-53);
    }
}
