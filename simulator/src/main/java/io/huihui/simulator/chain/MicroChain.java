package io.huihui.simulator.chain;

import io.huihui.simulator.random.Draws;
import io.huihui.simulator.truth.MicroSwitch;

/** The micro-states of one symbol and session: stays of 3 to 12 minutes, any other state next. */
public final class MicroChain {

    private static final long SHORTEST_STAY_MILLIS = 3 * 60_000L;
    private static final double STAY_SPREAD_MILLIS = 9 * 60_000.0;
    private static final MicroState[] STATES = MicroState.values();

    private final String symbol;
    private final Draws draws;
    private final boolean enabled;
    private MicroState state = MicroState.NEUTRAL;
    private long switchMillis;

    public MicroChain(String symbol, long openMillis, boolean enabled, Draws draws) {
        this.symbol = symbol;
        this.enabled = enabled;
        this.draws = draws;
        this.switchMillis = openMillis;
    }

    /** Returns the switch when its time has come, else null. */
    public MicroSwitch advance(long nowMillis) {
        if (!enabled || nowMillis < switchMillis) {
            return null;
        }
        int step = 1 + draws.below(STATES.length - 1);
        state = STATES[(state.ordinal() + step) % STATES.length];
        switchMillis =
                nowMillis + SHORTEST_STAY_MILLIS + (long) (draws.uniform() * STAY_SPREAD_MILLIS);
        return new MicroSwitch(symbol, nowMillis, state);
    }

    public MicroState state() {
        return state;
    }
}
