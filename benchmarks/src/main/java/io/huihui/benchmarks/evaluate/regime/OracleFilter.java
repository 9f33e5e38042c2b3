package io.huihui.benchmarks.evaluate.regime;

import io.huihui.models.calendar.TradingCalendar;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.expert.regime.forecast.ConditionHolder;
import io.huihui.simulator.Clock;
import io.huihui.simulator.SimulationConfig;
import io.huihui.simulator.chain.MarketState;
import io.huihui.simulator.chain.StateChain;
import io.huihui.simulator.price.Seasonality;
import io.huihui.simulator.random.Draws;
import io.huihui.simulator.random.Stream;
import io.huihui.simulator.truth.StateSwitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How soon anyone could see a switch that nothing announces: a filter that knows every parameter of
 * the simulator and sees what no feed shows. Of each second it is given the ten price steps without
 * rounding, their micro-state and time of day taken out; the steps of surface level and tilt
 * without quotes around them; the numbers of trades, their sides and the option trades, the
 * followers of a trend at their full rate from its first second. Whatever it cannot see, no model
 * can.
 */
final class OracleFilter {

    /** What the simulator plants; see its documentation. */
    private static final double TREND_PER_MINUTE = 0.15;

    private static final double LEVEL_WEIGHT = 1 - Math.pow(0.5, 1.0 / 180);
    private static final double LEVEL_NOISE = 0.05 / Math.sqrt(Clock.SECONDS_PER_SESSION);
    private static final double TILT_NOISE = 0.0008;
    private static final double TRADES = 3;
    private static final double OPTION_TRADES = 1.5;
    private static final double FOLLOWERS = 2;
    private static final double SIDE = 0.06;
    private static final double PRECISE_STEPS = Clock.STEPS_PER_TICK;

    /** Mean stays pass in as many stages as the stays' relative variance tells. */
    private static final int STAGES = 4;

    /** A state and the direction of its trend, +1, -1, or 0 without one. */
    private record Mode(MarketState state, int direction) {}

    private static final List<Mode> MODES = modes();

    private final double[][] posterior = new double[MODES.size()][STAGES];
    private final double[] log = new double[MODES.size()];

    private OracleFilter() {
        for (double[] row : posterior) {
            row[0] = 1.0 / MODES.size();
        }
    }

    private static List<Mode> modes() {
        List<Mode> modes = new ArrayList<>();
        for (MarketState state : MarketState.values()) {
            if (state.trending()) {
                modes.add(new Mode(state, 1));
                modes.add(new Mode(state, -1));
            } else {
                modes.add(new Mode(state, 0));
            }
        }
        return modes;
    }

    /**
     * Adds what the filter sees of one session at each threshold to the scores, at once and late.
     */
    static void run(long seed, double[] thresholds, SwitchScore[] atOnce, SwitchScore[] late) {
        long day = SimulationConfig.DEFAULT_FIRST_SESSION;
        long open = TradingCalendar.newYork().openMillis(day);
        long close = TradingCalendar.newYork().closeMillis(day);
        StateChain chain =
                new StateChain("SPY", open, close, 0, Draws.of(seed, Stream.CHAIN, "SPY", day));
        Draws noise = Draws.of(seed, Stream.PRICE, "SPY", day);
        chain.open();
        OracleFilter filter = new OracleFilter();
        ConditionHolder[] holders = new ConditionHolder[thresholds.length];
        List<List<Watched.Flip>> flips = new ArrayList<>();
        for (int i = 0; i < holders.length; i++) {
            holders[i] = new ConditionHolder(thresholds[i], 0);
            flips.add(new ArrayList<>());
        }
        List<StateSwitch> switches = new ArrayList<>();
        for (long now = open; now < close; now += Clock.TICK_MILLIS) {
            StateSwitch change = chain.advance(now);
            if (change != null) {
                switches.add(change);
            }
            filter.second(chain, (now - open) / (double) (close - open), noise);
            double[] states = filter.states();
            int best = best(states);
            long end = now + Clock.TICK_MILLIS;
            for (int i = 0; i < holders.length; i++) {
                boolean first = holders[i].held() == MarketCondition.UNCLEAR_OR_TRANSITIONING;
                if (holders[i].observe(best, states[best], end) && !first) {
                    flips.get(i).add(new Watched.Flip(end, best));
                }
            }
        }
        double hours = (close - open) / 3_600_000.0;
        for (int i = 0; i < holders.length; i++) {
            atOnce[i].add(flips.get(i), switches, SwitchScore.AT_ONCE_MILLIS, hours);
            late[i].add(flips.get(i), switches, SwitchScore.LATE_MILLIS, hours);
        }
    }

