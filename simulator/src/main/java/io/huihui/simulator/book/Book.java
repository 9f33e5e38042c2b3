package io.huihui.simulator.book;

import io.huihui.models.event.BookSide;
import io.huihui.simulator.random.Draws;

import java.util.Arrays;

/**
 * A queue-reactive order book around the efficient price, ticks of one cent. Orders join short
 * queues and leave long ones; a new level starts with a fresh queue.
 *
 * <p>Reference: Huang, Lehalle, Rosenbaum, "Simulating and analyzing order book data: the
 * queue-reactive model", JASA, 2015.
 */
public final class Book {

    public static final double TICK = 0.01;

    /** Ticks per currency unit: a price is ticks / 100, which is the closest double to it. */
    private static final double TICKS_PER_UNIT = 100;

    /** The mid may leave the middle of the spread by this many ticks before the quotes follow. */
    private static final double STICKINESS_TICKS = 0.3;

    private static final double LOT = 100;

    /** Deeper levels hold more: factor per level away from the best. */
    private static final double DEEPER_BY = 0.15;

    /** Probability that an order concerns the best level; else one further away, and so on. */
    private static final double AT_LEVEL = 0.4;

    private final Draws draws;
    private final double typicalShares;
    private final double[] bids;
    private final double[] asks;
    private final double[] spoof;
    private long bestBid;
    private int spread;
    private int spoofSide;
    private boolean topChanged = true;

    public Book(double price, int spreadTicks, double typicalShares, int levels, Draws draws) {
        this.draws = draws;
        this.typicalShares = typicalShares;
        this.bids = new double[levels];
        this.asks = new double[levels];
        this.spoof = new double[levels];
        this.spread = spreadTicks;
        this.bestBid = bidFor(price, spreadTicks);
        for (int level = 0; level < levels; level++) {
            bids[level] = fresh(level, 1);
            asks[level] = fresh(level, 1);
        }
    }

    /** Lets the quotes follow the efficient price; moves by whole ticks. */
    public void follow(double price, int spreadTicks, double depthFactor) {
        double middle = bestBid + 0.5 * spread;
        boolean within =
                Math.abs(price * TICKS_PER_UNIT - middle) <= 0.5 * spread + STICKINESS_TICKS;
        if (within && spreadTicks == spread) {
            return;
        }
        long newBid = bidFor(price, spreadTicks);
        long bidShift = newBid - bestBid;
        long askShift = newBid + spreadTicks - bestBid - spread;
        // A higher bid puts new levels in front; a higher ask takes levels away.
        shift(bids, bidShift, depthFactor);
        shift(asks, -askShift, depthFactor);
        bestBid = newBid;
        spread = spreadTicks;
        topChanged = true;
    }

    /**
     * Lets one order join or leave.
     *
     * @param tilt -1..1; above 0 buyers wait more, sellers less
     */
    public void order(double depthFactor, double tilt) {
        boolean bidSide = draws.sign() > 0;
        double[] side = bidSide ? bids : asks;
        int level = 0;
        while (level < side.length - 1 && !draws.chance(AT_LEVEL)) {
            level++;
        }
        double wanted = usual(level) * depthFactor * (bidSide ? 1 + tilt : 1 - tilt);
        double size = LOT * (1 + draws.below(3));
        boolean joins = draws.uniform() * (wanted + side[level]) < wanted;
        side[level] = joins ? side[level] + size : Math.max(LOT, side[level] - size);
        topChanged |= level == 0;
    }

    /** Takes shares from the best queue: +1 a buyer takes asks, -1 a seller takes bids. */
    public void take(int sign, double shares) {
        double[] side = sign > 0 ? asks : bids;
        side[0] = Math.max(LOT, side[0] - Math.floor(shares / LOT) * LOT);
        topChanged = true;
    }

    /** Puts a layer of orders that never trade on levels 3 to 5; side 0 takes it away. */
    public void spoof(int side, double sharesPerLevel) {
        spoofSide = side;
        Arrays.fill(spoof, 0);
        if (side != 0) {
            Arrays.fill(spoof, 2, Math.min(5, spoof.length), sharesPerLevel);
        }
    }

    /** Returns whether the best prices or sizes changed since the last call. */
    public boolean takeTopChanged() {
        boolean changed = topChanged;
        topChanged = false;
        return changed;
    }

    public double bid() {
        return bestBid / TICKS_PER_UNIT;
    }

    public double ask() {
        return (bestBid + spread) / TICKS_PER_UNIT;
    }

    public double bidSize() {
        return bids[0];
    }

    public double askSize() {
        return asks[0];
    }

    public BookSide bidSide() {
        return side(bids, bestBid, -1, spoofSide > 0);
    }

    public BookSide askSide() {
        return side(asks, bestBid + spread, 1, spoofSide < 0);
    }

    private BookSide side(double[] queues, long best, int outwards, boolean spoofed) {
        double[] prices = new double[queues.length];
        double[] sizes = queues.clone();
        for (int level = 0; level < prices.length; level++) {
            prices[level] = (best + (long) outwards * level) / TICKS_PER_UNIT;
            if (spoofed) {
                sizes[level] += spoof[level];
            }
        }
        return BookSide.owning(prices, sizes);
    }

    private static long bidFor(double price, int spreadTicks) {
        return Math.max(1, Math.round(price * TICKS_PER_UNIT - 0.5 * spreadTicks));
    }

    /** Moves a side by whole levels: above 0 new levels appear in front, below 0 the front goes. */
    private void shift(double[] queues, long by, double depthFactor) {
        int levels = queues.length;
        int inFront = (int) Math.min(levels, Math.max(0, by));
        int gone = (int) Math.min(levels, Math.max(0, -by));
        if (inFront > 0) {
            System.arraycopy(queues, 0, queues, inFront, levels - inFront);
        } else {
            System.arraycopy(queues, gone, queues, 0, levels - gone);
        }
        for (int level = 0; level < inFront; level++) {
            queues[level] = fresh(level, depthFactor);
        }
        for (int level = levels - gone; level < levels; level++) {
            queues[level] = fresh(level, depthFactor);
        }
    }

    private double usual(int level) {
        return typicalShares * (1 + DEEPER_BY * level);
    }

    private double fresh(int level, double depthFactor) {
        double shares = usual(level) * depthFactor * draws.uniform(0.4, 1.6);
        return LOT * Math.max(1, Math.round(shares / LOT));
    }
}
