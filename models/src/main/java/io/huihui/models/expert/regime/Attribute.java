package io.huihui.models.expert.regime;

/** What a rule may ask of the situation besides numbers. */
public enum Attribute {
    SYMBOL,
    SESSION,
    WEEKDAY,
    TREND
}
