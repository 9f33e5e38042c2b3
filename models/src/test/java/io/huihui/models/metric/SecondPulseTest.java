package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.quote;
import static io.huihui.models.metric.SecondBySecond.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SecondPulseTest {

    private static final long TEN = at("2024-06-10T10:00");

    private final SecondBySecond run = new SecondBySecond();

    /**
     * Mids 100, 101, 100: two changes of 1 / 100.5, so sqrt(2) / 100.5 in a second, and a year has
     * 252 x 23,400 of them.
     */
    @Test
    void variationOfTheSecondByHand() {
        FeatureVector features =
                run.second(
                        TEN,
                        quote(TEN - 900, 1, 99.5, 100.5),
                        quote(TEN - 800, 2, 100.5, 101.5),
                        quote(TEN - 700, 3, 99.5, 100.5));

        assertThat(features.get(Feature.REALIZED_VOL_1S))
                .isCloseTo(Math.sqrt(2) / 100.5 * Math.sqrt(252 * 23_400), within(1e-9));
        assertThat(run.second(TEN + 1000).get(Feature.REALIZED_VOL_1S)).isZero();
    }

    /** The change from the last mid of one second to the first of the next counts in the next. */
    @Test
    void aChangeBetweenSecondsCountsInTheLaterOne() {
        run.second(TEN, quote(TEN - 900, 1, 99.5, 100.5));
        run.restart();

        FeatureVector next = run.second(TEN + 1000, quote(TEN + 100, 2, 100.5, 101.5));

        assertThat(next.get(Feature.REALIZED_VOL_1S))
                .isCloseTo(Math.sqrt(252 * 23_400) / 100.5, within(1e-9));
    }

    /** Buy, buy, sell, buy: one repeats the side before it. The next second begins with a buy. */
    @Test
    void tradesOfTheSecond() {
        FeatureVector features =
                run.second(
                        TEN,
                        trade(TEN - 900, 1, 10, 100, Aggressor.BUY),
                        trade(TEN - 800, 2, 10, 100, Aggressor.BUY),
                        trade(TEN - 700, 3, 10, 100, Aggressor.SELL),
                        trade(TEN - 600, 4, 10, 100, Aggressor.BUY));
        run.restart();
        FeatureVector next = run.second(TEN + 1000, trade(TEN + 1, 5, 10, 100, Aggressor.BUY));

        assertThat(features.get(Feature.TRADE_COUNT_1S)).isEqualTo(4);
        assertThat(features.get(Feature.SIGNED_TRADE_COUNT_1S)).isEqualTo(2);
        assertThat(features.get(Feature.REPEATED_SIDE_COUNT_1S)).isEqualTo(1);
        assertThat(next.get(Feature.TRADE_COUNT_1S)).isEqualTo(1);
        assertThat(next.get(Feature.REPEATED_SIDE_COUNT_1S)).isEqualTo(1);
        assertThat(run.second(TEN + 2000).get(Feature.TRADE_COUNT_1S)).isZero();
    }

    @Test
    void aFeedWithoutTradesSaysNothingAboutThem() {
        FeatureVector features = run.second(TEN, quote(TEN - 900, 1, 99.5, 100.5));

        assertThat(features.has(Feature.TRADE_COUNT_1S)).isFalse();
        assertThat(features.has(Feature.OPTION_TRADE_COUNT_1S)).isFalse();
        assertThat(features.has(Feature.BOOK_DEPTH)).isFalse();
    }

    /** The sixth level does not count: 5 x 100 + 300. */
    @Test
    void depthOfFiveLevels() {
        Depth book =
                new Depth(
                        SecondBySecond.SYMBOL,
                        TEN - 500,
                        "test",
                        1,
                        BookSide.of(
                                new double[] {10, 9, 8, 7, 6, 5},
                                new double[] {100, 100, 100, 100, 100, 900}),
                        BookSide.of(new double[] {12}, new double[] {300}));

        assertThat(run.second(TEN, book).get(Feature.BOOK_DEPTH)).isEqualTo(800);
    }
}
