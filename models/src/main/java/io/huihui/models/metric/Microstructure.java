package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.event.Quote;
import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the touch and the book say: pressure, imbalance, order flow, spreads.
 *
 * <p>Reference: R. Cont, A. Kukanov, S. Stoikov, "The price impact of order book events", Journal
 * of Financial Econometrics, 2014, eq. 3 (order-flow imbalance).
 */
public final class Microstructure implements BinaryState {

    private static final int VERSION = 1;

    /** Levels of the book that count. */
    private static final int LEVELS = 5;

    /** Weight exp(-level / 2) of each level. */
    private static final double[] LEVEL_WEIGHTS = levelWeights();

    /** Trading days of a year, for the daily share of an annual volatility. */
    private static final double SESSIONS_PER_YEAR = 252;

    /**
     * Spreads are summed in units of 2^-20: the buckets' own fixed point of 2^-20 would round one
     * of 0.1 basis points by 5 %. Sums of nine million spreads of 100 % still fit.
     */
    private static final double SPREAD_UNITS = 1 << 20;

    private static final int MINUTE = 60;

    private static final int ORDER_FLOW = 0;
    private static final int DEPTH = 1;
    private static final int QUOTES = 2;
    private static final int SPREADS = 3;
    private static final int TWO_SIDED = 4;
    private static final int MEASURES = 5;

    private static final Feature[] ORDER_FLOWS = {
        Feature.ORDER_FLOW_IMBALANCE_60S,
        Feature.ORDER_FLOW_IMBALANCE_5M,
        Feature.ORDER_FLOW_IMBALANCE_15M,
        Feature.ORDER_FLOW_IMBALANCE_30M,
        Feature.ORDER_FLOW_IMBALANCE_60M
    };
    private static final Feature[] MEAN_SPREADS = {
        Feature.MEAN_RELATIVE_SPREAD_5M,
        Feature.MEAN_RELATIVE_SPREAD_15M,
        Feature.MEAN_RELATIVE_SPREAD_30M,
        Feature.MEAN_RELATIVE_SPREAD_60M
    };

    private final SecondBuckets buckets = new SecondBuckets(MEASURES, windows());
    private final RobustWindow orderFlow = new RobustWindow();
    private final RobustWindow spread = new RobustWindow();
    private boolean hasTouch;
    private boolean hasQuotes;
    private double bid;
    private double bidSize;
    private double ask;
    private double askSize;
    private double lastTrade = Double.NaN;
    private boolean lastTickUp;
    private double bookImbalance = Double.NaN;
    private double depthWeightedPrice = Double.NaN;

    /** Order flow of the second that is being filled; empty between two seconds. */
    private double secondFlow;

    /** Takes a quote. */
    void onQuote(Quote quote) {
        hasQuotes = true;
        onTouch(quote.bid(), quote.bidSize(), quote.ask(), quote.askSize());
    }

    /** Returns whether the touch comes from quotes; else the best levels of the book stand in. */
    boolean hasQuotes() {
        return hasQuotes;
    }

    /** Takes a book; its best levels are the touch as long as no quotes are fed. */
    void onDepth(Depth book) {
        BookSide bids = book.bids();
        BookSide asks = book.asks();
        if (!hasQuotes && bids.levels() > 0 && asks.levels() > 0) {
            onTouch(bids.price(0), bids.size(0), asks.price(0), asks.size(0));
        }
        double difference = 0;
        double total = 0;
        double value = 0;
        double size = 0;
        for (int level = 0; level < LEVELS; level++) {
            double bidSizeHere = level < bids.levels() ? bids.size(level) : 0;
            double askSizeHere = level < asks.levels() ? asks.size(level) : 0;
            difference += LEVEL_WEIGHTS[level] * (bidSizeHere - askSizeHere);
            total += LEVEL_WEIGHTS[level] * (bidSizeHere + askSizeHere);
            value += level < bids.levels() ? bids.price(level) * bidSizeHere : 0;
            value += level < asks.levels() ? asks.price(level) * askSizeHere : 0;
            size += bidSizeHere + askSizeHere;
        }
        bookImbalance = total > 0 ? difference / total : Double.NaN;
        depthWeightedPrice = size > 0 ? value / size : Double.NaN;
    }

