package io.huihui.simulator.option;

/**
 * Bid and ask of an option around its fair price, rounded outwards to the exchange's ticks, so that
 * the fair price always lies between them and no parity can be traded.
 */
final class Spread {

    /** Half a spread is this share of the price, at most a share of the spot, plus half a cent. */
    private static final double PRICE_SHARE = 0.015;

    private static final double SPOT_SHARE = 0.0006;
    private static final double SMALLEST_HALF = 0.005;

    /** Below this price an option trades in cents, above in steps of five cents. */
    private static final double CENT_LIMIT = 3;

    private Spread() {}

    /** Returns the bid, 0 where nobody bids. */
    static double bid(double fair, double spot, double wideness) {
        double target = fair - half(fair, spot, wideness);
        int cents = cents(fair);
        return target <= 0 ? 0 : cents * Math.floor(target * 100 / cents) / 100;
    }

    /** Returns the ask, at least a tick. */
    static double ask(double fair, double spot, double wideness) {
        double target = fair + half(fair, spot, wideness);
        int cents = cents(fair);
        return cents * Math.max(1, Math.ceil(target * 100 / cents)) / 100;
    }

    private static double half(double fair, double spot, double wideness) {
        return SMALLEST_HALF + wideness * Math.min(PRICE_SHARE * fair, SPOT_SHARE * spot);
    }

    private static int cents(double fair) {
        return fair < CENT_LIMIT ? 1 : 5;
    }
}
