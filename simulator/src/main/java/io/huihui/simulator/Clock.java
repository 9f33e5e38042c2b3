package io.huihui.simulator;

/** The two time steps of the simulation. */
public final class Clock {

    /** Price and book move in steps of 100 ms, the distance of depth snapshots in domain.md 9. */
    public static final int STEP_MILLIS = 100;

    /** States, surface, option flow and hedges move in ticks of one second. */
    public static final int TICK_MILLIS = 1_000;

    public static final int STEPS_PER_TICK = TICK_MILLIS / STEP_MILLIS;

    public static final long MINUTE_MILLIS = 60_000L;

    /** A session of 6.5 hours. */
    public static final int SECONDS_PER_SESSION = 23_400;

    /** The year of realised volatility: 252 sessions of 390 minutes. */
    public static final double SECONDS_PER_YEAR = 252.0 * SECONDS_PER_SESSION;

    private Clock() {}
}
