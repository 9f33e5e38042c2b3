package io.huihui.models.decision;

/** What the price did, or is thought to do, over a horizon. */
public enum Direction {
    UP,
    DOWN,
    FLAT
}
