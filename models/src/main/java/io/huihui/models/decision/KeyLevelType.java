package io.huihui.models.decision;

/** What a key level does to the price, decided by where it lies and by the sign of dealer gamma. */
public enum KeyLevelType {
    SUPPORT,
    RESISTANCE,
    PIN_ZONE,
    VOL_TRIGGER,
    MAJOR_WALL
}
