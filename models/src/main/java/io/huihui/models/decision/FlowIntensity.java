package io.huihui.models.decision;

/** The flow expert's classes of the largest absolute z: below .5, 1, 2, and from 2. */
public enum FlowIntensity {
    LOW,
    MODERATE,
    HIGH,
    EXTREME
}
