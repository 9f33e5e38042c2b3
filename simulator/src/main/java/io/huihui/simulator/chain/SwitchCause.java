package io.huihui.simulator.chain;

/** Why the state changed. */
public enum SwitchCause {
    /** The first state of a session. */
    OPEN,
    /** The stay had its planned length. */
    PLANNED,
    /** A macro figure surprised. */
    MACRO,
    /** A news shock. */
    NEWS
}
