package io.huihui.models.decision;

/** Whether an option of a structure is bought or sold. */
public enum LegSide {
    LONG,
    SHORT
}
