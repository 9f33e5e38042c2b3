package io.huihui.models.text;

/** What a person said a sentence is for the price of its company. */
public enum ToneLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
