package io.huihui.models.decision;

/** Why an open trade is changed or closed. */
public enum ManagementReason {
    STOP_REACHED,
    FIRST_TARGET_REACHED,
    LAST_TARGET_REACHED,
    TIME_STOP,
    OPPOSING_CONVICTION,
    REGIME_AGAINST,
    VOLATILITY_VIEW_FLIPPED,
    EXPIRED,
    ENTRY_LAPSED,
    /** A key level has come nearer than the stop or the target. */
    LEVEL_MOVED,
    /** Nothing speaks against the trade. */
    THESIS_INTACT
}
