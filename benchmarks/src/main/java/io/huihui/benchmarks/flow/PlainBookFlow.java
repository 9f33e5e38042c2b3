package io.huihui.benchmarks.flow;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.metric.BookPressure;
import io.huihui.models.metric.Microstructure;
import io.huihui.models.metric.VolumeBuckets;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The same figures from a sorted map per side: how one writes it first. */
final class PlainBookFlow {

    private static final double BUCKET_SHARES = 5_000;
    private static final double TICK = 0.01;

    private final LobsterMessages messages;
    private final TreeMap<Integer, Integer> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<Integer, Integer> asks = new TreeMap<>();
    private final BookPressure pressure = new BookPressure();
    private final VolumeBuckets toxicity = new VolumeBuckets(BUCKET_SHARES);
    private double orderFlow;
    private BookSide bestBids;
    private BookSide bestAsks;

    PlainBookFlow(LobsterMessages messages) {
        this.messages = messages;
        for (int at = 0; at < messages.seed.length; at += 4) {
            asks.put(messages.seed[at], messages.seed[at + 1]);
            bids.put(messages.seed[at + 2], messages.seed[at + 3]);
        }
        bestBids = side(bids);
        bestAsks = side(asks);
    }

    double run() {
        double sum = 0;
        double microprice = 0;
        for (int i = 1; i < messages.count; i++) {
            int type = messages.types[i];
            boolean isBid = messages.sides[i] == 1;
            if (type == LobsterMessages.EXECUTED || type == LobsterMessages.EXECUTED_HIDDEN) {
                toxicity.onTrade(messages.sizes[i], isBid ? Aggressor.SELL : Aggressor.BUY);
            }
            if (type <= LobsterMessages.EXECUTED) {
                apply(isBid ? bids : asks, type, messages.ticks[i], messages.sizes[i]);
                microprice = show(messages.millis[i]);
            }
            sum += microprice;
        }
        return sum + pressure.at(messages.millis[messages.count - 1]) + orderFlow;
    }

    private static void apply(Map<Integer, Integer> side, int type, int tick, int size) {
        if (type == LobsterMessages.NEW) {
            side.merge(tick, size, Integer::sum);
        } else {
            side.computeIfPresent(tick, (at, there) -> there > size ? there - size : null);
        }
    }

    private double show(long millis) {
        BookSide newBids = side(bids);
        BookSide newAsks = side(asks);
        orderFlow +=
                Microstructure.orderFlow(
                        bestBids.price(0),
                        bestBids.size(0),
                        bestAsks.price(0),
                        bestAsks.size(0),
                        newBids.price(0),
                        newBids.size(0),
                        newAsks.price(0),
                        newAsks.size(0));
        bestBids = newBids;
        bestAsks = newAsks;
        double[] bidSizes = new double[TickBook.LEVELS];
        double[] askSizes = new double[TickBook.LEVELS];
        for (int level = 0; level < TickBook.LEVELS; level++) {
            bidSizes[level] = level < newBids.levels() ? newBids.size(level) : 0;
            askSizes[level] = level < newAsks.levels() ? newAsks.size(level) : 0;
        }
        pressure.onSizes(millis, bidSizes, askSizes);
        double bid = newBids.price(0);
        double ask = newAsks.price(0);
        double bidSize = newBids.size(0);
        double askSize = newAsks.size(0);
        return (bid * askSize + ask * bidSize) / (bidSize + askSize);
    }

    private static BookSide side(NavigableMap<Integer, Integer> side) {
        int levels = Math.min(TickBook.LEVELS, side.size());
        double[] prices = new double[levels];
        double[] sizes = new double[levels];
        int level = 0;
        for (Map.Entry<Integer, Integer> entry : side.entrySet()) {
            if (level == levels) {
                break;
            }
            prices[level] = TICK * entry.getKey();
            sizes[level] = entry.getValue();
            level++;
        }
        return BookSide.owning(prices, sizes);
    }
}
