package io.huihui.models.directive;

import io.huihui.models.decision.KeyLevel;
import io.huihui.models.decision.KeyLevelType;
import io.huihui.models.decision.KeyLevels;
import io.huihui.models.feature.SnapshotId;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The key levels of one symbol over time: when each was first seen, and what the price did there.
 */
public final class LevelTracker implements BinaryState {

    /** Levels move slowly; they are looked for at most this often. */
    public static final long PERIOD_MILLIS = 60_000;

    /** Levels remembered; the longest unseen goes first. */
    static final int MOST_LEVELS = 40;

    /** A level unseen for longer than a long weekend begins anew. */
    static final long FORGET_MILLIS = 4L * 24 * 60 * 60_000;

    private static final String VERSION = "levels/1";

    private static final int STATE_VERSION = 2;

    /** Where dealers lean against the price; a volatility trigger drives it on. */
    private static final Set<KeyLevelType> HOLDING =
            EnumSet.of(
                    KeyLevelType.SUPPORT,
                    KeyLevelType.RESISTANCE,
                    KeyLevelType.PIN_ZONE,
                    KeyLevelType.MAJOR_WALL);

    private final List<TrackedKeyLevel> levels = new ArrayList<>();

    /** Prices of the levels published last at which the price tends to stop, lowest first. */
    private double[] holding = {};

    private long newestMillis;
    private long lookedMillis = Long.MIN_VALUE / 2;

    /** Follows the price through a second; one that is not newer than the last is left out. */
    public void observe(long secondEndMillis, LevelMarket market) {
        if (secondEndMillis <= newestMillis) {
            return;
        }
        newestMillis = secondEndMillis;
        for (TrackedKeyLevel level : levels) {
            level.observe(secondEndMillis, market);
        }
    }

    /** Returns whether levels are to be looked for in this second, and then notes that they are. */
    public boolean look(long secondEndMillis) {
        if (secondEndMillis < lookedMillis + PERIOD_MILLIS) {
            return false;
        }
        lookedMillis = secondEndMillis;
        return true;
    }

    /**
     * Returns the levels found, each with the memory of the nearest known one.
     *
     * @param width how far apart two centres may be and still be one level, currency
     */
    public KeyLevels remember(SnapshotId snapshot, List<KeyLevelFinder.Found> found, double width) {
        long now = snapshot.secondEndMillis();
        levels.removeIf(level -> level.lastSeenMillis() < now - FORGET_MILLIS);
        List<TrackedKeyLevel> unmatched = new ArrayList<>(levels);
        List<KeyLevel> published = new ArrayList<>();
        for (KeyLevelFinder.Found level : found) {
            TrackedKeyLevel known = nearest(unmatched, level.price(), width);
            if (known == null) {
                known = new TrackedKeyLevel(now);
                levels.add(known);
            } else {
                unmatched.remove(known);
            }
            published.add(known.seen(level, now));
        }
        levels.sort(Comparator.comparingLong(TrackedKeyLevel::lastSeenMillis).reversed());
        while (levels.size() > MOST_LEVELS) {
            levels.remove(levels.size() - 1);
        }
        published.sort(Comparator.comparingDouble(KeyLevel::price));
        holding =
                published.stream()
                        .filter(level -> HOLDING.contains(level.type()))
                        .mapToDouble(KeyLevel::price)
                        .toArray();
        return new KeyLevels(snapshot, published, VERSION);
    }

    /**
     * Returns the nearest level below a price at which it tends to stop; NaN when there is none.
     */
    public double below(double price) {
        double nearest = Double.NaN;
        for (double level : holding) {
            nearest = level < price ? level : nearest;
        }
        return nearest;
    }

    /**
     * Returns the nearest level above a price at which it tends to stop; NaN when there is none.
     */
    public double above(double price) {
        for (double level : holding) {
            if (level > price) {
                return level;
            }
        }
        return Double.NaN;
    }

    private static TrackedKeyLevel nearest(
            List<TrackedKeyLevel> levels, double price, double width) {
        TrackedKeyLevel nearest = null;
        double least = width;
        for (TrackedKeyLevel level : levels) {
            double distance = Math.abs(level.price() - price);
            if (distance <= least && (nearest == null || distance < least)) {
                nearest = level;
                least = distance;
            }
        }
        return nearest;
    }

    /** Returns how many levels are remembered. */
    int size() {
        return levels.size();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, STATE_VERSION);
        out.writeLong(newestMillis);
        out.writeLong(lookedMillis);
        out.writeByte(levels.size());
        for (TrackedKeyLevel level : levels) {
            level.writeTo(out);
        }
        out.writeByte(holding.length);
        for (double price : holding) {
            out.writeDouble(price);
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, STATE_VERSION, "level tracker");
        newestMillis = in.readLong();
        lookedMillis = in.readLong();
        levels.clear();
        int count = in.readByte();
        for (int i = 0; i < count; i++) {
            levels.add(TrackedKeyLevel.readFrom(in));
        }
        holding = new double[version > 1 ? in.readByte() : 0];
        for (int i = 0; i < holding.length; i++) {
            holding[i] = in.readDouble();
        }
    }
}
