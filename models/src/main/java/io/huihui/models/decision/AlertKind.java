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
    NEWS_SHOCK,
    /** Something keeps failing and is left alone for a while; something else stands in. */
    BREAKER_OPENED,
    /** What kept failing answers again. */
    BREAKER_CLOSED,
    /** A challenger of the gate's network has shown that it is better, and decides. */
    NETWORK_PROMOTED,
    /** A network of the gate has shown that it is worse than the one before, which decides. */
    NETWORK_ROLLED_BACK,
    /** A challenger of the gate's network has shown that it is worse, and is forgotten. */
    NETWORK_DROPPED
}
