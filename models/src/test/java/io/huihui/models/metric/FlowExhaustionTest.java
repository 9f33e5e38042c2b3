package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static org.assertj.core.api.Assertions.assertThat;

class FlowExhaustionTest {

    private static final long TEN = at("2024-06-10T10:00");

    private final FlowExhaustion exhaustion = new FlowExhaustion();

    private FeatureVector minute(int minute, double price, double flow) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        exhaustion.publish(Moment.at(TEN + minute * 60_000L), price, flow, out);
        return out.build();
    }

    /** Half an hour between 99 and 101 in which relative flow reached 0.8 to the selling side. */
    private void halfAnHour() {
        for (int i = 0; i < 30; i++) {
            FeatureVector early = minute(i, 99 + i % 3, i == 10 ? -0.8 : 0.2);
            assertThat(early.quality(Feature.RELATIVE_FLOW_DIVERGENCE)).isEqualTo(Quality.WARMUP);
        }
    }

    @Test
    void newHighWithoutFlowIsBearishExhaustion() {
        halfAnHour();

        assertThat(minute(30, 101.5, 0.7).get(Feature.RELATIVE_FLOW_DIVERGENCE)).isEqualTo(-1.0);
    }

    @Test
    void newLowWithoutFlowIsBullishExhaustion() {
        halfAnHour();

        assertThat(minute(30, 98.5, -0.7).get(Feature.RELATIVE_FLOW_DIVERGENCE)).isEqualTo(1.0);
    }

    @Test
    void extremeWithItsFlowOrNoExtremeIsNone() {
        halfAnHour();

        assertThat(minute(30, 101.5, 0.9).get(Feature.RELATIVE_FLOW_DIVERGENCE)).isZero();
        assertThat(minute(31, 101, 0.1).get(Feature.RELATIVE_FLOW_DIVERGENCE)).isZero();
        assertThat(minute(32, 105, Double.NaN).has(Feature.RELATIVE_FLOW_DIVERGENCE)).isFalse();
    }
}
