package io.huihui.models.metric;

import io.huihui.models.event.Bar;
import io.huihui.models.event.Trade;
import io.huihui.models.event.UnderlyingSnapshot;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Price of the underlying: the touch, the last trade, the day's range, and returns. */
public final class PriceMeasures implements BinaryState {

    private static final int VERSION = 1;

    /** A quote or price older than this is shown as STALE. */
    static final long STALE_MILLIS = 60_000L;

    private static final int RING = Window.MINUTES_60.seconds() + 1;
    private static final long NEVER = Long.MIN_VALUE;

    private static final Feature[] RETURNS = {
        Feature.RETURN_5M, Feature.RETURN_15M, Feature.RETURN_30M, Feature.RETURN_60M
    };

    private final double[] mids = new double[RING];
    private long newestSecond = NEVER;
    private double quoteMid = Double.NaN;
    private long quoteTime = NEVER;
    private double lastTrade = Double.NaN;
    private long tradeTime = NEVER;
    private double reference = Double.NaN;
    private long referenceTime = NEVER;
    private double dayOpen = Double.NaN;
    private double dayHigh = Double.NaN;
    private double dayLow = Double.NaN;
    private double previousClose = Double.NaN;
    private double lastRegular = Double.NaN;

    public PriceMeasures() {
        Arrays.fill(mids, Double.NaN);
    }

    /** Begins a New York date: the last regular price becomes the previous close. */
    void startDay() {
        if (Double.isFinite(lastRegular)) {
            previousClose = lastRegular;
        }
        lastRegular = Double.NaN;
        dayOpen = Double.NaN;
        dayHigh = Double.NaN;
        dayLow = Double.NaN;
    }

    /** Takes a touch with a bid and an ask; a side without a price leaves the last mid. */
    void onTouch(long timeMillis, double bid, double ask) {
        if (bid > 0 && ask > 0) {
            quoteMid = 0.5 * (bid + ask);
        }
        quoteTime = timeMillis;
    }

    /** Takes a trade; prints off exchange do not make the day's range, they are reported late. */
    void onTrade(Trade trade, boolean open) {
        lastTrade = trade.price();
        tradeTime = trade.eventTimeMillis();
        if (open && !trade.offExchange()) {
            regular(trade.price(), trade.price(), trade.price());
        }
    }

    /** Takes a price that is neither quote nor trade: a chain's underlying price. */
    void onReference(long timeMillis, double price) {
        reference = price;
        referenceTime = timeMillis;
    }

    /** Takes what a provider says of the day; it knows the day from its start, we may not. */
    void onSnapshot(UnderlyingSnapshot row) {
        onReference(row.eventTimeMillis(), row.price());
        dayOpen = orElse(row.dayOpen(), dayOpen);
        dayHigh = orElse(row.dayHigh(), dayHigh);
        dayLow = orElse(row.dayLow(), dayLow);
        previousClose = orElse(row.previousClose(), previousClose);
    }

    /** Takes an intraday bar: its close is a price, its range belongs to the day. */
    void onBar(Bar bar, boolean open) {
        onReference(bar.eventTimeMillis(), bar.close());
        if (open) {
            if (Double.isNaN(dayOpen)) {
                dayOpen = bar.open();
            }
            regular(bar.low(), bar.high(), bar.close());
        }
    }

    /**
     * Ends a second: notes the mid for returns, and for the day's range where no trades are fed.
     */
    void close(Moment now) {
        advance(now.second());
        double mid = mid();
        mids[place(newestSecond)] = mid;
        if (now.isOpen() && tradeTime == NEVER && Double.isFinite(mid)) {
            regular(mid, mid, mid);
        }
    }

    /** Returns the mid; the last trade without quotes; else a reference price; NaN before all. */
    double mid() {
        if (Double.isFinite(quoteMid)) {
            return quoteMid;
        }
        return Double.isFinite(lastTrade) ? lastTrade : reference;
    }

    double dayOpen() {
        return dayOpen;
    }

