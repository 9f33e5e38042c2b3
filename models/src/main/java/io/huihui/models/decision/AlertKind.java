package io.huihui.models.decision;

/** What an alert is about. */
public enum AlertKind {
    SIGNAL,
    EVENT_REGIME_BEGAN,
    EVENT_REGIME_ENDED,
    STATE_CHANGED,
    EXPERT_ABSTAINED,
    EXPERT_LATE,
    FLOW_DIVERGENCE,
    NEWS_SHOCK
}
