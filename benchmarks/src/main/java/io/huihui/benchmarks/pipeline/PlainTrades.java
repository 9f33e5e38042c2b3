package io.huihui.benchmarks.pipeline;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/** Features of the tape the obvious way: a queue per measure and window. */
final class PlainTrades {

    private static final int[] LENGTHS = {300, 900, 1800, 3600};
    private static final double BLOCK_SHARES = 10_000;
    private static final double BLOCK_NOTIONAL = 200_000;

    private static final Feature[] VOLUME = {
        Feature.TRADE_VOLUME_5M,
        Feature.TRADE_VOLUME_15M,
        Feature.TRADE_VOLUME_30M,
        Feature.TRADE_VOLUME_60M
    };
    private static final Feature[] COUNT = {
        Feature.TRADE_COUNT_5M,
        Feature.TRADE_COUNT_15M,
        Feature.TRADE_COUNT_30M,
        Feature.TRADE_COUNT_60M
    };
    private static final Feature[] VWAP = {
        Feature.WINDOW_VWAP_5M,
        Feature.WINDOW_VWAP_15M,
        Feature.WINDOW_VWAP_30M,
        Feature.WINDOW_VWAP_60M
    };
    private static final Feature[] IMBALANCE = {
        Feature.TRADE_IMBALANCE_5M,
        Feature.TRADE_IMBALANCE_15M,
        Feature.TRADE_IMBALANCE_30M,
        Feature.TRADE_IMBALANCE_60M
    };
    private static final Feature[] OFF_EXCHANGE = {
        Feature.OFF_EXCHANGE_SHARE_5M,
        Feature.OFF_EXCHANGE_SHARE_15M,
        Feature.OFF_EXCHANGE_SHARE_30M,
        Feature.OFF_EXCHANGE_SHARE_60M
    };
    private static final Feature[] OFF_EXCHANGE_BLOCKS = {
        Feature.OFF_EXCHANGE_BLOCK_SHARE_5M,
        Feature.OFF_EXCHANGE_BLOCK_SHARE_15M,
        Feature.OFF_EXCHANGE_BLOCK_SHARE_30M,
        Feature.OFF_EXCHANGE_BLOCK_SHARE_60M
    };

    private final PlainWindow[] shares = PlainWindow.ofLengths(LENGTHS);
    private final PlainWindow[] notional = PlainWindow.ofLengths(LENGTHS);
    private final PlainWindow[] trades = PlainWindow.ofLengths(LENGTHS);
    private final PlainWindow[] bought = PlainWindow.ofLengths(LENGTHS);
    private final PlainWindow[] sold = PlainWindow.ofLengths(LENGTHS);
    private final PlainWindow[] offExchange = PlainWindow.ofLengths(LENGTHS);
    private final PlainWindow[] offExchangeBlocks = PlainWindow.ofLengths(LENGTHS);
    private final PlainScore volumeScore = new PlainScore();
    private final PlainScore offExchangeScore = new PlainScore();
    private double dayShares;
    private double dayNotional;
    private boolean fed;

    void onTrade(Trade trade, Aggressor side, long second) {
        fed = true;
        double value = trade.size() * trade.price();
        dayShares += trade.size();
        dayNotional += value;
        PlainWindow.addToAll(shares, second, trade.size());
        PlainWindow.addToAll(notional, second, value);
        PlainWindow.addToAll(trades, second, 1);
        if (side == Aggressor.BUY) {
            PlainWindow.addToAll(bought, second, trade.size());
        } else if (side == Aggressor.SELL) {
            PlainWindow.addToAll(sold, second, trade.size());
        }
        if (trade.offExchange()) {
            PlainWindow.addToAll(offExchange, second, trade.size());
            if (trade.size() >= BLOCK_SHARES || value >= BLOCK_NOTIONAL) {
                PlainWindow.addToAll(offExchangeBlocks, second, trade.size());
            }
        }
    }

    void evict(long second) {
        PlainWindow.evictAll(shares, second);
        PlainWindow.evictAll(notional, second);
        PlainWindow.evictAll(trades, second);
        PlainWindow.evictAll(bought, second);
        PlainWindow.evictAll(sold, second);
        PlainWindow.evictAll(offExchange, second);
        PlainWindow.evictAll(offExchangeBlocks, second);
    }

    void endSecond(long endMillis) {
        if (fed) {
            volumeScore.endSecond(endMillis, shares[0].sum());
            offExchangeScore.endSecond(endMillis, share(offExchange[0], shares[0]));
        }
    }

    void publish(long endMillis, FeatureVector.Builder out) {
        if (!fed) {
            return;
        }
        out.set(Feature.DAY_VOLUME, dayShares);
        out.set(Feature.DAY_VWAP, dayNotional / dayShares);
        for (int i = 0; i < LENGTHS.length; i++) {
            double sided = bought[i].sum() + sold[i].sum();
            out.set(VOLUME[i], shares[i].sum());
            out.set(COUNT[i], trades[i].sum());
            out.setOrMissing(VWAP[i], share(notional[i], shares[i]), Quality.WARMUP);
            out.setOrMissing(
                    IMBALANCE[i], (bought[i].sum() - sold[i].sum()) / sided, Quality.WARMUP);
            out.setOrMissing(OFF_EXCHANGE[i], share(offExchange[i], shares[i]), Quality.WARMUP);
            out.setOrMissing(
                    OFF_EXCHANGE_BLOCKS[i], share(offExchangeBlocks[i], shares[i]), Quality.WARMUP);
        }
        out.setOrMissing(
                Feature.TRADE_VOLUME_5M_Z,
                volumeScore.of(endMillis, shares[0].sum()),
                Quality.WARMUP);
        out.setOrMissing(
                Feature.OFF_EXCHANGE_SHARE_5M_Z,
                offExchangeScore.of(endMillis, share(offExchange[0], shares[0])),
                Quality.WARMUP);
    }

    private static double share(PlainWindow part, PlainWindow whole) {
        return part.sum() / whole.sum(); // NaN, so missing, when nothing was traded
    }
}
