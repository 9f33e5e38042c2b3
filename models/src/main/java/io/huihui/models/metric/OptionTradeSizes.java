package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.OptionKind;
import io.huihui.models.event.OptionTrade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which way option customers trade within a second, large trades apart from usual ones: a herd
 * trades usual sizes, those who know something trade large.
 *
 * <p>A bullish trade buys a call or sells a put. One whose side the feed did not say is neither.
 */
final class OptionTradeSizes implements BinaryState {

    private static final int VERSION = 1;

    /** A large trade is this many usual ones. */
    private static final double LARGE = 2.5;

    /** Memory of the usual size, in trades. */
    private static final double USUAL_WEIGHT = 1.0 / 500;

    /** Trades before a trade can be called large. */
    private static final int FEWEST = 30;

    private boolean fed;
    private long seen;
    private double meanLogSize;
    private int bullishSmall;
    private int bullishLarge;
    private int large;

    void onTrade(OptionTrade trade) {
        fed = true;
        double logSize = Math.log(trade.size());
        boolean isLarge = seen >= FEWEST && logSize >= meanLogSize + Math.log(LARGE);
        seen++;
        meanLogSize += Math.max(USUAL_WEIGHT, 1.0 / seen) * (logSize - meanLogSize);
        large += isLarge ? 1 : 0;
        if (trade.aggressor() != Aggressor.UNKNOWN) {
            boolean buys = trade.aggressor() == Aggressor.BUY;
            int bullish = buys == (trade.contract().kind() == OptionKind.CALL) ? 1 : -1;
            bullishLarge += isLarge ? bullish : 0;
            bullishSmall += isLarge ? 0 : bullish;
        }
    }

    /** Publishes the second and empties it. */
    void publish(FeatureVector.Builder out) {
        if (!fed) {
            return;
        }
        out.set(Feature.BULLISH_SMALL_TRADES_1S, bullishSmall);
        out.set(Feature.BULLISH_LARGE_TRADES_1S, bullishLarge);
        out.set(Feature.LARGE_OPTION_TRADES_1S, large);
        bullishSmall = 0;
        bullishLarge = 0;
        large = 0;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        // Between two seconds the counts are empty.
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(fed);
        out.writeLong(seen);
        out.writeDouble(meanLogSize);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "option-trade-sizes");
        fed = in.readBoolean();
        seen = in.readLong();
        meanLogSize = in.readDouble();
    }
}
