package io.huihui.benchmarks.flow;

/**
 * An order book in two arrays of sizes by tick: a message touches one number, and the best levels
 * are found by walking from the best tick outwards.
 */
final class TickBook {

    /** Levels that {@link #bids} and {@link #asks} hold. */
    static final int LEVELS = 5;

    private final int lowest;
    private final int[] bidSizes;
    private final int[] askSizes;
    private int bestBid;
    private int bestAsk;
    final double[] bids = new double[LEVELS];
    final double[] asks = new double[LEVELS];

    /**
     * @param lowest lowest tick that can be held
     */
    TickBook(int lowest, int highest) {
        this.lowest = lowest;
        bidSizes = new int[highest - lowest + 1];
        askSizes = new int[highest - lowest + 1];
        bestBid = -1;
        bestAsk = askSizes.length;
    }

    /** Sets a level: of a recorded book, before the first message. */
    void set(boolean bid, int tick, int size) {
        int at = tick - lowest;
        if (at < 0 || at >= bidSizes.length) {
            return;
        }
        (bid ? bidSizes : askSizes)[at] = size;
        settle(bid, at);
    }

    /** Adds to a level; below 0 takes away, never more than is there. */
    void add(boolean bid, int tick, int size) {
        int at = tick - lowest;
        if (at < 0 || at >= bidSizes.length) {
            return;
        }
        int[] sizes = bid ? bidSizes : askSizes;
        sizes[at] = Math.max(0, sizes[at] + size);
        settle(bid, at);
    }

    private void settle(boolean bid, int at) {
        if (bid) {
            bestBid = bidSizes[at] > 0 ? Math.max(bestBid, at) : bestBid;
            while (bestBid >= 0 && bidSizes[bestBid] == 0) {
                bestBid--;
            }
        } else {
            bestAsk = askSizes[at] > 0 ? Math.min(bestAsk, at) : bestAsk;
            while (bestAsk < askSizes.length && askSizes[bestAsk] == 0) {
                bestAsk++;
            }
        }
    }

    /** Tick of the best bid; below {@link #lowest} when there is none. */
    int bid() {
        return lowest + bestBid;
    }

    int ask() {
        return lowest + bestAsk;
    }

    /** Fills {@link #bids} and {@link #asks} with the sizes of the best levels that hold orders. */
    void gather() {
        int at = bestBid;
        for (int level = 0; level < LEVELS; level++) {
            while (at >= 0 && bidSizes[at] == 0) {
                at--;
            }
            bids[level] = at < 0 ? 0 : bidSizes[at];
            at--;
        }
        at = bestAsk;
        for (int level = 0; level < LEVELS; level++) {
            while (at < askSizes.length && askSizes[at] == 0) {
                at++;
            }
            asks[level] = at >= askSizes.length ? 0 : askSizes[at];
            at++;
        }
    }
}
