package io.huihui.benchmarks.pipeline;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.event.Depth;
import io.huihui.models.event.MarketEvent;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Features of one symbol written the obvious way from docs/features.md, sharing no code with {@code
 * models.metric}: every record updates plain windows and all features are computed anew. The
 * reference of the pipeline bench and its oracle. It knows one session and full books of at least
 * five levels, as {@code TickLoad} makes them; no late or repeated events.
 */
public final class PlainFeatures {

    /** What it computes. */
    public static final Set<Feature> COVERED = Collections.unmodifiableSet(covered());

    private static final TradingCalendar CALENDAR = TradingCalendar.newYork();

    private final PlainTrades trades = new PlainTrades();
    private final PlainBook book = new PlainBook();
    private final PlainVolatility volatility = new PlainVolatility();
    private long end = Long.MIN_VALUE;
    private double quoteMid = Double.NaN;
    private double lastTrade = Double.NaN;
    private Long quoteTime;
    private Long tradeTime;
    private Double open;
    private Double high;
    private Double low;

    private static Set<Feature> covered() {
        Set<Feature> all =
                EnumSet.of(
                        Feature.MID,
                        Feature.LAST_TRADE_PRICE,
                        Feature.DAY_VWAP,
                        Feature.DAY_VOLUME,
                        Feature.DAY_OPEN,
                        Feature.DAY_HIGH,
                        Feature.DAY_LOW,
                        Feature.AVERAGE_TRUE_RANGE_5M_BARS,
                        Feature.MEAN_OF_20_FIVE_MINUTE_BARS,
                        Feature.TREND_60M,
                        Feature.BIPOWER_VOL_60M,
                        Feature.JUMP_VOL_60M,
                        Feature.MICROPRICE_PRESSURE,
                        Feature.BOOK_SHARE_OF_BIDS,
                        Feature.BOOK_IMBALANCE,
                        Feature.DEPTH_WEIGHTED_PRICE,
                        Feature.LIQUIDITY_ADJUSTED_PRICE,
                        Feature.RELATIVE_SPREAD,
                        Feature.RELATIVE_SPREAD_Z,
                        Feature.ORDER_FLOW_IMBALANCE_60S,
                        Feature.ORDER_FLOW_IMBALANCE_Z,
                        Feature.TRADE_VOLUME_5M_Z,
                        Feature.OFF_EXCHANGE_SHARE_5M_Z,
                        Feature.REALIZED_VOL_30M_Z,
                        Feature.SESSION_ELAPSED,
                        Feature.MINUTES_TO_CLOSE,
                        Feature.QUOTE_AGE,
                        Feature.TRADE_AGE);
        all.addAll(EnumSet.range(Feature.RETURN_5M, Feature.RETURN_60M));
        all.addAll(EnumSet.range(Feature.WINDOW_VWAP_5M, Feature.WINDOW_VWAP_60M));
        all.addAll(EnumSet.range(Feature.TRADE_VOLUME_5M, Feature.TRADE_VOLUME_60M));
        all.addAll(EnumSet.range(Feature.TRADE_COUNT_5M, Feature.TRADE_COUNT_60M));
        all.addAll(EnumSet.range(Feature.TRADE_IMBALANCE_5M, Feature.TRADE_IMBALANCE_60M));
        all.addAll(EnumSet.range(Feature.REALIZED_VOL_5M, Feature.REALIZED_VOL_60M));
        all.addAll(
                EnumSet.range(Feature.ORDER_FLOW_IMBALANCE_5M, Feature.ORDER_FLOW_IMBALANCE_60M));
        all.addAll(
                EnumSet.range(Feature.MEAN_RELATIVE_SPREAD_5M, Feature.MEAN_RELATIVE_SPREAD_60M));
        all.addAll(EnumSet.range(Feature.OFF_EXCHANGE_SHARE_5M, Feature.OFF_EXCHANGE_SHARE_60M));
        all.addAll(
                EnumSet.range(
                        Feature.OFF_EXCHANGE_BLOCK_SHARE_5M, Feature.OFF_EXCHANGE_BLOCK_SHARE_60M));
        return all;
    }

    /**
     * Takes the next event in effect order and puts all features, as they would be if its second
     * ended with it, into {@code out}.
     */
    public void onEvent(MarketEvent event, FeatureVector.Builder out) {
        long endOfThis = (event.eventTimeMillis() / 1000 + 1) * 1000;
        if (endOfThis > end) {
            endSecond();
            end = endOfThis;
        }
        long second = end / 1000;
        trades.evict(second);
        book.evict(second);
        apply(event, second);
        if (!Double.isNaN(mid())) {
            volatility.onMid(end, mid());
        }
        publish(out.reset());
    }

    private void apply(MarketEvent event, long second) {
        if (event instanceof Quote quote) {
            quoteMid = (quote.bid() + quote.ask()) / 2;
            quoteTime = quote.eventTimeMillis();
            book.onQuote(quote, second);
        } else if (event instanceof Trade trade) {
            lastTrade = trade.price();
            tradeTime = trade.eventTimeMillis();
            if (!trade.offExchange()) {
                range(trade.price());
            }
            trades.onTrade(trade, book.sideOf(trade), second);
        } else if (event instanceof Depth depth) {
            if (!book.hasQuotes()) {
                quoteMid = (depth.bids().price(0) + depth.asks().price(0)) / 2;
                quoteTime = depth.eventTimeMillis();
            }
            book.onDepth(depth, second);
        }
    }

    private void endSecond() {
        if (end == Long.MIN_VALUE) {
            return;
        }
        if (tradeTime == null && !Double.isNaN(mid())) {
            range(mid());
        }
        trades.endSecond(end);
        book.endSecond(end);
        volatility.endSecond(end, mid());
    }

    private void range(double price) {
        open = open == null ? price : open;
        high = high == null ? price : Math.max(high, price);
        low = low == null ? price : Math.min(low, price);
    }

    private double mid() {
        return Double.isNaN(quoteMid) ? lastTrade : quoteMid;
    }

    private void publish(FeatureVector.Builder out) {
        double mid = mid();
        out.setOrMissing(Feature.MID, mid, Quality.ABSENT);
        out.setOrMissing(Feature.LAST_TRADE_PRICE, lastTrade, Quality.ABSENT);
        publishRange(mid, out);
        if (quoteTime != null) {
            out.set(Feature.QUOTE_AGE, (end - quoteTime) / 1000.0);
        }
        if (tradeTime != null) {
            out.set(Feature.TRADE_AGE, (end - tradeTime) / 1000.0);
        }
        out.set(Feature.SESSION_ELAPSED, CALENDAR.sessionElapsed(end));
        long close = CALENDAR.closeMillis(CALENDAR.date(end - 1));
        out.set(Feature.MINUTES_TO_CLOSE, (close - end) / 60_000.0);
        trades.publish(end, out);
        book.publish(end, out);
        volatility.publish(end, mid, out);
    }

    /** Before the first trade the mid at the end of each second stands in. */
    private void publishRange(double mid, FeatureVector.Builder out) {
        boolean standIn = tradeTime == null && !Double.isNaN(mid);
        if (open != null) {
            out.set(Feature.DAY_OPEN, open);
            out.set(Feature.DAY_HIGH, standIn ? Math.max(high, mid) : high);
            out.set(Feature.DAY_LOW, standIn ? Math.min(low, mid) : low);
        } else if (standIn) {
            out.set(Feature.DAY_OPEN, mid);
            out.set(Feature.DAY_HIGH, mid);
            out.set(Feature.DAY_LOW, mid);
        }
    }
}
