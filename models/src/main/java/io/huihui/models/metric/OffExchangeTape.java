package io.huihui.models.metric;

import io.huihui.models.event.Trade;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.serialization.BinaryState;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is printed off exchange: the probability that somebody accumulates out of sight, its side,
 * and the price at which blocks gather. The last {@link Moment#CORRECTION_SECONDS} seconds are
 * kept, so that a late print enters its own second and the filter runs again from there.
 *
 * <p>When the tape halts there is no evidence, and the probability goes back to its usual value as
 * smoothly as the chain mixes.
 */
public final class OffExchangeTape implements BinaryState {

    private static final int VERSION = 1;

    /** A block is this many usual prints of the symbol off exchange. */
    private static final double BLOCK_PRINTS = 12;

    /** Memory of the usual print, in prints. */
    private static final double USUAL_WEIGHT = 1.0 / 500;

    /** Prints before a print can be called a block. */
    private static final int FEWEST_PRINTS = 30;

    /** Share of blocks believed at first, as if seen in so many prints. */
    private static final double FIRST_BLOCK_SHARE = 0.01;

    private static final double FIRST_PRINTS = 2_000;

    /** From so many prints on, older ones fade: some sessions of a liquid share. */
    private static final double MOST_PRINTS = 40_000;

    /** Bounds of the share of blocks at usual times. */
    private static final double LEAST_SHARE = 0.001;

    private static final double MOST_SHARE = 0.1;

    /** One more than can be corrected, for the state to begin again from. */
    private static final int SECONDS = Moment.CORRECTION_SECONDS + 2;

    private static final int BELOW = 0;
    private static final int ABOVE = 1;
    private static final int AT = 2;
    private static final int PRINTS = 3;
    private static final int COUNTS = 4;

    private final BlockLevels levels = new BlockLevels();
    private final short[] counts = new short[SECONDS * COUNTS];
    private final double[] chances = new double[SECONDS * AccumulationFilter.STATES];
    private final short[] open = new short[COUNTS];
    private final double[] state = AccumulationFilter.usual();
    private long newest = Long.MIN_VALUE;
    private double bid;
    private double ask;
    private boolean fed;
    private double usualPrint = Double.NaN;
    private long seen;
    private double usualPrints = FIRST_PRINTS;
    private double usualBlocks = FIRST_PRINTS * FIRST_BLOCK_SHARE;

    /** Begins a New York date: nothing is hidden yet. */
    void startDay() {
        System.arraycopy(AccumulationFilter.usual(), 0, state, 0, state.length);
        levels.clear();
        newest = Long.MIN_VALUE;
        Arrays.fill(counts, (short) 0);
    }

    void onTouch(double newBid, double newAsk) {
        bid = newBid;
        ask = newAsk;
    }

    /** Takes a print of the second that is being filled; those on exchange do not count. */
    void onTrade(Trade trade) {
        if (!trade.offExchange()) {
            return;
        }
        fed = true;
        boolean block = isBlock(trade.size());
        learnSize(trade.size(), block);
        int kind = block ? sideOf(trade.price()) : PRINTS;
        open[kind]++;
        if (block) {
            levels.add(trade.eventTimeMillis(), trade.price(), trade.size());
        }
    }

    /**
     * Adds a late print to its own second and runs the filter again from there. The quotes of that
     * time are gone, so a late block has no side.
     */
    void correct(Trade trade, long second) {
        long before = second - 1;
        if (!trade.offExchange() || second > newest || before <= newest - SECONDS) {
            return;
        }
        boolean block = isBlock(trade.size());
        counts[place(second) * COUNTS + (block ? AT : PRINTS)]++;
        if (block) {
            levels.add(trade.eventTimeMillis(), trade.price(), trade.size());
        }
        System.arraycopy(chances, at(before), state, 0, state.length);
        for (long again = second; again <= newest; again++) {
            step(place(again));
        }
    }

    private boolean isBlock(double size) {
        return seen >= FEWEST_PRINTS && size >= BLOCK_PRINTS * usualPrint;
    }

    private void learnSize(double size, boolean block) {
        seen++;
        if (!block) {
            double weight = Math.max(USUAL_WEIGHT, 1.0 / seen);
            usualPrint = seen == 1 ? size : usualPrint + weight * (size - usualPrint);
        }
    }

    private int sideOf(double price) {
        double twice = bid > 0 && ask > 0 ? bid + ask : Double.NaN;
        return 2 * price < twice ? BELOW : 2 * price > twice ? ABOVE : AT;
    }

    void close(Moment now) {
        if (!fed) {
            return;
        }
        long second = now.second();
        if (newest == Long.MIN_VALUE || second - newest > SECONDS) {
            Arrays.fill(counts, (short) 0);
            newest = second - 1;
            for (int place = 0; place < SECONDS; place++) {
                System.arraycopy(state, 0, chances, place * state.length, state.length);
            }
        }
        while (newest < second) {
            newest++;
            int place = place(newest);
            Arrays.fill(counts, place * COUNTS, (place + 1) * COUNTS, (short) 0);
            if (newest == second) {
                System.arraycopy(open, 0, counts, place * COUNTS, COUNTS);
                Arrays.fill(open, (short) 0);
            }
            step(place);
            learnShare(place);
        }
        levels.age(now.endMillis());
    }

    private void step(int place) {
        int base = place * COUNTS;
        int blocks = counts[base + BELOW] + counts[base + ABOVE] + counts[base + AT];
        AccumulationFilter.step(
                state,
                state,
                blocks + counts[base + PRINTS],
                counts[base + BELOW],
                counts[base + ABOVE],
                counts[base + AT],
                blockShare());
        System.arraycopy(state, 0, chances, place * state.length, state.length);
    }

    private double blockShare() {
        return Math.max(LEAST_SHARE, Math.min(MOST_SHARE, usualBlocks / usualPrints));
    }

    /** Prints count for the usual share as far as nothing seems hidden. */
    private void learnShare(int place) {
        int base = place * COUNTS;
        int blocks = counts[base + BELOW] + counts[base + ABOVE] + counts[base + AT];
        double weight = state[AccumulationFilter.NONE];
        usualPrints += weight * (blocks + counts[base + PRINTS]);
        usualBlocks += weight * blocks;
        if (usualPrints > MOST_PRINTS) {
            usualBlocks *= MOST_PRINTS / usualPrints;
            usualPrints = MOST_PRINTS;
        }
    }

    private static int place(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }

    private int at(long second) {
        return place(second) * state.length;
    }

    void publish(FeatureVector.Builder out) {
        if (!fed) {
            return;
        }
        publishChances(state, 0, out);
        int largest = levels.largest();
        if (largest >= 0) {
            out.set(Feature.OFF_EXCHANGE_LEVEL, levels.price(largest));
            out.set(Feature.OFF_EXCHANGE_LEVEL_SHARES, levels.shares(largest));
        }
    }

    /** Puts the probabilities as they are now known of an earlier second into a vector. */
    void publishAsOf(long second, FeatureVector.Builder out) {
        if (fed && second <= newest && second > newest - SECONDS) {
            publishChances(chances, at(second), out);
        }
    }

    private static void publishChances(double[] from, int base, FeatureVector.Builder out) {
        double bought = from[base + AccumulationFilter.BOUGHT];
        double sold = from[base + AccumulationFilter.SOLD];
        out.set(Feature.HIDDEN_BUYER_PROBABILITY, Math.min(1, bought));
        out.set(Feature.HIDDEN_SELLER_PROBABILITY, Math.min(1, sold));
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        BinaryState.writeVersion(out, VERSION);
        out.writeBoolean(fed);
        out.writeDouble(bid);
        out.writeDouble(ask);
        if (!fed) {
            return;
        }
        out.writeLong(newest);
        out.writeDouble(usualPrint);
        out.writeLong(seen);
        out.writeDouble(usualPrints);
        out.writeDouble(usualBlocks);
        StateArrays.write(out, state, state.length);
        StateArrays.write(out, chances, chances.length);
        for (short count : counts) {
            out.writeShort(count);
        }
        levels.writeTo(out);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        BinaryState.readVersion(in, VERSION, "off-exchange-tape");
        fed = in.readBoolean();
        bid = in.readDouble();
        ask = in.readDouble();
        if (!fed) {
            return;
        }
        newest = in.readLong();
        usualPrint = in.readDouble();
        seen = in.readLong();
        usualPrints = in.readDouble();
        usualBlocks = in.readDouble();
        StateArrays.readInto(in, state);
        StateArrays.readInto(in, chances);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readShort();
        }
        levels.readFrom(in);
    }
}
