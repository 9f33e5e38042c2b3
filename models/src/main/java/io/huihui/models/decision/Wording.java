package io.huihui.models.decision;

/** Who chose the words of a text; what it says is decided by rule either way. */
public enum Wording {
    TEMPLATE,
    LANGUAGE_MODEL
}
