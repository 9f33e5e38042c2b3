package io.huihui.models;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class ThreeDecimalsTest {

    @Test
    void saysWhatAFormatterSays() {
        for (double value :
                new double[] {0, 0.1234, -0.0625, 1, -1.9996, 12.5, 999.9996, 0.0004, -0.0004}) {
            assertThat(ThreeDecimals.of(value))
                    .isEqualTo(String.format(Locale.ROOT, "%.3f", value));
            assertThat(ThreeDecimals.signed(value))
                    .isEqualTo(String.format(Locale.ROOT, "%+.3f", value));
        }
        assertThat(ThreeDecimals.of(Double.NaN)).isEqualTo("NaN");
        assertThat(ThreeDecimals.signed(Double.POSITIVE_INFINITY)).isEqualTo("+Infinity");
    }

    @Property
    void isNeverFurtherAwayThanHalfAThousandth(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        assertThat(Math.abs(Double.parseDouble(ThreeDecimals.of(value)) - value))
                .isLessThanOrEqualTo(0.0005 + 1e-9);
    }
}
