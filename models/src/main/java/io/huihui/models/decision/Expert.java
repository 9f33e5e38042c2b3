package io.huihui.models.decision;

/** The three experts whose opinions the gate joins. */
public enum Expert {
    REGIME,
    FLOW,
    SENTIMENT
}