    /**
     * Returns the side of a trade: what the feed says; else the side of the mid it was on; else the
     * direction of the last change of price.
     *
     * <p>Reference: C. Lee, M. Ready, "Inferring trade direction from intraday data", Journal of
     * Finance, 1991.
     */
    Aggressor sideOf(Trade trade) {
        double price = trade.price();
        boolean up = price == lastTrade ? lastTickUp : price > lastTrade;
        boolean first = Double.isNaN(lastTrade);
        lastTrade = price;
        lastTickUp = up;
        if (trade.aggressor() != Aggressor.UNKNOWN) {
            return trade.aggressor();
        }
        Aggressor tick = first ? Aggressor.UNKNOWN : up ? Aggressor.BUY : Aggressor.SELL;
        return TradeSigning.leeReady(price, bid, ask, tick);
    }

    void close(Moment now) {
        buckets.close(now.second());
    }

    /**
     * @param impliedVol at-the-money, annual; NaN when not known
     * @param impliedVolRatio over its 20-session mean; NaN when not known
     */
    void publish(Moment now, double impliedVol, double impliedVolRatio, FeatureVector.Builder out) {
        if (hasTouch) {
            publishTouch(now, impliedVol, impliedVolRatio, out);
            publishWindows(now, out);
        }
        out.setOrMissing(Feature.BOOK_IMBALANCE, bookImbalance, Quality.ABSENT);
        out.setOrMissing(Feature.DEPTH_WEIGHTED_PRICE, depthWeightedPrice, Quality.ABSENT);
        boolean twoSided = hasTouch && bid > 0 && ask > 0;
        out.setOrMissing(
                Feature.LIQUIDITY_ADJUSTED_PRICE,
                twoSided ? 0.5 * (bid + ask) + bookImbalance * (ask - bid) : Double.NaN,
                Quality.ABSENT);
    }

    private void publishTouch(
            Moment now, double impliedVol, double impliedVolRatio, FeatureVector.Builder out) {
        double sizes = bidSize + askSize;
        double imbalance = sizes > 0 ? (bidSize - askSize) / sizes : Double.NaN;
        out.setOrMissing(Feature.BOOK_SHARE_OF_BIDS, 0.5 * imbalance, Quality.PARTIAL);
        out.setOrMissing(
                Feature.VOL_ADJUSTED_BOOK_IMBALANCE,
                imbalance * impliedVolRatio,
                Double.isNaN(impliedVolRatio) ? Quality.WARMUP : Quality.PARTIAL);
        boolean twoSided = bid > 0 && ask > 0;
        // Microprice: each side weighted by the size of the other; over half the spread it is
        // (bid size - ask size) / (bid size + ask size), and undefined in a locked market.
        out.setOrMissing(
                Feature.MICROPRICE_PRESSURE,
                twoSided && ask > bid ? imbalance : Double.NaN,
                Quality.PARTIAL);
        double relative = twoSided ? (ask - bid) / (0.5 * (ask + bid)) : Double.NaN;
        out.setOrMissing(Feature.RELATIVE_SPREAD, relative, Quality.PARTIAL);
        spread.publish(now, relative, Feature.RELATIVE_SPREAD_Z, out);
        out.setOrMissing(
                Feature.SPREAD_VOLATILITY_RATIO,
                impliedVol > 0
                        ? relative / (impliedVol * Math.sqrt(1 / SESSIONS_PER_YEAR))
                        : Double.NaN,
                Quality.ABSENT);
    }

