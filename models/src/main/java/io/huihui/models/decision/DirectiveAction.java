package io.huihui.models.decision;

/** Whether a directive says to trade. */
public enum DirectiveAction {
    TRADE,
    NO_TRADE
}
