package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What was traded in the underlying, on and off exchange: sums, so late prints correct them. */
public final class TradeTape implements BinaryState {

    private static final int VERSION = 1;

    /** A block, by the exchanges' rule: 10,000 shares or 200,000 of currency. */
    static final double BLOCK_SHARES = 10_000;

    static final double BLOCK_NOTIONAL = 200_000;

    private static final int SHARES = 0;
    private static final int NOTIONAL = 1;
    private static final int BOUGHT = 2;
    private static final int SOLD = 3;
    private static final int OFF_EXCHANGE = 4;
    private static final int OFF_EXCHANGE_BLOCKS = 5;
    private static final int COUNT = 6;
    private static final int MEASURES = 7;

    private static final Feature[] VWAP = {
        Feature.WINDOW_VWAP_5M,
        Feature.WINDOW_VWAP_15M,
        Feature.WINDOW_VWAP_30M,
        Feature.WINDOW_VWAP_60M
    };
    private static final Feature[] VOLUME = {
        Feature.TRADE_VOLUME_5M,
        Feature.TRADE_VOLUME_15M,
        Feature.TRADE_VOLUME_30M,
        Feature.TRADE_VOLUME_60M
    };
    private static final Feature[] TRADES = {
        Feature.TRADE_COUNT_5M,
        Feature.TRADE_COUNT_15M,
        Feature.TRADE_COUNT_30M,
        Feature.TRADE_COUNT_60M
    };
    private static final Feature[] IMBALANCE = {
        Feature.TRADE_IMBALANCE_5M,
        Feature.TRADE_IMBALANCE_15M,
        Feature.TRADE_IMBALANCE_30M,
        Feature.TRADE_IMBALANCE_60M
    };
    private static final Feature[] OFF_SHARE = {
        Feature.OFF_EXCHANGE_SHARE_5M,
        Feature.OFF_EXCHANGE_SHARE_15M,
        Feature.OFF_EXCHANGE_SHARE_30M,
        Feature.OFF_EXCHANGE_SHARE_60M
    };
    private static final Feature[] OFF_BLOCK_SHARE = {
        Feature.OFF_EXCHANGE_BLOCK_SHARE_5M,
        Feature.OFF_EXCHANGE_BLOCK_SHARE_15M,
        Feature.OFF_EXCHANGE_BLOCK_SHARE_30M,
        Feature.OFF_EXCHANGE_BLOCK_SHARE_60M
    };

    private final SecondBuckets buckets = new SecondBuckets(MEASURES, Window.lengths());
    private final RobustWindow volume = new RobustWindow();
    private final SeasonalWindow volumeSeasonal = new SeasonalWindow();
    private final RobustWindow offExchange = new RobustWindow();
    private double dayShares;
    private double dayNotional;
    private boolean fed;

    /** Begins a New York date. */
    void startDay() {
        dayShares = 0;
        dayNotional = 0;
    }

    /** Takes a trade of the second that is being filled. */
    void onTrade(Trade trade, Aggressor side) {
        fed = true;
        double size = trade.size();
        double notional = size * trade.price();
        dayShares += size;
        dayNotional += notional;
        buckets.add(SHARES, size);
        buckets.add(NOTIONAL, notional);
        buckets.add(COUNT, 1);
        if (side != Aggressor.UNKNOWN) {
            buckets.add(side == Aggressor.BUY ? BOUGHT : SOLD, size);
        }
        if (trade.offExchange()) {
            buckets.add(OFF_EXCHANGE, size);
            if (isBlock(trade)) {
                buckets.add(OFF_EXCHANGE_BLOCKS, size);
            }
        }
    }

    /** Adds a late trade to its own second; its side counts only where the feed said it. */
    void correct(Trade trade, long second, boolean sameDay) {
        double size = trade.size();
        double notional = size * trade.price();
        if (sameDay) {
            dayShares += size;
            dayNotional += notional;
        }
        buckets.correct(second, SHARES, size);
        buckets.correct(second, NOTIONAL, notional);
        buckets.correct(second, COUNT, 1);
        if (trade.aggressor() != Aggressor.UNKNOWN) {
            buckets.correct(second, trade.aggressor() == Aggressor.BUY ? BOUGHT : SOLD, size);
        }
        if (trade.offExchange()) {
            buckets.correct(second, OFF_EXCHANGE, size);
            if (isBlock(trade)) {
                buckets.correct(second, OFF_EXCHANGE_BLOCKS, size);
            }
        }
    }