    private static int best(double[] states) {
        int best = 0;
        for (int i = 1; i < states.length; i++) {
            best = states[i] > states[best] ? i : best;
        }
        return best;
    }

    private double[] states() {
        double[] states = new double[MarketState.values().length];
        for (int i = 0; i < posterior.length; i++) {
            states[MODES.get(i).state().ordinal()] += Arrays.stream(posterior[i]).sum();
        }
        return states;
    }

    private void second(StateChain chain, double elapsed, Draws noise) {
        MarketState state = chain.state();
        int direction = state.trending() ? chain.direction() : 0;
        double activity = Seasonality.activity(elapsed);
        // Squares and sum of ten unit steps give the price's share of the evidence.
        double sum = 0;
        double squares = 0;
        double drift = direction * TREND_PER_MINUTE / Math.sqrt(60) / Math.sqrt(PRECISE_STEPS);
        for (int step = 0; step < PRECISE_STEPS; step++) {
            double change =
                    state.volAnnual() * (drift / Math.sqrt(PRECISE_STEPS) + noise.gaussian());
            sum += change;
            squares += change * change;
        }
        double level = state.volAnnual() + state.volPremium();
        double levelStep =
                LEVEL_WEIGHT * state.volPremium() + level * LEVEL_NOISE * noise.gaussian();
        double tiltStep = LEVEL_WEIGHT * state.smileCorrelation() + TILT_NOISE * noise.gaussian();
        int trades = noise.poisson(TRADES * activity * state.activity());
        int buys = 0;
        for (int i = 0; i < trades; i++) {
            buys += noise.chance(0.5 + SIDE * direction) ? 1 : 0;
        }
        int options = noise.poisson(OPTION_TRADES * activity * (state.trending() ? FOLLOWERS : 1));
        for (int i = 0; i < log.length; i++) {
            Mode mode = MODES.get(i);
            double sd = mode.state().volAnnual();
            double mean = sd * mode.direction() * TREND_PER_MINUTE / Math.sqrt(60) / PRECISE_STEPS;
            double rest = squares - 2 * mean * sum + PRECISE_STEPS * mean * mean;
            double rate = TRADES * activity * mode.state().activity();
            double optionRate =
                    OPTION_TRADES * activity * (mode.state().trending() ? FOLLOWERS : 1);
            double buy = 0.5 + SIDE * mode.direction();
            log[i] =
                    -PRECISE_STEPS * Math.log(sd)
                            - rest / (2 * sd * sd)
                            + normal(
                                    levelStep,
                                    LEVEL_WEIGHT * mode.state().volPremium(),
                                    level * LEVEL_NOISE)
                            + normal(
                                    tiltStep,
                                    LEVEL_WEIGHT * mode.state().smileCorrelation(),
                                    TILT_NOISE)
                            + trades * Math.log(rate)
                            - rate
                            + options * Math.log(optionRate)
                            - optionRate
                            + buys * Math.log(buy)
                            + (trades - buys) * Math.log(1 - buy);
        }
        update();
    }

    private static double normal(double value, double mean, double deviation) {
        double z = (value - mean) / deviation;
        return -0.5 * z * z;
    }

    private void update() {
        int modes = posterior.length;
        double leaving = 0;
        double[][] next = new double[modes][STAGES];
        double[] arriving = new double[modes];
        for (int i = 0; i < modes; i++) {
            double rate = STAGES / (60 * MODES.get(i).state().meanMinutes());
            for (int r = 0; r < STAGES; r++) {
                double older = posterior[i][r] * rate;
                next[i][r] += posterior[i][r] - older;
                if (r + 1 < STAGES) {
                    next[i][r + 1] += older;
                } else {
                    leaving += older;
                    for (int j = 0; j < modes; j++) {
                        arriving[j] += older / (modes - 1);
                    }
                }
            }
        }
        double largest = Arrays.stream(log).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < modes; i++) {
            next[i][0] += leaving > 0 ? arriving[i] : 0;
            for (int r = 0; r < STAGES; r++) {
                posterior[i][r] = (next[i][r] + Double.MIN_NORMAL) * Math.exp(log[i] - largest);
                sum += posterior[i][r];
            }
        }
        for (double[] row : posterior) {
            for (int r = 0; r < STAGES; r++) {
                row[r] /= sum;
            }
        }
    }
}
