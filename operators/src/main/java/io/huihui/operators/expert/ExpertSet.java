package io.huihui.operators.expert;

/** Which experts give opinions. */
public enum ExpertSet {
    /** The rule-based views. */
    BASELINE,
    /** Models fitted offline, calibrated online by what came true. */
    TRAINED
}
