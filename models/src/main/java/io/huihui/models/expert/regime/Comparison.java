package io.huihui.models.expert.regime;

/** How a metric is compared with its bound. */
public enum Comparison {
    GT,
    LT,
    GTE,
    LTE,
    EQ,
    NEQ,
    ABS_GT,
    ABS_LT;

    /** Returns whether the comparison holds; with NaN it does not, whatever the operator. */
    public boolean holds(double value, double bound) {
        if (Double.isNaN(value) || Double.isNaN(bound)) {
            return false;
        }
        return switch (this) {
            case GT -> value > bound;
            case LT -> value < bound;
            case GTE -> value >= bound;
            case LTE -> value <= bound;
            case EQ -> Double.compare(value, bound) == 0;
            case NEQ -> Double.compare(value, bound) != 0;
            case ABS_GT -> Math.abs(value) > bound;
            case ABS_LT -> Math.abs(value) < bound;
        };
    }

    /** Whether the absolute value is meant. */
    public boolean isAbsolute() {
        return this == ABS_GT || this == ABS_LT;
    }
}
