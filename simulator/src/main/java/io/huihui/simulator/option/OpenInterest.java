package io.huihui.simulator.option;

import io.huihui.simulator.random.Draws;

/**
 * Start-of-day open interest: a mixture over strikes that favours round ones, with a wall of calls
 * above and a wall of puts below the spot.
 */
final class OpenInterest {

    /** Decay of interest away from the money, share of the spot. */
    private static final double SPREAD = 0.08;

    /** Multiples of five units and of ten units draw this much more than others. */
    private static final double ROUND_FACTOR = 2;

    private static final double VERY_ROUND_FACTOR = 4;

    /** Calls above and puts below the money are held more than the reverse. */
    private static final double OUT_OF_MONEY = 1.3;

    private static final double IN_MONEY = 0.7;

    private static final double WALL_FACTOR = 6;

    /** Walls stand between these distances from the spot. */
    private static final double NEAREST_WALL = 0.008;

    private static final double FARTHEST_WALL = 0.035;

    private static final double NOISE = 0.5;

    /**
     * Standard deviation of log calls/puts over sessions: decides whether dealers are long gamma.
     */
    private static final double TILT = 0.5;

    private OpenInterest() {}

    /** Fills the board with weights; {@link Dealers} scales them to contracts. */
    static void plant(OptionBoard board, double spot, Draws draws) {
        double callWall =
                board.nearestStrike(spot * (1 + draws.uniform(NEAREST_WALL, FARTHEST_WALL)));
        double putWall =
                board.nearestStrike(spot * (1 - draws.uniform(NEAREST_WALL, FARTHEST_WALL)));
        double tilt = Math.exp(TILT * draws.gaussian());
        for (int index = 0; index < board.size(); index++) {
            boolean call = OptionBoard.isCall(index);
            double strike = board.strike(index);
            double moneyness = strike / spot - 1;
            double weight = Math.exp(-Math.abs(moneyness) / SPREAD) * roundness(strike, spot);
            weight *= call == moneyness > 0 ? OUT_OF_MONEY : IN_MONEY;
            if (strike == (call ? callWall : putWall)) {
                weight *= WALL_FACTOR;
            }
            weight *= call ? tilt : 1 / tilt;
            board.openInterest[index] = weight * Math.exp(NOISE * draws.gaussian());
        }
    }

    private static double roundness(double strike, double spot) {
        double unit = spot >= 100 ? 1 : 0.5;
        double units = strike / unit;
        if (units % 10 == 0) {
            return VERY_ROUND_FACTOR;
        }
        return units % 5 == 0 ? ROUND_FACTOR : 1;
    }
}
