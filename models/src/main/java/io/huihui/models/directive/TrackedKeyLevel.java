package io.huihui.models.directive;

import io.huihui.models.decision.KeyLevel;
import io.huihui.models.decision.LevelOutcome;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One level and what the price did there. A touch begins when the price comes within .1 average
 * true ranges of the level, or jumps across it; it ends at the first five-minute close farther away
 * than that: held when the close is on the side the price came from, else broken.
 */
final class TrackedKeyLevel {

    /** Average true ranges within which the price is at the level. */
    private static final double BAND_RANGES = 0.1;

    /** Length of the bars whose average true range is the measure. */
    private static final long BAR_MILLIS = 5 * 60_000L;

    private final long firstSeenMillis;
    private long lastSeenMillis;
    private double price;
    private int touches;
    private LevelOutcome lastOutcome = LevelOutcome.UNTESTED;

    /** Where the price was last clear of the level: 1 above, -1 below, 0 not known yet. */
    private int side;

    /** Whether a touch has begun and not ended. */
    private boolean testing;

    TrackedKeyLevel(long firstSeenMillis) {
        this.firstSeenMillis = firstSeenMillis;
    }

    double price() {
        return price;
    }

    long lastSeenMillis() {
        return lastSeenMillis;
    }

    /** Follows the price; without a mid or an average true range nothing is known. */
    void observe(long secondEndMillis, LevelMarket market) {
        double above = market.mid() - price;
        double band = BAND_RANGES * market.range();
        if (!(Math.abs(above) >= 0 && band > 0)) {
            return;
        }
        boolean clear = Math.abs(above) > band;
        int now = above > 0 ? 1 : -1;
        if (side == 0) {
            side = clear ? now : 0;
            return;
        }
        if (!testing && (!clear || now != side)) {
            testing = true;
            touches++;
        }
        if (testing && clear && secondEndMillis % BAR_MILLIS == 0) {
            lastOutcome = now == side ? LevelOutcome.HELD : LevelOutcome.BROKE;
            testing = false;
            side = now;
        }
    }

    /** Returns the level as published now, at the place where it was found now. */
    KeyLevel seen(KeyLevelFinder.Found found, long millis) {
        price = found.price();
        lastSeenMillis = millis;
        return new KeyLevel(
                price,
                found.type(),
                found.score(),
                found.sources(),
                firstSeenMillis,
                touches,
                lastOutcome);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(firstSeenMillis);
        out.writeLong(lastSeenMillis);
        out.writeDouble(price);
        out.writeInt(touches);
        out.writeUTF(lastOutcome.name());
        out.writeByte(side);
        out.writeBoolean(testing);
    }

    static TrackedKeyLevel readFrom(DataInput in) throws IOException {
        TrackedKeyLevel level = new TrackedKeyLevel(in.readLong());
        level.lastSeenMillis = in.readLong();
        level.price = in.readDouble();
        level.touches = in.readInt();
        level.lastOutcome = LevelOutcome.valueOf(in.readUTF());
        level.side = in.readByte();
        level.testing = in.readBoolean();
        return level;
    }
}
