package io.huihui.models.quant;

/**
 * The volatility at which Black's formula gives a stated price, or the reason why there is none.
 * Never throws and never answers NaN without a reason.
 *
 * @param volAnnual 1.00 = 100 %; NaN unless the status is OK
 */
public record ImpliedVolatility(double volAnnual, Status status) {

    /** Why there is, or is not, a volatility. */
    public enum Status {
        /** Determined: one unit in the last place of the price moves it by at most 1e-10. */
        OK,
        /** The price is below the discounted intrinsic value, or is 0. */
        BELOW_INTRINSIC,
        /** The price is not below what it is worth at infinite volatility. */
        ABOVE_BOUND,
        /** The price, as a double, does not determine the volatility to 1e-10. */
        VEGA_TOO_SMALL,
        /** A number is missing, not finite, or outside its range, or no time is left. */
        INVALID;

        private static final Status[] BY_CODE = values();

        /** Returns the code the array form writes. */
        public byte code() {
            return (byte) ordinal();
        }

        /** Returns the status of a code the array form wrote. */
        public static Status ofCode(byte code) {
            return BY_CODE[code];
        }
    }

    /** The accuracy that OK promises. */
    static final double ACCURACY = 1e-10;

    /**
     * Halves of a unit in the last place by which price and intrinsic value may be off: one each
     * for price, discount factor and their quotient, the rest for the formula that gave the price.
     * With 2 one in 100,000 random options was told to 2e-10 only, with 4 one in 20 million to
     * 1.06e-10.
     */
    private static final double ROUNDING_UNITS = 6.0;

    /** Prices near the smallest double move in whole steps of it, whatever their size. */
    private static final double SMALLEST_STEPS = 8;

    private static final double MACHINE_UNIT = 0x1p-53;

    /** A guess from two neighbours stays within this factor of the nearer one. */
    static final double GUESS_FACTOR = 1.25;

    static final int NONE = -1;

    /** Codes as compile-time constants for loops. */
    static final byte OK_CODE = 0;

    /**
     * Returns the implied volatility.
     *
     * @param price today's price of the option, currency per share
     * @param forward forward of the underlying to the expiry, currency per share
     * @param discountFactor today's value of 1 paid at expiry
     */
    public static ImpliedVolatility of(
            double price,
            double forward,
            double strike,
            double timeToExpiryYears,
            double discountFactor,
            boolean isCall) {
        double vol =
                solve(
                        price,
                        forward,
                        strike,
                        timeToExpiryYears,
                        discountFactor,
                        isCall,
                        new LineSolver(),
                        Double.NaN);
        Status status = vol > 0 ? Status.OK : Status.ofCode((byte) Math.round(-vol));
        return new ImpliedVolatility(vol > 0 ? vol : Double.NaN, status);
    }

    /**
     * Writes the implied volatilities (NaN where there is none) and the status codes of the first
     * {@code count} options. Fastest when options of one expiry stand together in order of strike:
     * searches start from a neighbour's answer, which changes their length and not their result
     * (beyond rounding). Allocates less than 2 kB a call, whatever the count.
     *
     * @param volAnnual written, at least {@code count} long
     * @param status written, see {@link Status#ofCode}
     */
    public static void ofAll(
            int count,
            double[] price,
            double[] forward,
            double[] strike,
            double[] timeToExpiryYears,
            double[] discountFactor,
            boolean[] isCall,
            double[] volAnnual,
            byte[] status) {
        new VolatilityLanes(
                        price,
                        forward,
                        strike,
                        timeToExpiryYears,
                        discountFactor,
                        isCall,
                        volAnnual,
                        status)
                .solve(count);
    }

    /** Straight line through the two answers before, kept near the nearer. */
    static double guess(double[] vol, double[] strike, int at, int near, int far) {
        if (far == NONE || strike[near] == strike[far]) {
            return vol[near];
        }
        double part = (strike[at] - strike[near]) / (strike[near] - strike[far]);
        double straight = vol[near] + part * (vol[near] - vol[far]);
        double lowest = vol[near] * (1 / GUESS_FACTOR);
        double highest = vol[near] * GUESS_FACTOR;
        return straight < lowest ? lowest : straight < highest ? straight : highest;
    }

    /** Returns the volatility, or minus the status code. */
    static double solve(
            double price,
            double forward,
            double strike,
            double years,
            double discountFactor,
            boolean isCall,
            LineSolver solver,
            double guessVol) {
        boolean valid =
                finiteAboveZero(forward)
                        && finiteAboveZero(strike)
                        && finiteAboveZero(years)
                        && finiteAboveZero(discountFactor)
                        && price >= 0
                        && price < Double.POSITIVE_INFINITY;
        if (!valid) {
            return -Status.INVALID.code();
        }
        double undiscounted = price / discountFactor;
        double intrinsic = Math.max(isCall ? forward - strike : strike - forward, 0);
        double rounding = rounding(undiscounted, intrinsic);
        double timeValue = undiscounted - intrinsic;
        if (price == 0 || timeValue < -rounding) {
            return -Status.BELOW_INTRINSIC.code();
        }
        if (undiscounted >= (isCall ? forward : strike)) {
            return -Status.ABOVE_BOUND.code();
        }
        if (timeValue <= rounding && intrinsic > 0) {
            return -Status.VEGA_TOO_SMALL.code();
        }
        return determined(timeValue, rounding, forward, strike, Math.sqrt(years), solver, guessVol);
    }

    private static double determined(
            double timeValue,
            double rounding,
            double forward,
            double strike,
            double rootYears,
            LineSolver solver,
            double guessVol) {
        double scale = Math.sqrt(forward) * Math.sqrt(strike);
        double x = -Math.abs(Math.log(forward / strike));
        double target = timeValue / scale;
        double bound = Math.min(forward, strike) / scale;
        if (!(target < bound)) {
            return -Status.ABOVE_BOUND.code();
        }
        return searched(
                target, x, bound, blur(rounding / scale), rootYears, solver, guessVol * rootYears);
    }

    /** Returns the volatility of a normalised price, or minus the status code. */
    static double searched(
            double target,
            double x,
            double bound,
            double blur,
            double rootYears,
            LineSolver solver,
            double guess) {
        solver.solveWithoutRatios(target, x, bound, guess);
        double s = solver.totalVol();
        boolean told = s > 0 && blur / (solver.slope() * rootYears) <= ACCURACY;
        return told ? s / rootYears : -Status.VEGA_TOO_SMALL.code();
    }

    /** How far the undiscounted time value may be off after arithmetic, currency per share. */
    static double rounding(double undiscounted, double intrinsic) {
        return ROUNDING_UNITS * MACHINE_UNIT * (undiscounted + intrinsic);
    }

    /** How far the normalised price may be off, given what arithmetic did to it. */
    static double blur(double normalisedRounding) {
        return normalisedRounding + SMALLEST_STEPS * Double.MIN_VALUE;
    }

    private static boolean finiteAboveZero(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }
}
