package io.huihui.console.compass;

/** The word in the centre of a compass: how far its axes are from neutral, on average. */
public enum Activity {
    EXTREME,
    ACTIVE,
    NORMAL,
    QUIET,
    /** Too few axes have a value. */
    UNKNOWN;

    /**
     * @param energy mean distance from neutral, 0..1; NaN is missing
     */
    static Activity of(double energy) {
        if (Double.isNaN(energy)) {
            return UNKNOWN;
        }
        return energy > 0.7 ? EXTREME : energy > 0.5 ? ACTIVE : energy > 0.3 ? NORMAL : QUIET;
    }
}
