package io.huihui.operators.expert;

/** Which experts of market regime and options flow a job asks. */
public enum ExpertSet {
    /** The predecessor's rules: what everything later has to beat. */
    BASELINE,
    /** Models fitted offline, calibrated by the outcomes of each symbol. */
    TRAINED
}
