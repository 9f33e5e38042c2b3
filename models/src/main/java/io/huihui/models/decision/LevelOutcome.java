package io.huihui.models.decision;

/** What the price did at a level when it last came there. */
public enum LevelOutcome {
    HELD,
    BROKE,
    UNTESTED
}
