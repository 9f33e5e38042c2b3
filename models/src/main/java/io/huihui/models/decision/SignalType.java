package io.huihui.models.decision;

/** What a signal is about. */
public enum SignalType {
    DIRECTIONAL,
    VOLATILITY,
    TIME_DECAY,
    FLOW,
    STRUCTURE,
    COMPLEX
}
