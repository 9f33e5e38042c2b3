package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.OptionKind;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.contract;
import static io.huihui.models.metric.SecondBySecond.optionTrade;
import static io.huihui.models.metric.SecondBySecond.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FlowRatioScoresTest {

    private static FeatureVector second(FlowRatioScores scores, long millis, double ratio) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        out.set(Feature.CALL_PUT_VOLUME_RATIO_5M, ratio);
        out.set(Feature.CALL_PUT_PREMIUM_RATIO_5M, 2 * ratio);
        scores.publish(Moment.at(millis), out);
        return out.build();
    }

    /** Five sessions of five samples in one slot, 1..25; then 19 and one robust sigma of 8.8956. */
    @Test
    void ratiosAreComparedWithTheSameTimeOfEarlierSessions() {
        FlowRatioScores scores = new FlowRatioScores();
        for (int i = 0; i < 25; i++) {
            long ten = at("2024-06-" + (10 + i / 5) + "T10:00");
            FeatureVector early = second(scores, ten + (1 + i % 5) * 180_000L, i + 1);
            assertThat(early.quality(Feature.CALL_PUT_VOLUME_RATIO_5M_SEASONAL_Z))
                    .isEqualTo(Quality.WARMUP);
        }
        FeatureVector next = second(scores, at("2024-06-17T10:03"), 19);

        assertThat(next.get(Feature.CALL_PUT_VOLUME_RATIO_5M_SEASONAL_Z))
                .isCloseTo(6 / 8.8956, within(1e-9));
        assertThat(next.get(Feature.CALL_PUT_PREMIUM_RATIO_5M_SEASONAL_Z))
                .isCloseTo(6 / 8.8956, within(1e-9));
    }

    /**
     * With spot at 100: 30 calls at 105 and 10 puts at 95 are out of the money, 20 at 90 are in.
     */
    @Test
    void shareOfContractsOutOfTheMoney() {
        SecondBySecond run = new SecondBySecond();
        long ten = at("2024-06-10T10:00");
        long expiry = at("2024-07-10T16:00");
        FeatureVector features =
                run.second(
                        ten,
                        quote(ten - 900, 1, 99.9, 100.1),
                        optionTrade(
                                contract(expiry, 105, OptionKind.CALL),
                                ten - 800,
                                2,
                                1,
                                30,
                                Aggressor.BUY),
                        optionTrade(
                                contract(expiry, 95, OptionKind.PUT),
                                ten - 700,
                                3,
                                1,
                                10,
                                Aggressor.SELL),
                        optionTrade(
                                contract(expiry, 90, OptionKind.CALL),
                                ten - 600,
                                4,
                                1,
                                20,
                                Aggressor.BUY));

        assertThat(features.get(Feature.OUT_OF_THE_MONEY_VOLUME_SHARE)).isEqualTo(40 / 60.0);
    }
}
