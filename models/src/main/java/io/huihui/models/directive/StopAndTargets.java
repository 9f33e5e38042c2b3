package io.huihui.models.directive;

import java.util.List;

/**
 * Where a directional trade ends, in the price of the underlying.
 *
 * @param sign +1 when the price has to rise
 * @param targets nearest first
 */
record StopAndTargets(int sign, double entry, double stop, List<Double> targets) {

    /** How far beyond a level the stop lies, in ranges: a touch of the level is no break. */
    private static final double BEYOND_LEVEL = 0.1;

    /** A stop nearer than this, in ranges, is hit by noise. */
    private static final double TIGHTEST = 0.75;

    StopAndTargets {
        targets = List.copyOf(targets);
    }

    /**
     * Returns the stop at its distance, or just beyond the nearest level behind the price where
     * that is tighter but not too tight; the first target at its distance, but not beyond the
     * nearest level ahead; the second a range farther.
     *
     * @param behind nearest level on the side of the stop; NaN when none
     * @param ahead nearest level on the side of the targets; NaN when none
     */
    static StopAndTargets of(
            int sign,
            double entry,
            double range,
            double behind,
            double ahead,
            DirectiveConfig config) {
        double stop = entry - sign * config.stopRanges() * range;
        double atLevel = stopAt(sign, behind, range);
        if (isTighter(sign, atLevel, stop) && isFarEnough(sign, entry, atLevel, range)) {
            stop = atLevel;
        }
        double first = entry + sign * config.targetRanges() * range;
        if (sign * (ahead - entry) > 0 && sign * (first - ahead) > 0) {
            first = ahead;
        }
        return new StopAndTargets(
                sign, entry, Math.max(0, stop), List.of(first, first + sign * range));
    }

    /** Returns the stop that goes with a level behind the price; NaN when there is none. */
    static double stopAt(int sign, double behind, double range) {
        return behind - sign * BEYOND_LEVEL * range;
    }

    /** Returns whether one stop is nearer to the price than another; false when it is NaN. */
    static boolean isTighter(int sign, double stop, double than) {
        return sign * (stop - than) > 0;
    }

    /** Returns whether a stop leaves room for noise. */
    static boolean isFarEnough(int sign, double price, double stop, double range) {
        return sign * (price - stop) >= TIGHTEST * range;
    }

    /** Returns what the first target is worth against the stop: above 1 it is worth the risk. */
    double reward(double probability) {
        double won = Math.abs(targets.get(0) - entry) * probability;
        double lost = Math.abs(entry - stop) * (1 - probability);
        return won / lost;
    }
}
