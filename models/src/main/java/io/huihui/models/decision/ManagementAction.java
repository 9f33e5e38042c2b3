package io.huihui.models.decision;

/** What to do with a trade that is open. */
public enum ManagementAction {
    EXIT,
    ADJUST_STOP,
    /** As release 0.1.0 called it; never sent since. */
    ADJUST_TARGET,
    PARTIAL_TAKE,
    HOLD,
    ADJUST_TARGET_1
}
