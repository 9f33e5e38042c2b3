package io.huihui.models.metric;

import io.huihui.models.event.Bar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static org.assertj.core.api.Assertions.assertThat;

class DailyHistoryTest {

    private static FeatureVector publish(DailyHistory history, double mid) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        history.publish(Double.NaN, mid, out);
        return out.build();
    }

    /** Twenty bars that close at 100 with a range of 2: a price of 107 is 3.5 ranges away. */
    @Test
    void stretchIsInAverageTrueRanges() {
        DailyHistory history = new DailyHistory();
        for (int date = 0; date < 20; date++) {
            assertThat(publish(history, 107).quality(Feature.STRETCH_FROM_MEAN_20D))
                    .isEqualTo(Quality.WARMUP);
            long close = at("2024-06-10T16:00");
            history.onDailyBar(
                    date, new Bar("SPY", close, "daily", date, 86_400, 100, 101, 99, 100, 1e6));
        }

        assertThat(publish(history, 107).get(Feature.STRETCH_FROM_MEAN_20D)).isEqualTo(3.5);
        assertThat(publish(history, 97).get(Feature.STRETCH_FROM_MEAN_20D)).isEqualTo(-1.5);
    }
}
