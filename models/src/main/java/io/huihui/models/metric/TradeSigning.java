package io.huihui.models.metric;

import io.huihui.models.event.Aggressor;
import io.huihui.models.quant.NormalDistribution;

/**
 * Rules that say who crossed the spread where the feed does not, and how sure they are.
 *
 * <p>Reference: C. Lee, M. Ready, "Inferring trade direction from intraday data", Journal of
 * Finance, 1991; K. Ellis, R. Michaely, M. O'Hara, "The accuracy of trade classification rules:
 * evidence from Nasdaq", Journal of Financial and Quantitative Analysis, 2000; D. Easley, M. Lopez
 * de Prado, M. O'Hara, "Flow toxicity and liquidity in a high-frequency world", Review of Financial
 * Studies, 2012, eq. 7 (bulk volume).
 */
public final class TradeSigning {

    /** At or beyond a quote the rule is right this often; Ellis et al. table 4, rounded down. */
    private static final double RIGHT_AT_QUOTE = 0.9;

    /** At the mid only the tick test is left; Ellis et al. table 4. */
    private static final double RIGHT_BY_TICK = 0.6;

    private TradeSigning() {}

    /** Returns the side of the mid a price lies on; UNKNOWN at the mid and without two quotes. */
    public static Aggressor quoteRule(double price, double bid, double ask) {
        if (!(bid > 0 && ask > 0)) {
            return Aggressor.UNKNOWN;
        }
        double mid = 0.5 * (bid + ask);
        return price > mid ? Aggressor.BUY : price < mid ? Aggressor.SELL : Aggressor.UNKNOWN;
    }

    /**
     * Returns the side by the quote rule, and at the mid by the tick test.
     *
     * @param tick direction of the last change of price; UNKNOWN before there was one
     */
    public static Aggressor leeReady(double price, double bid, double ask, Aggressor tick) {
        Aggressor side = quoteRule(price, bid, ask);
        return side == Aggressor.UNKNOWN ? tick : side;
    }

    /**
     * Returns the probability that a buyer crossed, 0..1. Between mid and quote it grows in a
     * straight line with the distance from the mid.
     */
    public static double buyProbability(
            double price, double bid, double ask, Aggressor told, Aggressor tick) {
        if (told != Aggressor.UNKNOWN) {
            return told == Aggressor.BUY ? 1 : 0;
        }
        Aggressor side = leeReady(price, bid, ask, tick);
        if (side == Aggressor.UNKNOWN) {
            return 0.5;
        }
        double right = RIGHT_BY_TICK;
        if (bid > 0 && ask > bid) {
            double way = Math.min(1, Math.abs(2 * price - bid - ask) / (ask - bid));
            right += way * (RIGHT_AT_QUOTE - RIGHT_BY_TICK);
        }
        return side == Aggressor.BUY ? right : 1 - right;
    }

    /**
     * Returns the share of a bar's volume that was bought, 0..1, from its change of price alone.
     *
     * @param deviation standard deviation of such changes; not above 0 gives one half
     */
    public static double bulkShareBought(double priceChange, double deviation) {
        return deviation > 0 ? NormalDistribution.cdf(priceChange / deviation) : 0.5;
    }
}