    double dayHigh() {
        return dayHigh;
    }

    double dayLow() {
        return dayLow;
    }

    /** Returns the last regular price of the day, NaN before there is one. */
    double lastRegular() {
        return lastRegular;
    }

    /** Returns ln(mid / mid that many seconds ago), NaN when one is missing. */
    double logReturn(int seconds) {
        double then = mids[place(newestSecond - seconds)];
        return Math.log(mid() / then);
    }

    void publish(Moment now, FeatureVector.Builder out) {
        double mid = mid();
        long priceTime =
                Double.isFinite(quoteMid)
                        ? quoteTime
                        : Double.isFinite(lastTrade) ? tradeTime : referenceTime;
        if (Double.isFinite(mid)) {
            boolean stale = now.endMillis() - priceTime > STALE_MILLIS;
            out.set(Feature.MID, mid, stale ? Quality.STALE : Quality.OK);
        }
        out.setOrMissing(Feature.LAST_TRADE_PRICE, lastTrade, Quality.ABSENT);
        out.setOrMissing(Feature.DAY_OPEN, dayOpen, Quality.WARMUP);
        out.setOrMissing(Feature.DAY_HIGH, dayHigh, Quality.WARMUP);
        out.setOrMissing(Feature.DAY_LOW, dayLow, Quality.WARMUP);
        out.setOrMissing(Feature.PREVIOUS_CLOSE, previousClose, Quality.WARMUP);
        out.setOrMissing(Feature.DAY_RETURN, Math.log(mid / previousClose), Quality.WARMUP);
        for (Window window : Window.ALL) {
            out.setOrMissing(
                    RETURNS[window.ordinal()], logReturn(window.seconds()), Quality.WARMUP);
        }
        publishAge(Feature.QUOTE_AGE, now, quoteTime, out);
        publishAge(Feature.TRADE_AGE, now, tradeTime, out);
    }

    static void publishAge(
            Feature feature, Moment now, long timeMillis, FeatureVector.Builder out) {
        if (timeMillis != NEVER) {
            out.set(feature, (now.endMillis() - timeMillis) / 1000.0);
        }
    }

    private void regular(double low, double high, double last) {
        if (Double.isNaN(dayOpen)) {
            dayOpen = last;
        }
        dayHigh = Double.isNaN(dayHigh) ? high : Math.max(dayHigh, high);
        dayLow = Double.isNaN(dayLow) ? low : Math.min(dayLow, low);
        lastRegular = last;
    }

    private void advance(long second) {
        if (newestSecond == NEVER || second - newestSecond >= RING) {
            Arrays.fill(mids, Double.NaN);
        } else {
            for (long gap = newestSecond + 1; gap < second; gap++) {
                mids[place(gap)] = Double.NaN;
            }
        }
        newestSecond = second;
    }

    private static int place(long second) {
        return (int) Math.floorMod(second, (long) RING);
    }

    private static double orElse(Double said, double otherwise) {
        return said == null ? otherwise : said;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        StateArrays.write(out, mids, RING);
        out.writeLong(newestSecond);
        out.writeDouble(quoteMid);
        out.writeLong(quoteTime);
        out.writeDouble(lastTrade);
        out.writeLong(tradeTime);
        out.writeDouble(reference);
        out.writeLong(referenceTime);
        out.writeDouble(dayOpen);
        out.writeDouble(dayHigh);
        out.writeDouble(dayLow);
        out.writeDouble(previousClose);
        out.writeDouble(lastRegular);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "price-measures");
        StateArrays.readInto(in, mids);
        newestSecond = in.readLong();
        quoteMid = in.readDouble();
        quoteTime = in.readLong();
        lastTrade = in.readDouble();
        tradeTime = in.readLong();
        reference = in.readDouble();
        referenceTime = in.readLong();
        dayOpen = in.readDouble();
        dayHigh = in.readDouble();
        dayLow = in.readDouble();
        previousClose = in.readDouble();
        lastRegular = in.readDouble();
    }
}
