package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.HandTable.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Gamma 2, 0, -2 over a MAD of 2 and delta -4, 4, 8 over one of 4: SG is 1, 0, -1. DIR is .4, .6,
 * .2; MULT and VF are above 0 at the first strike and below 0 at the last.
 */
class SkewGammaTest {

    private static FeatureVector publish(double spot, double... gamma) {
        StrikeTable table = HandTable.of(98, 100, 102);
        fill(table.gamma, gamma);
        fill(table.delta, -4, 4, 8);
        FeatureVector.Builder out = new FeatureVector.Builder();
        new SkewGamma(table).publish(spot, out);
        return out.build();
    }

    @Test
    void convictionNeedsTwoVariantsOfOneSign() {
        FeatureVector low = publish(98.5, 2, 0, -2);
        FeatureVector high = publish(101.5, 2, 0, -2);

        // MULT is 1 - .5 tanh 1 = .62 there, so DIR is the lesser.
        assertThat(low.get(Feature.SKEW_GAMMA_CONVICTION)).isCloseTo(0.4, within(1e-12));
        assertThat(low.get(Feature.SKEW_GAMMA_CONFLICT)).isZero();
        assertThat(high.get(Feature.SKEW_GAMMA_CONVICTION)).isZero();
        assertThat(high.get(Feature.SKEW_GAMMA_CONFLICT)).isEqualTo(1.0);
    }

    @Test
    void lowestVolatilityVariantOfNegativeGammaIsTheTrigger() {
        assertThat(publish(98.5, 2, 0, -2).get(Feature.VOLATILITY_TRIGGER_STRIKE)).isEqualTo(102.0);
        assertThat(publish(98.5, 2, 4, 8).quality(Feature.VOLATILITY_TRIGGER_STRIKE))
                .isEqualTo(Quality.PARTIAL);
    }
}
