package io.huihui.models.expert.regime.correlation;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Correlations of all symbols of a market, minute by minute. Symbols are not known beforehand: one
 * joins when its price is first seen to move, and every session begins anew, since a night's move
 * would outweigh a day of minutes and symbols come and go. A tracker has its symbols for life, so a
 * newcomer starts it anew; most come within the first seconds.
 */
public final class MarketCorrelations implements BinaryState {

    /** A console shows no more, and the work of a joint return grows with its square. */
    public static final int MOST_SYMBOLS = 24;

    /** The one that the suite {@code correlation} measures. */
    public static final double HALF_LIFE_MINUTES = 30;

    private static final int VERSION = 2;

    /** The one that took each price at once. */
    private static final int PRICE_BY_PRICE_VERSION = 1;

    private static final long GRID_MILLIS = 60_000;

    /** Last price of each member, and of those that have not moved yet, as many at most. */
    private final TreeMap<String, Double> members = new TreeMap<>();

    private final TreeMap<String, Double> still = new TreeMap<>();

    /** Symbols that found no place; forgotten with the session. */
    private final TreeSet<String> leftOut = new TreeSet<>();

    /** Prices of the second under way that moved: a price said again is no tick. */
    private final TreeMap<String, Double> moved = new TreeMap<>();

    private long secondMillis = Long.MIN_VALUE;
    private List<String> order = List.of();
    private CorrelationTracker tracker;
    private long date = Long.MIN_VALUE;
    private long minute = Long.MIN_VALUE;

    /**
     * Takes a price; times do not fall. Returns the matrix as of the last full minute when the
     * price is the first one after it, else null; null too while too little was seen.
     */
    public CorrelationMatrix observe(SymbolPrice price) {
        long last = price.secondEndMillis() - 1;
        beginSession(TradingCalendar.newYork().date(last));
        if (price.secondEndMillis() > secondMillis) {
            closeSecond();
            secondMillis = price.secondEndMillis();
        }
        CorrelationMatrix matrix = null;
        long now = last / GRID_MILLIS;
        if (now > minute) {
            matrix = tracker == null ? null : tracker.matrix(now * GRID_MILLIS);
            minute = now;
        }
        if (members.containsKey(price.symbol())) {
            if (members.put(price.symbol(), price.mid()) != price.mid()) {
                moved.put(price.symbol(), price.mid());
            }
        } else {
            candidate(price);
        }
        return matrix;
    }

    /**
     * Hands the prices of a second on together: one by one, a joint return could end between two
     * symbols whose prices came at the same time, and half of a common move would miss the other.
     */
    private void closeSecond() {
        if (tracker != null && !moved.isEmpty()) {
            double[] mids = new double[order.size()];
            for (int i = 0; i < mids.length; i++) {
                mids[i] = moved.getOrDefault(order.get(i), Double.NaN);
            }
            tracker.observe(secondMillis, mids);
        }
        moved.clear();
    }

    private void beginSession(long today) {
        if (today != date) {
            date = today;
            members.clear();
            still.clear();
            leftOut.clear();
            moved.clear();
            order = List.of();
            tracker = null;
        }
    }

    private void candidate(SymbolPrice price) {
        Double before = still.get(price.symbol());
        if (before != null && before != price.mid()) {
            still.remove(price.symbol());
            members.put(price.symbol(), price.mid());
            startAnew(price.secondEndMillis());
        } else if (before == null && members.size() + still.size() < MOST_SYMBOLS) {
            still.put(price.symbol(), price.mid());
        } else if (before == null && leftOut.size() < MOST_SYMBOLS) {
            leftOut.add(price.symbol());
        }
    }

    private void startAnew(long nowMillis) {
        order = List.copyOf(members.keySet());
        tracker = order.size() < 2 ? null : new CorrelationTracker(order, HALF_LIFE_MINUTES);
        moved.clear();
        if (tracker != null) {
            tracker.observe(nowMillis, members.values().stream().mapToDouble(d -> d).toArray());
        }
    }

    /** Returns how many symbols found no place in this session, up to as many as have one. */
    public int leftOut() {
        return leftOut.size();
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeLong(date);
        out.writeLong(minute);
        write(members, out);
        write(still, out);
        out.writeInt(leftOut.size());
        for (String symbol : leftOut) {
            out.writeUTF(symbol);
        }
        out.writeLong(secondMillis);
        write(moved, out);
        if (tracker != null) {
            tracker.writeTo(out);
        }
    }

    private static void write(Map<String, Double> prices, DataOutput out) throws IOException {
        out.writeInt(prices.size());
        for (Map.Entry<String, Double> price : prices.entrySet()) {
            out.writeUTF(price.getKey());
            out.writeDouble(price.getValue());
        }
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        int version = BinaryState.readVersion(in, VERSION, "market-correlations");
        date = in.readLong();
        minute = in.readLong();
        read(members, in);
        read(still, in);
        leftOut.clear();
        for (int left = in.readInt(); left > 0; left--) {
            leftOut.add(in.readUTF());
        }
        secondMillis = Long.MIN_VALUE;
        moved.clear();
        if (version > PRICE_BY_PRICE_VERSION) {
            secondMillis = in.readLong();
            read(moved, in);
        }
        order = new ArrayList<>(members.keySet());
        tracker = null;
        if (order.size() > 1) {
            tracker = new CorrelationTracker(order, HALF_LIFE_MINUTES);
            tracker.readFrom(in);
        }
    }

    private static void read(Map<String, Double> prices, DataInput in) throws IOException {
        prices.clear();
        for (int left = in.readInt(); left > 0; left--) {
            prices.put(in.readUTF(), in.readDouble());
        }
    }
}
