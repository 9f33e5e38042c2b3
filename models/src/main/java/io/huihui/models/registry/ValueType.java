package io.huihui.models.registry;

/** Which numbers a borrowed feature may be. */
public enum ValueType {
    /** Any finite number. */
    NUMBER,
    /** Above 0. */
    POSITIVE,
    /** 0..1. */
    PROBABILITY,
    /** 0 or a whole number above it. */
    COUNT;

    /** Whether a value is of this type; NaN and infinity are of none. */
    public boolean accepts(double value) {
        return switch (this) {
            case NUMBER -> Double.isFinite(value);
            case POSITIVE -> value > 0 && Double.isFinite(value);
            case PROBABILITY -> value >= 0 && value <= 1;
            case COUNT -> value >= 0 && value == Math.rint(value) && Double.isFinite(value);
        };
    }
}
