package io.huihui.models.decision;

/** The signals, each with its kind; triggers and strengths are in the documentation. */
public enum SignalName {
    VAPI_SURGE(SignalType.FLOW),
    VAPI_EXHAUSTION(SignalType.FLOW),
    DWFD_SMART_MONEY(SignalType.FLOW),
    TW_LAF_TREND(SignalType.FLOW),
    VOL_EXPANSION(SignalType.VOLATILITY),
    VOL_CONTRACTION(SignalType.VOLATILITY),
    STRUCTURE_BOUNCE(SignalType.STRUCTURE),
    STRUCTURE_CHANGE(SignalType.STRUCTURE),
    PIN(SignalType.TIME_DECAY),
    CHARM_CASCADE(SignalType.TIME_DECAY),
    VANNA_CASCADE(SignalType.COMPLEX),
    EOD_HEDGE(SignalType.DIRECTIONAL),
    SKEW_SHIFT(SignalType.VOLATILITY),
    ARFI_DIVERGENCE(SignalType.FLOW),
    CONVICTION(SignalType.STRUCTURE),
    VOL_TRIGGER(SignalType.VOLATILITY),
    BUBBLE(SignalType.COMPLEX);

    private final SignalType type;

    SignalName(SignalType type) {
        this.type = type;
    }

    public SignalType type() {
        return type;
    }

    private static final int COUNT = values().length;

    /** How many there are, without the copy that {@code values()} makes. */
    public static int count() {
        return COUNT;
    }
}
