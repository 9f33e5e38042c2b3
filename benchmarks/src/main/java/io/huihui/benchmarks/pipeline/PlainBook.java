package io.huihui.benchmarks.pipeline;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Depth;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

/** Features of touch and book the obvious way: a queue per measure and window. */
final class PlainBook {

    private static final int[] FLOW_LENGTHS = {60, 300, 900, 1800, 3600};
    private static final int[] SPREAD_LENGTHS = {300, 900, 1800, 3600};
    private static final int LEVELS = 5;

    private static final Feature[] FLOW = {
        Feature.ORDER_FLOW_IMBALANCE_60S,
        Feature.ORDER_FLOW_IMBALANCE_5M,
        Feature.ORDER_FLOW_IMBALANCE_15M,
        Feature.ORDER_FLOW_IMBALANCE_30M,
        Feature.ORDER_FLOW_IMBALANCE_60M
    };
    private static final Feature[] MEAN_SPREAD = {
        Feature.MEAN_RELATIVE_SPREAD_5M,
        Feature.MEAN_RELATIVE_SPREAD_15M,
        Feature.MEAN_RELATIVE_SPREAD_30M,
        Feature.MEAN_RELATIVE_SPREAD_60M
    };

    private final PlainWindow[] flow = PlainWindow.ofLengths(FLOW_LENGTHS);
    private final PlainWindow[] depth = PlainWindow.ofLengths(FLOW_LENGTHS);
    private final PlainWindow[] touches = PlainWindow.ofLengths(FLOW_LENGTHS);
    private final PlainWindow[] spreads = PlainWindow.ofLengths(SPREAD_LENGTHS);
    private final PlainWindow[] twoSided = PlainWindow.ofLengths(SPREAD_LENGTHS);
    private final PlainScore flowScore = new PlainScore();
    private final PlainScore spreadScore = new PlainScore();
    private boolean hasQuotes;
    private boolean hasTouch;
    private double bid;
    private double bidSize;
    private double ask;
    private double askSize;
    private double lastPrice = Double.NaN;
    private boolean lastUp;
    private double bookImbalance = Double.NaN;
    private double bookPrice = Double.NaN;

    boolean hasQuotes() {
        return hasQuotes;
    }

    void onQuote(Quote quote, long second) {
        hasQuotes = true;
        touch(quote.bid(), quote.bidSize(), quote.ask(), quote.askSize(), second);
    }

    void onDepth(Depth book, long second) {
        if (!hasQuotes) {
            touch(
                    book.bids().price(0),
                    book.bids().size(0),
                    book.asks().price(0),
                    book.asks().size(0),
                    second);
        }
        double difference = 0;
        double total = 0;
        double value = 0;
        double size = 0;
        for (int level = 0; level < LEVELS; level++) {
            double weight = Math.exp(-level / 2.0);
            double bids = book.bids().size(level);
            double asks = book.asks().size(level);
            difference += weight * (bids - asks);
            total += weight * (bids + asks);
            value += book.bids().price(level) * bids + book.asks().price(level) * asks;
            size += bids + asks;
        }
        bookImbalance = difference / total;
        bookPrice = value / size;
    }

    /** Cont, Kukanov and Stoikov (2014), equation 3. */
    private void touch(
            double newBid, double newBidSize, double newAsk, double newAskSize, long second) {
        if (hasTouch) {
            double event =
                    (newBid >= bid ? newBidSize : 0)
                            - (newBid <= bid ? bidSize : 0)
                            - (newAsk <= ask ? newAskSize : 0)
                            + (newAsk >= ask ? askSize : 0);
            PlainWindow.addToAll(flow, second, event);
            PlainWindow.addToAll(depth, second, (newBidSize + newAskSize) / 2);
            PlainWindow.addToAll(touches, second, 1);
        }
        PlainWindow.addToAll(spreads, second, (newAsk - newBid) / ((newAsk + newBid) / 2));
        PlainWindow.addToAll(twoSided, second, 1);
        hasTouch = true;
        bid = newBid;
        bidSize = newBidSize;
        ask = newAsk;
        askSize = newAskSize;
    }

    /** Lee and Ready (1991): what the feed says, else the side of the mid, else the last move. */
    Aggressor sideOf(Trade trade) {
        boolean first = Double.isNaN(lastPrice);
        if (trade.price() != lastPrice) {
            lastUp = trade.price() > lastPrice;
        }
        lastPrice = trade.price();
        if (trade.aggressor() != Aggressor.UNKNOWN) {
            return trade.aggressor();
        }
        double mid = (bid + ask) / 2;
        if (hasTouch && trade.price() != mid) {
            return trade.price() > mid ? Aggressor.BUY : Aggressor.SELL;
        }
        if (first) {
            return Aggressor.UNKNOWN;
        }
        return lastUp ? Aggressor.BUY : Aggressor.SELL;
    }

    void evict(long second) {
        PlainWindow.evictAll(flow, second);
        PlainWindow.evictAll(depth, second);
        PlainWindow.evictAll(touches, second);
        PlainWindow.evictAll(spreads, second);
        PlainWindow.evictAll(twoSided, second);
    }

    void endSecond(long endMillis) {
        if (hasTouch) {
            flowScore.endSecond(endMillis, flow(0));
            spreadScore.endSecond(endMillis, relativeSpread());
        }
    }

    void publish(long endMillis, FeatureVector.Builder out) {
        if (hasTouch) {
            double imbalance = (bidSize - askSize) / (bidSize + askSize);
            out.set(Feature.BOOK_SHARE_OF_BIDS, bidSize / (bidSize + askSize) - 0.5);
            out.setOrMissing(
                    Feature.MICROPRICE_PRESSURE,
                    ask > bid ? imbalance : Double.NaN,
                    Quality.PARTIAL);
            out.set(Feature.RELATIVE_SPREAD, relativeSpread());
            out.setOrMissing(
                    Feature.RELATIVE_SPREAD_Z,
                    spreadScore.of(endMillis, relativeSpread()),
                    Quality.WARMUP);
            out.setOrMissing(
                    Feature.ORDER_FLOW_IMBALANCE_Z,
                    flowScore.of(endMillis, flow(0)),
                    Quality.WARMUP);
            for (int i = 0; i < FLOW_LENGTHS.length; i++) {
                out.setOrMissing(FLOW[i], flow(i), Quality.WARMUP);
            }
            for (int i = 0; i < SPREAD_LENGTHS.length; i++) {
                double mean = spreads[i].sum() / twoSided[i].sum();
                out.setOrMissing(MEAN_SPREAD[i], mean, Quality.WARMUP);
            }
        }
        out.setOrMissing(Feature.BOOK_IMBALANCE, bookImbalance, Quality.ABSENT);
        out.setOrMissing(Feature.DEPTH_WEIGHTED_PRICE, bookPrice, Quality.ABSENT);
        out.setOrMissing(
                Feature.LIQUIDITY_ADJUSTED_PRICE,
                hasTouch ? (bid + ask) / 2 + bookImbalance * (ask - bid) : Double.NaN,
                Quality.ABSENT);
    }

    private double relativeSpread() {
        return (ask - bid) / ((ask + bid) / 2);
    }

    private double flow(int window) {
        return flow[window].sum() / (depth[window].sum() / touches[window].sum());
    }
}
