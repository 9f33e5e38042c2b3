package io.huihui.models.decision;

/** What to do with a trade that is open. */
public enum ManagementAction {
    EXIT,
    ADJUST_STOP,
    ADJUST_TARGET,
    PARTIAL_TAKE,
    HOLD
}
