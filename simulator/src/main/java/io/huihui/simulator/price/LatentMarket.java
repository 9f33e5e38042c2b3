package io.huihui.simulator.price;

import io.huihui.simulator.Clock;
import io.huihui.simulator.Plants;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.MicroChain;
import io.huihui.simulator.chain.StateChain;
import io.huihui.simulator.chain.SwitchCause;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.Accumulation;
import io.huihui.simulator.truth.CorrelationBreak;
import io.huihui.simulator.truth.InformedEpisode;
import io.huihui.simulator.truth.MicroSwitch;
import io.huihui.simulator.truth.StateSwitch;
import io.huihui.simulator.truth.TruthSink;

/**
 * What nobody sees of one symbol and session: states, planned episodes and the efficient price they
 * make.
 */
public final class LatentMarket {

    /** An informed customer knows 5 to 15 minutes ahead (domain.md section 9). */
    private static final long SHORTEST_INFORMED = 5 * Clock.MINUTE_MILLIS;

    private static final long LONGEST_INFORMED = 15 * Clock.MINUTE_MILLIS;

    /** Informed drift in standard deviations of its own window: from, and up to this much more. */
    private static final double WEAKEST_INFORMED = 0.8;

    private static final double INFORMED_SPREAD = 0.8;

    private static final long SHORTEST_ACCUMULATION = 15 * Clock.MINUTE_MILLIS;
    private static final long LONGEST_ACCUMULATION = 35 * Clock.MINUTE_MILLIS;

    /** How long the price takes to find out about an accumulation. */
    private static final long REVELATION = 15 * Clock.MINUTE_MILLIS;

    private static final double WEAKEST_REVELATION = 0.6;
    private static final double REVELATION_SPREAD = 0.6;

    private static final long SHORTEST_BREAK = 15 * Clock.MINUTE_MILLIS;
    private static final long LONGEST_BREAK = 40 * Clock.MINUTE_MILLIS;

    /** Correlation with the market while a symbol has left it. */
    private static final double BROKEN_CORRELATION = -0.2;

    private final String symbol;
    private final long openMillis;
    private final long closeMillis;
    private final double usualCorrelation;
    private final TruthSink truth;
    private final StateChain chain;
    private final MicroChain micro;
    private final PricePath path;
    private final Windows informed;
    private final Windows accumulations;
    private final Windows breaks;
    private final PlannedDrift drift = new PlannedDrift();
    private double season = 1;
    private double elapsed;

    public LatentMarket(
            String symbol,
            long seed,
            long day,
            long openMillis,
            long closeMillis,
            double openPrice,
            double usualCorrelation,
            Plants plants,
            TruthSink truth) {
        this.symbol = symbol;
        this.openMillis = openMillis;
        this.closeMillis = closeMillis;
        this.usualCorrelation = usualCorrelation;
        this.truth = truth;
        chain =
                new StateChain(
                        symbol,
                        openMillis,
                        closeMillis,
                        plants.precursorShare(),
                        Draws.of(seed, Stream.CHAIN, symbol, day));
        micro =
                new MicroChain(
                        symbol,
                        openMillis,
                        plants.microStates(),
                        Draws.of(seed, Stream.MICRO_CHAIN, symbol, day));
        path = new PricePath(openPrice, Draws.of(seed, Stream.PRICE, symbol, day));
        // One stream each, so that the number of one kind does not move the others.
        Draws plans = Draws.of(seed, Stream.PLANS, symbol, day);
        informed =
                plan(plans.split(), plants.informedEpisodes(), SHORTEST_INFORMED, LONGEST_INFORMED);
        accumulations =
                plan(
                        plans.split(),
                        plants.accumulations(),
                        SHORTEST_ACCUMULATION,
                        LONGEST_ACCUMULATION);
        breaks = plan(plans.split(), plants.correlationBreaks(), SHORTEST_BREAK, LONGEST_BREAK);
        truth.truth(chain.open());
    }

