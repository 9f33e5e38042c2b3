package io.huihui.models.decision;

/** The predecessor's classes of the variance of confidences: below .01, below .05, and above. */
public enum ConfidenceAgreement {
    HIGH,
    MEDIUM,
    LOW
}
