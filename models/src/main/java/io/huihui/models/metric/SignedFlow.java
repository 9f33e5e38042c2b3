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

/**
 * Shares bought less shares sold in the underlying, as expected under the doubt of each trade's
 * side, with the standard deviation that this doubt leaves; and beside it by bulk volume.
 */
final class SignedFlow implements BinaryState {

    private static final int VERSION = 1;

    private static final int SIGNED = 0;
    private static final int VARIANCE = 1;
    private static final int BULK = 2;
    private static final int MEASURES = 3;

    /** Variances are summed in round lots squared: a million shares squared would be cut. */
    private static final double LOT = 100;

    /** Bars of bulk volume, seconds. */
    private static final int BAR_SECONDS = 60;

    /** Weight of the newest bar in the variance of changes of price: a memory of an hour. */
    private static final double BAR_WEIGHT = 1.0 / 60;

    private final SecondBuckets buckets = new SecondBuckets(MEASURES, Window.MINUTES_5.seconds());
    private boolean fed;
    private double bid;
    private double ask;
    private double lastPrice = Double.NaN;
    private Aggressor tick = Aggressor.UNKNOWN;
    private double barShares;
    private double barOpen = Double.NaN;
    private double changeVariance = Double.NaN;

    /** Expected signed shares on exchanges in the second being filled; empty between two. */
    private double second;

    void onTouch(double newBid, double newAsk) {
        bid = newBid;
        ask = newAsk;
    }

    /** Takes a trade of the second that is being filled. */
    void onTrade(Trade trade) {
        fed = true;
        double price = trade.price();
        if (price != lastPrice && !Double.isNaN(lastPrice)) {
            tick = price > lastPrice ? Aggressor.BUY : Aggressor.SELL;
        }
        lastPrice = price;
        double buy = TradeSigning.buyProbability(price, bid, ask, trade.aggressor(), tick);
        double signed = (2 * buy - 1) * trade.size();
        // A price agreed off exchange says little about who pressed, and blocks would drown the
        // rest.
        second += trade.offExchange() ? 0 : signed;
        buckets.add(SIGNED, signed);
        buckets.add(VARIANCE, variance(buy, trade.size()));
        barShares += trade.size();
    }

    /**
     * Adds a late trade to its own second. The quotes of that time are gone, so its side is only
     * known where the feed said it; else it adds to the doubt.
     */
    void correct(Trade trade, long inSecond) {
        double buy = TradeSigning.buyProbability(0, 0, 0, trade.aggressor(), Aggressor.UNKNOWN);
        buckets.correct(inSecond, SIGNED, (2 * buy - 1) * trade.size());
        buckets.correct(inSecond, VARIANCE, variance(buy, trade.size()));
    }

    private static double variance(double buy, double size) {
        double lots = size / LOT;
        return 4 * buy * (1 - buy) * lots * lots;
    }

    void close(Moment now) {
        if (now.second() % BAR_SECONDS == 0 && !Double.isNaN(lastPrice)) {
            closeBar();
        }
        buckets.close(now.second());
    }

    private void closeBar() {
        double change = lastPrice - barOpen;
        if (!Double.isNaN(change)) {
            double bought = TradeSigning.bulkShareBought(change, Math.sqrt(changeVariance));
            buckets.add(BULK, (2 * bought - 1) * barShares);
            double square = change * change;
            changeVariance =
                    Double.isNaN(changeVariance)
                            ? square
                            : changeVariance + BAR_WEIGHT * (square - changeVariance);
        }
        barOpen = lastPrice;
        barShares = 0;
    }

    void publish(FeatureVector.Builder out) {
        if (!fed) {
            return;
        }
        out.set(Feature.LIT_SIGNED_SHARES_1S, second);
        out.set(Feature.SIGNED_SHARES_5M, buckets.sum(SIGNED, 0));
        out.set(Feature.SIGNED_SHARES_5M_ERROR, error(buckets.sum(VARIANCE, 0)));
        out.setOrMissing(
                Feature.BULK_SIGNED_SHARES_5M,
                Double.isNaN(changeVariance) ? Double.NaN : buckets.sum(BULK, 0),
                Quality.WARMUP);
        second = 0;
    }

    /** Puts the flow as it was at the end of an earlier second into a vector. */
    void publishAsOf(long asOf, FeatureVector.Builder out) {
        out.set(Feature.SIGNED_SHARES_5M, buckets.sumAsOf(asOf, SIGNED, 0));
        out.set(Feature.SIGNED_SHARES_5M_ERROR, error(buckets.sumAsOf(asOf, VARIANCE, 0)));
    }

    private static double error(double variance) {
        return LOT * Math.sqrt(Math.max(0, variance));
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(fed);
        out.writeDouble(bid);
        out.writeDouble(ask);
        out.writeDouble(lastPrice);
        out.writeByte(tick.ordinal());
        out.writeDouble(barShares);
        out.writeDouble(barOpen);
        out.writeDouble(changeVariance);
        buckets.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "signed-flow");
        fed = in.readBoolean();
        bid = in.readDouble();
        ask = in.readDouble();
        lastPrice = in.readDouble();
        tick = Aggressor.values()[in.readUnsignedByte()];
        barShares = in.readDouble();
        barOpen = in.readDouble();
        changeVariance = in.readDouble();
        buckets.readFrom(in);
    }
}
