package io.huihui.benchmarks.evaluate.failover;

/** What an expert does in place of answering. */
enum FaultKind {
    /** Every call hangs until the fault is over. */
    HANG,
    THROW,
    /** Every call takes five times the time an answer is waited for. */
    TOO_SLOW,
    /** Every call takes five times its usual time. */
    FIVE_TIMES_SLOWER,
    /** Nothing, an opinion on another snapshot, one that is not finite, in turn. */
    GARBAGE,
    /** Throws for two seconds, answers for one. */
    FLAPPING,
    /** One expert hangs, one throws, one talks nonsense. */
    ALL_THREE
}
