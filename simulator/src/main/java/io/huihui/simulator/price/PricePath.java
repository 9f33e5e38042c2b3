package io.huihui.simulator.price;

import io.huihui.simulator.Clock;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.StateChain;
import io.huihui.simulator.random.Draws;

/**
 * The efficient log price of one symbol. Log-Euler in steps of 100 ms: drift of the state, pull to
 * an anchor where the state ranges or pins, a common and an own shock, jumps in STRESS, and what
 * others push on top ({@link #push}).
 */
public final class PricePath {

    /**
     * Drift of a trend in standard deviations of a minute per minute. Over 30 minutes it makes 4.5
     * against a noise of 5.5: a trend shows, but not at once.
     */
    private static final double TREND_PER_MINUTE = 0.15;

    private static final double RANGE_HALF_LIFE_MINUTES = 10;
    private static final double PIN_HALF_LIFE_MINUTES = 4;

    /** Jumps per hour in STRESS (domain.md section 9). */
    private static final double JUMPS_PER_HOUR = 3;

    /** Standard deviation of a jump, log return. */
    private static final double JUMP_SIZE = 0.004;

    private static final double STEPS_PER_HOUR = 3_600.0 * Clock.STEPS_PER_TICK;
    private static final double STEPS_PER_MINUTE = 60.0 * Clock.STEPS_PER_TICK;
    private static final double SQRT_STEPS_PER_YEAR =
            Math.sqrt(Clock.SECONDS_PER_YEAR * Clock.STEPS_PER_TICK);

    private final Draws draws;
    private double logPrice;
    private double anchor;

    public PricePath(double price, Draws draws) {
        this.draws = draws;
        this.logPrice = Math.log(price);
        this.anchor = logPrice;
    }

    /** Moves by one step and returns the log return. */
    public double step(StateChain chain, double volAnnual, double correlation, double marketShock) {
        MarketState state = chain.state();
        double stepVol = volAnnual / SQRT_STEPS_PER_YEAR;
        double own = Math.sqrt(1 - correlation * correlation);
        double change = stepVol * (correlation * marketShock + own * draws.gaussian());
        if (state.trending()) {
            change += trendPerStep(stepVol, chain.direction());
        } else {
            change += (anchor - logPrice) * pullPerStep(state);
        }
        if (state == MarketState.STRESS && draws.chance(JUMPS_PER_HOUR / STEPS_PER_HOUR)) {
            double jump = JUMP_SIZE * draws.gaussian();
            anchor += jump;
            change += jump;
        }
        logPrice += change;
        return change;
    }

    /** Adds a lasting log return: impact, news, planned drift. The anchor moves along. */
    public void push(double logReturn) {
        logPrice += logReturn;
        anchor += logReturn;
    }

    /** Adds a log return that a ranging state pulls back: hedging of dealers. */
    public void nudge(double logReturn) {
        logPrice += logReturn;
    }

    /** Sets what a ranging or pinning state pulls to. */
    public void anchorAt(double price) {
        anchor = Math.log(price);
    }

    public void anchorHere() {
        anchor = logPrice;
    }

    public double price() {
        return Math.exp(logPrice);
    }

    /** Returns the log return that state and anchor alone lead to expect over a time. */
    public double expectedReturn(StateChain chain, double volAnnual, double minutes) {
        if (chain.state().trending()) {
            double minuteVol = volAnnual / Math.sqrt(Clock.SECONDS_PER_YEAR / 60);
            return chain.direction() * TREND_PER_MINUTE * minuteVol * minutes;
        }
        double pull = pullPerStep(chain.state()) * STEPS_PER_MINUTE;
        return (anchor - logPrice) * (1 - Math.exp(-pull * minutes));
    }

    private static double trendPerStep(double stepVol, int direction) {
        // A minute's deviation is sqrt(steps) times a step's; its share per step is one in steps.
        return direction * TREND_PER_MINUTE * stepVol / Math.sqrt(STEPS_PER_MINUTE);
    }

    private static double pullPerStep(MarketState state) {
        double halfLife =
                state == MarketState.PIN ? PIN_HALF_LIFE_MINUTES : RANGE_HALF_LIFE_MINUTES;
        return Math.log(2) / (halfLife * STEPS_PER_MINUTE);
    }
}
