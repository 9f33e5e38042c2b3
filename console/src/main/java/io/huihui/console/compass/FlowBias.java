package io.huihui.console.compass;

/** Where the axes of flow point together, in words. */
public enum FlowBias {
    STRONG_BEARISH,
    BEARISH,
    NEUTRAL,
    BULLISH,
    STRONG_BULLISH,
    /** No axis of flow has a value. */
    UNKNOWN;

    /**
     * @param bias -1 all down, 1 all up; NaN is missing
     */
    static FlowBias of(double bias) {
        if (Double.isNaN(bias)) {
            return UNKNOWN;
        }
        if (Math.abs(bias) <= 0.2) {
            return NEUTRAL;
        }
        if (bias > 0) {
            return bias > 0.6 ? STRONG_BULLISH : BULLISH;
        }
        return bias < -0.6 ? STRONG_BEARISH : BEARISH;
    }
}
