package io.huihui.simulator.option;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.simulator.Clock;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.Precursor;
import io.huihui.simulator.chain.StateChain;
import io.huihui.simulator.random.Draws;

/**
 * The implied surface: one SVI smile per expiry, in the form that has neither butterfly nor
 * calendar arbitrage. The short end follows realised volatility plus the state's premium, the smile
 * tilts with the state, and precursors bend both ahead of a switch.
 *
 * <p>Reference: Gatheral, Jacquier, "Arbitrage-free SVI volatility surfaces", Quantitative Finance,
 * 2014, theorem 4.2 and equation 4.1: no butterfly arbitrage for eta (1 + |rho|) &lt;= 2.
 */
final class VolSurface {

    /** Curvature; with rho above -0.95 the condition of the paper holds. */
    private static final double ETA = 1.0;

    private static final double STEEPEST_CORRELATION = -0.95;
    private static final double FLATTEST_CORRELATION = -0.05;

    /** Speed per year at which the term structure runs from short to long variance. */
    private static final double TERM_SPEED = 30;

    /** No smile is computed closer to expiry: one minute. */
    private static final double SHORTEST_YEARS = 1.0 / (365 * 24 * 60);

    /** Weight per second of a half-life of 10, 3 and 180 minutes. */
    private static final double REALISED_WEIGHT = perSecond(10);

    private static final double LEVEL_WEIGHT = perSecond(3);
    private static final double LONG_WEIGHT = perSecond(180);

    /** Volatility of the short level, share of itself per square root of a second: 5 % a day. */
    private static final double LEVEL_NOISE = 0.05 / Math.sqrt(Clock.SECONDS_PER_SESSION);

    private static final double TILT_NOISE = 0.0008;

    /** A fall of 1 % lifts the short level by this many vol points over a percent: leverage. */
    private static final double LEVERAGE = 0.6;

    /** Long level = floor + share of the short level. */
    private static final double LONG_FLOOR = 0.12;

    private static final double LONG_SHARE = 0.4;

    private static final double LOWEST_LEVEL = 0.03;
    private static final double HIGHEST_LEVEL = 2.0;

    /** A precursor goes this share of the way, but at least the visible steps below. */
    private static final double PRECURSOR_SHARE = 0.8;

    private static final double VISIBLE_VOL_STEP = 0.06;
    private static final double VISIBLE_TILT_STEP = 0.20;

    private final OptionBoard board;
    private final Draws draws;
    private final double[] totalVariance;
    private final double[] years;
    private double realised;
    private double level;
    private double longLevel;
    private double correlation;

    VolSurface(OptionBoard board, MarketState first, Draws draws) {
        this.board = board;
        this.draws = draws;
        this.totalVariance = new double[board.expiries()];
        this.years = new double[board.expiries()];
        realised = first.volAnnual();
        level = realised + first.volPremium();
        longLevel = LONG_FLOOR + LONG_SHARE * level;
        correlation = first.smileCorrelation();
    }

    private static double perSecond(double halfLifeMinutes) {
        return 1 - Math.pow(0.5, 1 / (60 * halfLifeMinutes));
    }

    /**
     * Moves by one second.
     *
     * @param logReturn of the price over the last second
     * @param season volatility factor of the time of day, taken out of the realised volatility
     */
    void tick(long nowMillis, StateChain chain, double logReturn, double season) {
        double instant = logReturn / season;
        double variance = instant * instant * Clock.SECONDS_PER_YEAR;
        realised += REALISED_WEIGHT * (variance / (2 * realised) - realised / 2);
        realised = clamp(realised, LOWEST_LEVEL, HIGHEST_LEVEL);
        double target = realised + chain.state().volPremium() + volStep(chain, nowMillis);
        level += LEVEL_WEIGHT * (target - level);
        level += level * LEVEL_NOISE * draws.gaussian() - LEVERAGE * logReturn;
        level = clamp(level, LOWEST_LEVEL, HIGHEST_LEVEL);
        longLevel += LONG_WEIGHT * (LONG_FLOOR + LONG_SHARE * level - longLevel);
        double tilt = chain.state().smileCorrelation() + tiltStep(chain, nowMillis);
        correlation += LEVEL_WEIGHT * (tilt - correlation) + TILT_NOISE * draws.gaussian();
        correlation = clamp(correlation, STEEPEST_CORRELATION, FLATTEST_CORRELATION);
        refresh(nowMillis);
    }

    /** Computes the smiles as of a time. */
    void refresh(long nowMillis) {
        double shortVariance = level * level;
        double longVariance = longLevel * longLevel;
        for (int expiry = 0; expiry < years.length; expiry++) {
            double time =
                    Math.max(
                            SHORTEST_YEARS,
                            TradingCalendar.yearsToExpiry(nowMillis, board.expiryMillis(expiry)));
            double decay = (1 - Math.exp(-TERM_SPEED * time)) / TERM_SPEED;
            years[expiry] = time;
            totalVariance[expiry] = longVariance * time + (shortVariance - longVariance) * decay;
        }
    }

    /** Returns the implied volatility of an expiry at log moneyness ln(strike / forward). */
    double volAnnual(int expiry, double logMoneyness) {
        double theta = totalVariance[expiry];
        double phi = ETA / Math.sqrt(theta * (1 + theta));
        double x = phi * logMoneyness;
        double root =
                Math.sqrt((x + correlation) * (x + correlation) + 1 - correlation * correlation);
        return Math.sqrt(theta / 2 * (1 + correlation * x + root) / years[expiry]);
    }

    /** Time to expiry as of the last refresh, years of 365 days, at least a minute. */
    double years(int expiry) {
        return years[expiry];
    }

    /** Volatility at the shortest end, 1.00 = 100 %. */
    double level() {
        return level;
    }

    private static double volStep(StateChain chain, long nowMillis) {
        double strength = chain.precursorStrength(Precursor.TERM_SLOPE, nowMillis);
        return strength == 0
                ? 0
                : strength
                        * visible(
                                chain.next().volAnnual() - chain.state().volAnnual(),
                                VISIBLE_VOL_STEP);
    }

    private static double tiltStep(StateChain chain, long nowMillis) {
        double strength = chain.precursorStrength(Precursor.SKEW, nowMillis);
        return strength == 0
                ? 0
                : strength
                        * visible(
                                chain.next().smileCorrelation() - chain.state().smileCorrelation(),
                                -VISIBLE_TILT_STEP);
    }

    /**
     * Returns a share of the change, or the smallest visible step where there is hardly a change.
     */
    private static double visible(double change, double smallest) {
        double planned = PRECURSOR_SHARE * change;
        if (Math.abs(planned) >= Math.abs(smallest)) {
            return planned;
        }
        return change == 0 ? smallest : Math.copySign(smallest, change);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
