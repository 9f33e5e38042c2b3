package io.huihui.simulator.chain;

/** What announces a planned switch 5 to 15 minutes ahead. */
public enum Precursor {
    /** Nothing: the switch cannot be foreseen. */
    NONE,
    /** Option customers trade the coming direction or buy volatility. */
    FLOW,
    /** The front of the term structure moves towards the coming level. */
    TERM_SLOPE,
    /** The smile tilts towards the coming state's. */
    SKEW
}
