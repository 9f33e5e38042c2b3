package io.huihui.operators.expert;

/** Which regime and flow experts give opinions. The sentiment expert is the same in both. */
public enum ExpertSet {
    /** The rule-based views. */
    BASELINE,
    /** Models fitted offline, calibrated online by what came true. */
    TRAINED
}
