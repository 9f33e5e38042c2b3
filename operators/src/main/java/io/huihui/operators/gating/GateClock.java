package io.huihui.operators.gating;

/** By which clock the gate waits for experts that have not answered. */
public enum GateClock {
    /** Wall clock: for live streams, where an answer is due in milliseconds. */
    PROCESSING,
    /** Watermarks: for replay, where the result must not depend on the speed of the machine. */
    EVENT
}
