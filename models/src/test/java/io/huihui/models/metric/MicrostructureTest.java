package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.huihui.models.metric.SecondBySecond.at;
import static io.huihui.models.metric.SecondBySecond.quote;
import static io.huihui.models.metric.SecondBySecond.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MicrostructureTest {

    private static final long TEN = at("2024-06-10T10:00");

    private final SecondBySecond run = new SecondBySecond();

    /** Microprice (10.0 x 100 + 10.2 x 300) / 400 = 10.15; mid 10.1; half spread 0.1. */
    @Test
    void micropriceLeansToTheThinSide() {
        FeatureVector features = run.second(TEN, quote(TEN - 500, 1, 10.0, 300, 10.2, 100));

        assertThat(features.get(Feature.MICROPRICE_PRESSURE)).isCloseTo(0.5, within(1e-12));
        assertThat(features.get(Feature.BOOK_SHARE_OF_BIDS)).isCloseTo(0.25, within(1e-12));
        assertThat(features.get(Feature.RELATIVE_SPREAD)).isCloseTo(0.2 / 10.1, within(1e-12));
    }

    /**
     * Bid up: +200 of the new bid; ask unchanged: -150 + 100. Then bid unchanged: +50 - 200, ask
     * up: +150. Sum 150; mean of (bid + ask size) / 2 over the two quotes (175 + 85) / 2 = 130.
     */
    @Test
    void orderFlowImbalanceByHand() {
        FeatureVector features =
                run.second(
                        TEN,
                        quote(TEN - 900, 1, 10.0, 100, 10.2, 100),
                        quote(TEN - 800, 2, 10.1, 200, 10.2, 150),
                        quote(TEN - 700, 3, 10.1, 50, 10.3, 120));

        assertThat(features.get(Feature.ORDER_FLOW_IMBALANCE_60S))
                .isCloseTo(150 / 130.0, within(1e-9));
        assertThat(features.get(Feature.ORDER_FLOW_IMBALANCE_5M))
                .isCloseTo(150 / 130.0, within(1e-9));
        assertThat(run.quiet(TEN, TEN + 60_000).has(Feature.ORDER_FLOW_IMBALANCE_60S)).isFalse();
    }

    @Test
    void bookImbalanceByHand() {
        Depth book =
                new Depth(
                        SecondBySecond.SYMBOL,
                        TEN - 500,
                        "test",
                        1,
                        BookSide.of(new double[] {10, 9}, new double[] {300, 100}),
                        BookSide.of(new double[] {12}, new double[] {100}));
        FeatureVector features = run.second(TEN, book);
        double second = Math.exp(-0.5);
        double expected = (200 + second * 100) / (400 + second * 100);

        assertThat(features.get(Feature.BOOK_IMBALANCE)).isCloseTo(expected, within(1e-12));
        assertThat(features.get(Feature.DEPTH_WEIGHTED_PRICE))
                .isCloseTo((3000 + 900 + 1200) / 500.0, within(1e-12));
        assertThat(features.get(Feature.LIQUIDITY_ADJUSTED_PRICE))
                .isCloseTo(11 + expected * 2, within(1e-12));
        assertThat(features.get(Feature.MID)).isEqualTo(11.0);
    }

    /** Fifty buckets of 10,000 shares, three quarters bought in each: |0.75 - 0.25|. */
    @Test
    void imbalanceOfVolumeBuckets() {
        List<MarketEvent> trades = new ArrayList<>();
        for (long bucket = 0; bucket < 50; bucket++) {
            trades.add(trade(TEN - 900, 2 * bucket, 10, 7_500, Aggressor.BUY));
            trades.add(trade(TEN - 900, 2 * bucket + 1, 10, 2_500, Aggressor.SELL));
        }

        assertThat(run.snapshot(TEN, trades).features().get(Feature.VPIN))
                .isCloseTo(0.5, within(1e-12));
    }

    /**
     * The bid grows from 100 to 300 shares, +200; depth is the mean of (100 + 100) / 2 before and
     * (300 + 100) / 2 now, but the first quote has no flow and no depth: 200 / 200.
     */
    @Test
    void orderFlowOfTheSecondByHand() {
        FeatureVector features =
                run.second(
                        TEN,
                        quote(TEN - 900, 1, 10, 100, 10.1, 100),
                        quote(TEN - 800, 2, 10, 300, 10.1, 100));

        assertThat(features.get(Feature.ORDER_FLOW_IMBALANCE_1S)).isCloseTo(1, within(1e-9));
        assertThat(run.second(TEN + 1000).get(Feature.ORDER_FLOW_IMBALANCE_1S)).isZero();
    }
}
