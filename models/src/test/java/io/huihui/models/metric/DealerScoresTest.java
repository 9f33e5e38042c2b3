package io.huihui.models.metric;

import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is made of the dealers' book second by second. */
class DealerScoresTest {

    /** 1.4826 times the MAD of 1..25. */
    private static final double SIGMA = 8.8956;

    private final DealerBook dealers = new DealerBook();

    private FeatureVector second(long millis, double gamma, double delta, double turnover) {
        FeatureVector.Builder out = new FeatureVector.Builder();
        out.set(Feature.GIB_PRIOR, gamma).set(Feature.GIB_INVENTORY, gamma);
        out.set(Feature.DEALER_DELTA, delta).set(Feature.HP_EOD, 30);
        dealers.publish(Moment.at(millis), -40, true, turnover, out);
        return out.build();
    }

    /** After 1..25, delta at 33 and gamma at 19 stand 20 and 6 above their median of 13. */
    @Test
    void deltaDominatesWhenItIsFurtherFromItsUsual() {
        long ten = at("2024-06-10T10:00");
        for (int i = 1; i <= 25; i++) {
            second(ten + i * 10_000L, i, i, 0);
        }
        FeatureVector features = second(ten + 260_000L, 19, 33, 0);

        assertThat(features.get(Feature.DEALER_DELTA_Z)).isCloseTo(20 / SIGMA, within(1e-9));
        assertThat(features.get(Feature.DELTA_DOMINANCE)).isCloseTo((20 - 6) / SIGMA, within(1e-9));
    }

    /** Customers sold 40 of gamma today, so dealers have 40 more than the 100 of the book. */
    @Test
    void flowOfTheDayMovesTheBook() {
        FeatureVector features = second(at("2024-06-10T10:00"), 100, 0, 0);

        assertThat(features.get(Feature.TD_GIB)).isEqualTo(40.0);
        assertThat(features.get(Feature.GIB_EFFECTIVE)).isEqualTo(140.0);
    }

    /** 500 of the day's 800 were traded in the last hour of one session, 700 in the next. */
    @Test
    void hedgingPressureIsAShareOfTheUsualLastHour() {
        assertThat(session("2024-06-10", 300, 800).quality(Feature.HP_EOD_SHARE))
                .isEqualTo(Quality.WARMUP);
        assertThat(session("2024-06-11", 300, 1000).get(Feature.HP_EOD_SHARE))
                .isEqualTo(30 / 500.0);
        FeatureVector third = session("2024-06-12", 100, 200);

        assertThat(third.get(Feature.HP_EOD_SHARE)).isEqualTo(30 / 600.0);
        assertThat(third.quality(Feature.HP_EOD_SHARE)).isEqualTo(Quality.PARTIAL);
    }

    @Test
    void twentySessionsMakeTheLastHourUsual() {
        for (int day = 1; day <= 20; day++) {
            session("2024-05-%02d".formatted(day), 0, 100);
        }

        assertThat(session("2024-05-21", 0, 100).quality(Feature.HP_EOD_SHARE))
                .isEqualTo(Quality.PARTIAL);
        for (int day = 22; day <= 31; day++) {
            session("2024-05-%02d".formatted(day), 0, 100);
        }
        assertThat(session("2024-06-10", 0, 100).quality(Feature.HP_EOD_SHARE))
                .isEqualTo(Quality.OK);
    }

    /** A day with so much traded before three and at four. */
    private FeatureVector session(String day, double beforeThree, double atFour) {
        dealers.startDay();
        second(at(day + "T14:59"), 1, 1, beforeThree);
        return second(at(day + "T15:59"), 1, 1, atFour);
    }
}
