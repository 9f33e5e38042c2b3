package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.BookSide;
import io.huihui.models.event.Depth;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What happened within the second alone: how far the mid moved, how many traded, on which side.
 * Windows of minutes answer how a market is; this answers whether it just changed.
 */
final class SecondPulse implements BinaryState {

    private static final int VERSION = 1;

    /** Levels of the book that count, as for its imbalance. */
    private static final int LEVELS = 5;

    /** Seconds of a trading year: 252 sessions of 390 minutes. */
    private static final double SECONDS_PER_YEAR = 252.0 * 390 * 60;

    private double mid = Double.NaN;
    private int lastSide;
    private double depth = Double.NaN;
    private boolean hasTrades;
    private boolean hasOptionTrades;
    private double variation;
    private int trades;
    private int signed;
    private int repeated;
    private int optionTrades;

    /** Takes a touch; one without a bid or an ask has no mid and moves nothing. */
    void onTouch(double bid, double ask) {
        if (!(bid > 0 && ask > 0)) {
            return;
        }
        double next = 0.5 * (bid + ask);
        if (next != mid && mid > 0) {
            double change = 2 * (next - mid) / (next + mid);
            variation += change * change;
        }
        mid = next;
    }

    /** Takes a trade of the underlying. */
    void onTrade(Aggressor side) {
        hasTrades = true;
        trades++;
        int sign = side == Aggressor.BUY ? 1 : side == Aggressor.SELL ? -1 : 0;
        signed += sign;
        repeated += sign != 0 && sign == lastSide ? 1 : 0;
        lastSide = sign == 0 ? lastSide : sign;
    }

    void onOptionTrade() {
        hasOptionTrades = true;
        optionTrades++;
    }

    void onDepth(Depth book) {
        depth = shares(book.bids()) + shares(book.asks());
    }

    private static double shares(BookSide side) {
        double shares = 0;
        for (int level = 0; level < Math.min(LEVELS, side.levels()); level++) {
            shares += side.size(level);
        }
        return shares;
    }

    /** Publishes the second and empties it. */
    void publish(FeatureVector.Builder out) {
        out.setOrMissing(
                Feature.REALIZED_VOL_1S,
                mid > 0 ? Math.sqrt(SECONDS_PER_YEAR * variation) : Double.NaN,
                Quality.ABSENT);
        // A second without trades has none; a feed without trades says nothing.
        count(Feature.TRADE_COUNT_1S, hasTrades, trades, out);
        count(Feature.SIGNED_TRADE_COUNT_1S, hasTrades, signed, out);
        count(Feature.REPEATED_SIDE_COUNT_1S, hasTrades, repeated, out);
        count(Feature.OPTION_TRADE_COUNT_1S, hasOptionTrades, optionTrades, out);
        out.setOrMissing(Feature.BOOK_DEPTH, depth, Quality.ABSENT);
        variation = 0;
        trades = 0;
        signed = 0;
        repeated = 0;
        optionTrades = 0;
    }

    private static void count(Feature feature, boolean fed, int count, FeatureVector.Builder out) {
        out.setOrMissing(feature, fed ? count : Double.NaN, Quality.ABSENT);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        // Between two seconds the counts are empty.
        BinaryState.writeVersion(out, VERSION);
        out.writeDouble(mid);
        out.writeInt(lastSide);
        out.writeDouble(depth);
        out.writeBoolean(hasTrades);
        out.writeBoolean(hasOptionTrades);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "second-pulse");
        mid = in.readDouble();
        lastSide = in.readInt();
        depth = in.readDouble();
        hasTrades = in.readBoolean();
        hasOptionTrades = in.readBoolean();
    }
}