    private void publishWindows(Moment now, FeatureVector.Builder out) {
        double meanDepth = buckets.sum(DEPTH, 0) / buckets.sum(QUOTES, 0);
        out.setOrMissing(
                Feature.ORDER_FLOW_IMBALANCE_1S,
                meanDepth > 0 ? secondFlow / meanDepth : Double.NaN,
                Quality.WARMUP);
        secondFlow = 0;
        for (int window = 0; window < ORDER_FLOWS.length; window++) {
            double quotes = buckets.sum(QUOTES, window);
            double depth = buckets.sum(DEPTH, window);
            double imbalance =
                    depth > 0 ? buckets.sum(ORDER_FLOW, window) / (depth / quotes) : Double.NaN;
            out.setOrMissing(ORDER_FLOWS[window], imbalance, Quality.WARMUP);
            if (window == 0) {
                orderFlow.publish(now, imbalance, Feature.ORDER_FLOW_IMBALANCE_Z, out);
            } else {
                double twoSided = buckets.sum(TWO_SIDED, window);
                out.setOrMissing(
                        MEAN_SPREADS[window - 1],
                        twoSided > 0
                                ? buckets.sum(SPREADS, window) / (SPREAD_UNITS * twoSided)
                                : Double.NaN,
                        Quality.WARMUP);
            }
        }
    }

    /**
     * Returns the shares that one change of the touch adds to the bid's side less the ask's.
     *
     * <p>Reference: Cont, Kukanov, Stoikov, eq. 3.
     */
    public static double orderFlow(
            double bid,
            double bidSize,
            double ask,
            double askSize,
            double newBid,
            double newBidSize,
            double newAsk,
            double newAskSize) {
        double flow = 0;
        flow += newBid >= bid ? newBidSize : 0;
        flow -= newBid <= bid ? bidSize : 0;
        flow -= newAsk <= ask ? newAskSize : 0;
        flow += newAsk >= ask ? askSize : 0;
        return flow;
    }

    private void onTouch(double newBid, double newBidSize, double newAsk, double newAskSize) {
        if (hasTouch) {
            double flow =
                    orderFlow(bid, bidSize, ask, askSize, newBid, newBidSize, newAsk, newAskSize);
            buckets.add(ORDER_FLOW, flow);
            secondFlow += flow;
            buckets.add(DEPTH, 0.5 * (newBidSize + newAskSize));
            buckets.add(QUOTES, 1);
        }
        if (newBid > 0 && newAsk > 0) {
            buckets.add(SPREADS, SPREAD_UNITS * ((newAsk - newBid) / (0.5 * (newAsk + newBid))));
            buckets.add(TWO_SIDED, 1);
        }
        hasTouch = true;
        bid = newBid;
        bidSize = newBidSize;
        ask = newAsk;
        askSize = newAskSize;
    }

    private static double[] levelWeights() {
        double[] weights = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            weights[level] = Math.exp(-0.5 * level);
        }
        return weights;
    }

    private static int[] windows() {
        int[] lengths = new int[1 + Window.ALL.length];
        lengths[0] = MINUTE;
        System.arraycopy(Window.lengths(), 0, lengths, 1, Window.ALL.length);
        return lengths;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(hasTouch);
        out.writeBoolean(hasQuotes);
        out.writeDouble(bid);
        out.writeDouble(bidSize);
        out.writeDouble(ask);
        out.writeDouble(askSize);
        out.writeDouble(lastTrade);
        out.writeBoolean(lastTickUp);
        out.writeDouble(bookImbalance);
        out.writeDouble(depthWeightedPrice);
        buckets.writeTo(out);
        orderFlow.writeTo(out);
        spread.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "microstructure");
        hasTouch = in.readBoolean();
        hasQuotes = in.readBoolean();
        bid = in.readDouble();
        bidSize = in.readDouble();
        ask = in.readDouble();
        askSize = in.readDouble();
        lastTrade = in.readDouble();
        lastTickUp = in.readBoolean();
        bookImbalance = in.readDouble();
        depthWeightedPrice = in.readDouble();
        buckets.readFrom(in);
        orderFlow.readFrom(in);
        spread.readFrom(in);
    }
}
