package io.huihui.simulator.chain;

import io.huihui.simulator.random.Draws;
import io.huihui.simulator.truth.StateSwitch;

/**
 * The semi-Markov chain of one symbol and session. On entering a state it draws how long the stay
 * lasts, which state follows, and whether a precursor will announce it: all of that is planned
 * ahead, which is what makes a precursor possible.
 */
public final class StateChain {

    private static final long SHORTEST_LEAD = Transitions.SHORTEST_STAY_MILLIS;
    private static final long LONGEST_LEAD = 15 * 60_000L;
    private static final Precursor[] KINDS = {Precursor.FLOW, Precursor.TERM_SLOPE, Precursor.SKEW};

    private final String symbol;
    private final long openMillis;
    private final long closeMillis;
    private final double precursorShare;
    private final Draws draws;

    private MarketState state;
    private int direction;
    private long sinceMillis;
    private long switchMillis;
    private MarketState next;
    private int nextDirection;
    private Precursor precursor;
    private long precursorMillis;

    public StateChain(
            String symbol, long openMillis, long closeMillis, double precursorShare, Draws draws) {
        this.symbol = symbol;
        this.openMillis = openMillis;
        this.closeMillis = closeMillis;
        this.precursorShare = precursorShare;
        this.draws = draws;
    }

    /** Enters the first state of the session and returns it as a switch from itself. */
    public StateSwitch open() {
        MarketState first = Transitions.first(draws);
        StateSwitch entered =
                new StateSwitch(
                        symbol,
                        openMillis,
                        first,
                        first,
                        draws.sign(),
                        SwitchCause.OPEN,
                        Precursor.NONE,
                        openMillis);
        enter(entered);
        return entered;
    }

    /** Returns the planned switch when its time has come, else null. */
    public StateSwitch advance(long nowMillis) {
        if (nowMillis < switchMillis) {
            return null;
        }
        StateSwitch planned =
                new StateSwitch(
                        symbol,
                        nowMillis,
                        state,
                        next,
                        nextDirection,
                        SwitchCause.PLANNED,
                        precursor,
                        precursor == Precursor.NONE ? nowMillis : precursorMillis);
        enter(planned);
        return planned;
    }

    /** Drops the plan and enters another state now; returns the switch. */
    public StateSwitch force(
            long nowMillis, MarketState target, int targetDirection, SwitchCause cause) {
        StateSwitch forced =
                new StateSwitch(
                        symbol,
                        nowMillis,
                        state,
                        target,
                        targetDirection,
                        cause,
                        Precursor.NONE,
                        nowMillis);
        enter(forced);
        return forced;
    }

    private void enter(StateSwitch entered) {
        state = entered.to();
        direction = entered.direction();
        sinceMillis = entered.eventTimeMillis();
        long stay = Transitions.stayMillis(state, draws);
        switchMillis = sinceMillis + stay;
        double elapsed = (switchMillis - openMillis) / (double) (closeMillis - openMillis);
        next = Transitions.after(state, elapsed, draws);
        nextDirection = draws.sign();
        boolean announced = draws.chance(precursorShare);
        precursor = announced ? KINDS[draws.below(KINDS.length)] : Precursor.NONE;
        long longest = Math.min(LONGEST_LEAD, stay);
        long lead = SHORTEST_LEAD + (long) (draws.uniform() * (longest - SHORTEST_LEAD));
        precursorMillis = switchMillis - lead;
    }

    public MarketState state() {
        return state;
    }

    /** +1 up, -1 down; matters in trending states only. */
    public int direction() {
        return direction;
    }

    public long sinceMillis() {
        return sinceMillis;
    }

    /** When the planned switch is due; latent, for truth only. */
    public long plannedSwitchMillis() {
        return switchMillis;
    }

    public MarketState next() {
        return next;
    }

    public int nextDirection() {
        return nextDirection;
    }

    /** Returns how far a precursor of this kind has built up: 0 none, rising to 1 at the switch. */
    public double precursorStrength(Precursor kind, long nowMillis) {
        if (precursor != kind || nowMillis < precursorMillis) {
            return 0;
        }
        double done =
                (nowMillis - precursorMillis)
                        / (double) Math.max(1, switchMillis - precursorMillis);
        return Math.min(1, done);
    }
}
