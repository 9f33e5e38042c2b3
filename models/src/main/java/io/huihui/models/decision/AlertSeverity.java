package io.huihui.models.decision;

/** How much an alert wants to be looked at. */
public enum AlertSeverity {
    INFO,
    WATCH,
    ACT
}
