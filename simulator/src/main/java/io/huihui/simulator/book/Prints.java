package io.huihui.simulator.book;

import io.huihui.models.event.Aggressor;
import io.huihui.models.event.Trade;
import io.huihui.simulator.Feed;
import io.huihui.simulator.price.Window;
import io.huihui.simulator.random.Draws;

/**
 * The tape of one symbol: lit prints at the quotes, off-exchange prints between them, blocks, and
 * the hidden accumulations.
 */
public final class Prints {

    /** Code of a trade reporting facility. */
    static final String OFF_EXCHANGE = "D";

    /** Sold, reported late: the sale condition of a print out of sequence. */
    static final String LATE_CONDITION = "Z";

    private static final String[] LIT_VENUES = {"P", "Q", "N", "Z", "K", "J", "V"};

    /** Off-exchange share of prints, drawn per session within these (domain.md: 35 to 45 %). */
    private static final double LOWEST_OFF_SHARE = 0.37;

    private static final double HIGHEST_OFF_SHARE = 0.43;

    /** Share of off-exchange prints that are blocks: usually, and in an accumulation. */
    private static final double USUAL_BLOCK_SHARE = 0.01;

    private static final double ACCUMULATION_BLOCK_SHARE = 0.12;

    /** A block is this many usual prints. */
    private static final double SMALLEST_BLOCK = 20;

    private static final double LARGEST_BLOCK = 60;

    /** Blocks of an accumulation cluster on multiples of this price. */
    private static final double CLUSTER = 0.05;

    /** Share of prints with a round hundred of shares; the rest are odd lots. */
    private static final double ROUND_LOT_SHARE = 0.5;

    private final String symbol;
    private final double meanShares;
    private final double offShare;
    private final Draws draws;
    private int lastSign = 1;
    private double dayShares;
    private double dayNotional;

    public Prints(String symbol, double meanShares, Draws draws) {
        this.symbol = symbol;
        this.meanShares = meanShares;
        this.draws = draws;
        this.offShare = draws.uniform(LOWEST_OFF_SHARE, HIGHEST_OFF_SHARE);
    }

    /**
     * Prints one trade.
     *
     * @param persistence probability that the side is that of the print before
     * @param pressure -1..1; above 0 buyers come more often
     * @param accumulation the hidden accumulation that is on, or null
     */
    public void print(
            Book book, Feed feed, double persistence, double pressure, Window accumulation) {
        int sign = draws.chance(persistence) ? lastSign : -lastSign;
        if (draws.chance(Math.abs(pressure))) {
            sign = pressure > 0 ? 1 : -1;
        }
        if (draws.chance(offShare)) {
            offExchange(book, feed, sign, accumulation);
        } else {
            lit(book, feed, sign, size());
        }
    }

    /** Prints a lit trade of an aggressive order; it does not move the memory of sides. */
    public void lit(Book book, Feed feed, int sign, double shares) {
        lastSign = sign;
        double price = sign > 0 ? book.ask() : book.bid();
        book.take(sign, shares);
        count(price, shares);
        feed.event(
                new Trade(
                        symbol,
                        feed.nextTimeMillis(),
                        Feed.SOURCE,
                        feed.nextSequence(),
                        price,
                        shares,
                        sign > 0 ? Aggressor.BUY : Aggressor.SELL,
                        LIT_VENUES[draws.below(LIT_VENUES.length)],
                        false,
                        ""));
    }

    private void offExchange(Book book, Feed feed, int sign, Window accumulation) {
        double blockShare = accumulation == null ? USUAL_BLOCK_SHARE : ACCUMULATION_BLOCK_SHARE;
        boolean block = draws.chance(blockShare);
        double mid = 0.5 * (book.bid() + book.ask());
        double price;
        double shares;
        if (block) {
            shares =
                    Math.rint(meanShares * draws.uniform(SMALLEST_BLOCK, LARGEST_BLOCK) / 100)
                            * 100;
            // The buyer of an accumulation waits at the lower, the seller at the higher cluster.
            double toCluster = mid / CLUSTER;
            double steps =
                    accumulation == null
                            ? Math.rint(toCluster)
                            : accumulation.direction() > 0
                                    ? Math.floor(toCluster)
                                    : Math.ceil(toCluster);
            price = Math.max(CLUSTER, Math.rint(steps * CLUSTER * 100) / 100);
        } else {
            shares = size();
            // Between mid and the quote, in tenths of a cent: price improvement.
            double quote = sign > 0 ? book.ask() : book.bid();
            price = Math.rint((mid + draws.uniform() * (quote - mid)) * 1_000) / 1_000;
        }
        count(price, shares);
        boolean late = draws.chance(feed.latePrintShare());
        long delay = late ? 1 + draws.below(feed.longestDelayMillis()) : 0;
        Trade trade =
                new Trade(
                        symbol,
                        feed.nextTimeMillis(),
                        Feed.SOURCE,
                        feed.nextSequence(),
                        price,
                        shares,
                        Aggressor.UNKNOWN,
                        OFF_EXCHANGE,
                        true,
                        late ? LATE_CONDITION : "");
        if (late) {
            feed.late(trade, delay);
        } else {
            feed.event(trade);
        }
    }

    private void count(double price, double shares) {
        dayShares += shares;
        dayNotional += price * shares;
    }

    /** Shares printed today. */
    double dayShares() {
        return dayShares;
    }

    /** Returns the volume-weighted average price of the day, null before the first print. */
    Double vwap() {
        return dayShares > 0 ? Double.valueOf(dayNotional / dayShares) : null;
    }

    private double size() {
        double shares = draws.exponential(meanShares);
        return draws.chance(ROUND_LOT_SHARE)
                ? 100 * Math.max(1, Math.rint(shares / 100))
                : Math.max(1, Math.rint(shares));
    }
}