    static boolean isBlock(Trade trade) {
        return trade.size() >= BLOCK_SHARES || trade.size() * trade.price() >= BLOCK_NOTIONAL;
    }

    void close(Moment now) {
        buckets.close(now.second());
    }

    /** Returns the currency traded today. */
    double dayTurnover() {
        return dayNotional;
    }

    /** Returns the shares traded today. */
    double dayShares() {
        return dayShares;
    }

    void publish(Moment now, FeatureVector.Builder out) {
        if (!fed) {
            return;
        }
        publishDay(dayShares, dayNotional, out);
        for (Window window : Window.ALL) {
            int at = window.ordinal();
            publishWindow(
                    at,
                    buckets.sum(SHARES, at),
                    buckets.sum(NOTIONAL, at),
                    buckets.sum(COUNT, at),
                    buckets.sum(BOUGHT, at),
                    buckets.sum(SOLD, at),
                    buckets.sum(OFF_EXCHANGE, at),
                    buckets.sum(OFF_EXCHANGE_BLOCKS, at),
                    out);
        }
        double five = buckets.sum(SHARES, 0);
        volume.publish(now, five, Feature.TRADE_VOLUME_5M_Z, out);
        volumeSeasonal.publish(now, five, Feature.TRADE_VOLUME_5M_SEASONAL_Z, out);
        offExchange.publish(
                now,
                ratio(buckets.sum(OFF_EXCHANGE, 0), five),
                Feature.OFF_EXCHANGE_SHARE_5M_Z,
                out);
    }

    /** Puts the sums as they were at the end of an earlier second of the same day into a vector. */
    void publishAsOf(long second, long newest, FeatureVector.Builder out) {
        publishDay(
                dayShares - buckets.sumBetween(second, newest, SHARES),
                dayNotional - buckets.sumBetween(second, newest, NOTIONAL),
                out);
        for (Window window : Window.ALL) {
            int at = window.ordinal();
            publishWindow(
                    at,
                    buckets.sumAsOf(second, SHARES, at),
                    buckets.sumAsOf(second, NOTIONAL, at),
                    buckets.sumAsOf(second, COUNT, at),
                    buckets.sumAsOf(second, BOUGHT, at),
                    buckets.sumAsOf(second, SOLD, at),
                    buckets.sumAsOf(second, OFF_EXCHANGE, at),
                    buckets.sumAsOf(second, OFF_EXCHANGE_BLOCKS, at),
                    out);
        }
    }

    private static void publishDay(double shares, double notional, FeatureVector.Builder out) {
        out.set(Feature.DAY_VOLUME, shares);
        out.setOrMissing(Feature.DAY_VWAP, ratio(notional, shares), Quality.WARMUP);
    }

    private static void publishWindow(
            int window,
            double shares,
            double notional,
            double count,
            double bought,
            double sold,
            double off,
            double offBlocks,
            FeatureVector.Builder out) {
        out.set(VOLUME[window], shares);
        out.set(TRADES[window], count);
        out.setOrMissing(VWAP[window], ratio(notional, shares), Quality.WARMUP);
        out.setOrMissing(IMBALANCE[window], ratio(bought - sold, bought + sold), Quality.WARMUP);
        out.setOrMissing(OFF_SHARE[window], ratio(off, shares), Quality.WARMUP);
        out.setOrMissing(OFF_BLOCK_SHARE[window], ratio(offBlocks, shares), Quality.WARMUP);
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(fed);
        out.writeDouble(dayShares);
        out.writeDouble(dayNotional);
        buckets.writeTo(out);
        volume.writeTo(out);
        volumeSeasonal.writeTo(out);
        offExchange.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "trade-tape");
        fed = in.readBoolean();
        dayShares = in.readDouble();
        dayNotional = in.readDouble();
        buckets.readFrom(in);
        volume.readFrom(in);
        volumeSeasonal.readFrom(in);
        offExchange.readFrom(in);
    }
}