    private Windows plan(Draws draws, double meanCount, long shortest, long longest) {
        return Windows.plan(draws, meanCount, shortest, longest, openMillis, closeMillis);
    }

    /** Starts a second: lets states switch and episodes begin. */
    public void tick(long nowMillis) {
        elapsed = (nowMillis - openMillis) / (double) (closeMillis - openMillis);
        season = Seasonality.volatility(elapsed);
        drift.forget(nowMillis);
        StateSwitch planned = chain.advance(nowMillis);
        if (planned != null) {
            entered(planned);
        }
        MicroSwitch changed = micro.advance(nowMillis);
        if (changed != null) {
            truth.truth(changed);
        }
        startInformed(informed.starting(nowMillis));
        startAccumulation(accumulations.starting(nowMillis));
        startBreak(breaks.starting(nowMillis));
    }

    /** Moves the price by one step of 100 ms. */
    public void step(long nowMillis, double marketShock) {
        path.step(chain, volAnnual(), correlation(), marketShock);
        path.push(drift.between(nowMillis, nowMillis + Clock.STEP_MILLIS));
    }

    /** Enters a state outside the plan. */
    public void force(long nowMillis, MarketState target, int direction, SwitchCause cause) {
        entered(chain.force(nowMillis, target, direction, cause));
    }

    private void entered(StateSwitch change) {
        path.anchorHere();
        truth.truth(change);
    }

    private void startInformed(Window window) {
        if (window != null) {
            double sigmas = WEAKEST_INFORMED + INFORMED_SPREAD * window.strength();
            double total = window.direction() * sigmas * deviation(window.lengthMillis());
            drift.add(window.startMillis(), window.endMillis(), total);
            truth.truth(
                    new InformedEpisode(
                            symbol,
                            window.startMillis(),
                            window.endMillis(),
                            window.direction(),
                            total));
        }
    }

    private void startAccumulation(Window window) {
        if (window != null) {
            double sigmas = WEAKEST_REVELATION + REVELATION_SPREAD * window.strength();
            double total = window.direction() * sigmas * deviation(REVELATION);
            drift.add(window.endMillis(), window.endMillis() + REVELATION, total);
            truth.truth(
                    new Accumulation(
                            symbol,
                            window.startMillis(),
                            window.endMillis(),
                            window.direction(),
                            total));
        }
    }

    private void startBreak(Window window) {
        if (window != null) {
            truth.truth(
                    new CorrelationBreak(
                            symbol,
                            window.startMillis(),
                            window.endMillis(),
                            usualCorrelation,
                            BROKEN_CORRELATION));
        }
    }

    /** Returns the standard deviation of the log return over a time at the present volatility. */
    public double deviation(long millis) {
        return volAnnual() * Math.sqrt(millis / 1_000.0 / Clock.SECONDS_PER_YEAR);
    }

    /** Volatility of the efficient price now, season and micro-state included. */
    public double volAnnual() {
        return chain.state().volAnnual() * season * micro.state().volFactor();
    }

    private double correlation() {
        return breaks.active() == null ? usualCorrelation : BROKEN_CORRELATION;
    }

    public String symbol() {
        return symbol;
    }

    public StateChain chain() {
        return chain;
    }

    public MicroChain micro() {
        return micro;
    }

    public PricePath path() {
        return path;
    }

    public double price() {
        return path.price();
    }

    public PlannedDrift drift() {
        return drift;
    }

    /** Returns the informed episode that is on, or null. */
    public Window informed() {
        return informed.active();
    }

    /** Returns the hidden accumulation that is on, or null. */
    public Window accumulation() {
        return accumulations.active();
    }

    /** Share of the session elapsed, 0..1. */
    public double elapsed() {
        return elapsed;
    }

    public long openMillis() {
        return openMillis;
    }

    public long closeMillis() {
        return closeMillis;
    }
}
