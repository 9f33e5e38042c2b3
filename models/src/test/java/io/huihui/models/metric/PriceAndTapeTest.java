package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Bar;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.offExchange;
import static io.huihui.models.metric.SecondBySecond.quote;
import static io.huihui.models.metric.SecondBySecond.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PriceAndTapeTest {

    private static final long TEN = at("2024-06-10T10:00");
    private static final double EXACT = 1e-9;

    private final SecondBySecond run = new SecondBySecond();

    @Test
    void midIsThatOfTheLastQuote() {
        FeatureVector features =
                run.second(
                        TEN,
                        quote(TEN - 900, 1, 99, 101),
                        trade(TEN - 800, 2, 105, 10, Aggressor.BUY),
                        quote(TEN - 700, 3, 100, 103));

        assertThat(features.get(Feature.MID)).isEqualTo(101.5);
        assertThat(features.get(Feature.LAST_TRADE_PRICE)).isEqualTo(105.0);
    }

    @Test
    void dayOpenHighLow() {
        FeatureVector features =
                run.second(
                        TEN,
                        trade(TEN - 900, 1, 100, 10, Aggressor.BUY),
                        trade(TEN - 800, 2, 103, 10, Aggressor.BUY),
                        offExchange(TEN - 750, 3, 50, 10),
                        trade(TEN - 700, 4, 98, 10, Aggressor.BUY));

        assertThat(features.get(Feature.DAY_OPEN)).isEqualTo(100.0);
        assertThat(features.get(Feature.DAY_HIGH)).isEqualTo(103.0);
        assertThat(features.get(Feature.DAY_LOW)).isEqualTo(98.0);
    }

    @Test
    void previousCloseIsCarriedIntoTheNextSession() {
        run.second(TEN, trade(TEN - 900, 1, 100, 10, Aggressor.BUY));
        long next = at("2024-06-11T10:00");
        FeatureVector features = run.second(next, trade(next - 900, 2, 110, 5, Aggressor.BUY));

        assertThat(features.get(Feature.PREVIOUS_CLOSE)).isEqualTo(100.0);
        assertThat(features.get(Feature.DAY_RETURN)).isCloseTo(Math.log(1.1), within(EXACT));
        assertThat(features.get(Feature.DAY_VOLUME)).isEqualTo(5.0);
    }

    @Test
    void returnsLookBackByTheirHorizon() {
        run.second(TEN, quote(TEN - 500, 1, 100, 100));
        run.quiet(TEN, TEN + 299_000);
        FeatureVector features = run.second(TEN + 300_000, quote(TEN + 299_500, 2, 101, 101));

        assertThat(features.get(Feature.RETURN_5M)).isCloseTo(Math.log(1.01), within(EXACT));
        assertThat(features.has(Feature.RETURN_15M)).isFalse();
        assertThat(run.second(TEN + 301_000).get(Feature.RETURN_5M))
                .isCloseTo(Math.log(1.01), within(EXACT));
        assertThat(run.quiet(TEN + 301_000, TEN + 600_000).get(Feature.RETURN_5M)).isZero();
    }

    @Test
    void windowsOfTheTape() {
        run.second(TEN, trade(TEN - 500, 1, 100, 10, Aggressor.BUY));
        FeatureVector both =
                run.second(TEN + 299_000, trade(TEN + 298_500, 2, 104, 30, Aggressor.SELL));
        FeatureVector one = run.second(TEN + 300_000);

        assertThat(both.get(Feature.TRADE_VOLUME_5M)).isEqualTo(40.0);
        assertThat(both.get(Feature.TRADE_COUNT_5M)).isEqualTo(2.0);
        assertThat(both.get(Feature.WINDOW_VWAP_5M)).isEqualTo(103.0);
        assertThat(both.get(Feature.TRADE_IMBALANCE_5M)).isEqualTo(-0.5);
        assertThat(one.get(Feature.TRADE_VOLUME_5M)).isEqualTo(30.0);
        assertThat(one.get(Feature.TRADE_VOLUME_15M)).isEqualTo(40.0);
        assertThat(one.get(Feature.DAY_VWAP)).isEqualTo(103.0);
    }

    @Test
    void offExchangeShares() {
        FeatureVector features =
                run.second(
                        TEN,
                        trade(TEN - 900, 1, 10, 5_000, Aggressor.BUY),
                        offExchange(TEN - 800, 2, 10, 5_000),
                        offExchange(TEN - 700, 3, 10, 10_000));

        assertThat(features.get(Feature.OFF_EXCHANGE_SHARE_5M)).isEqualTo(0.75);
        assertThat(features.get(Feature.OFF_EXCHANGE_BLOCK_SHARE_60M)).isEqualTo(0.5);
    }

    /** Every minute the price moves by ln 1.001, up and down in turn. */
    @Test
    void annualisesOneMinuteReturns() {
        run.second(TEN, quote(TEN - 500, 1, 100, 100));
        FeatureVector last = null;
        for (int minute = 1; minute <= 60; minute++) {
            long end = TEN + minute * 60_000L;
            double price = minute % 2 == 1 ? 100.1 : 100;
            run.quiet(end - 60_000, end - 1000);
            last = run.second(end, quote(end - 500, 1 + minute, price, price));
        }
        double expected = Math.log(1.001) * Math.sqrt(252 * 390);

        assertThat(last.get(Feature.REALIZED_VOL_5M)).isCloseTo(expected, within(EXACT));
        assertThat(last.get(Feature.REALIZED_VOL_60M)).isCloseTo(expected, within(EXACT));
        assertThat(last.get(Feature.BIPOWER_VOL_60M))
                .isCloseTo(expected * Math.sqrt(Math.PI / 2), within(EXACT));
        assertThat(last.get(Feature.JUMP_VOL_60M)).isZero();
        assertThat(last.get(Feature.TREND_60M)).isCloseTo(0, within(EXACT));
    }

    @Test
    void bipowerLeavesAJumpOut() {
        run.second(TEN, quote(TEN - 500, 1, 100, 100));
        run.quiet(TEN, TEN + 30 * 60_000 - 1000);
        run.second(TEN + 30 * 60_000, quote(TEN + 30 * 60_000 - 500, 2, 105, 105));
        FeatureVector last = run.quiet(TEN + 30 * 60_000, TEN + 60 * 60_000);

        assertThat(last.get(Feature.BIPOWER_VOL_60M)).isZero();
        assertThat(last.get(Feature.JUMP_VOL_60M))
                .isCloseTo(Math.log(1.05) * Math.sqrt(252 * 390 / 60.0), within(EXACT));
        assertThat(last.get(Feature.TREND_60M)).isCloseTo(1, within(EXACT));
    }

    /** A constant daily return of +-1 % has a known deviation and no overnight part. */
    @Test
    void dailyVolatilities() {
        FeatureVector last = null;
        for (int day = 0; day < 80; day++) {
            double open = day % 2 == 0 ? 100 : 101;
            double close = day % 2 == 0 ? 101 : 100;
            long end = TEN + day * 1000L;
            Bar bar =
                    new Bar(
                            SecondBySecond.SYMBOL,
                            at("2024-01-02T16:00") + day * 86_400_000L,
                            "daily",
                            day,
                            86_400,
                            open,
                            101,
                            100,
                            close,
                            1);
            last = run.second(end, bar);
        }
        double move = Math.log(1.01);
        double deviation = Math.sqrt(252 * move * move * 20 / 19);

        assertThat(last.get(Feature.REALIZED_VOL_20D)).isCloseTo(deviation, within(EXACT));
        assertThat(last.get(Feature.AVERAGE_TRUE_RANGE_14D)).isCloseTo(1.0, within(EXACT));
        assertThat(last.get(Feature.REALIZED_VOL_60D))
                .isCloseTo(Math.sqrt(252 * move * move * 60 / 59), within(EXACT));
    }
}
