package io.huihui.cli.canary;

import io.huihui.models.Require;

/**
 * By how much a version on trial may differ from the one that works.
 *
 * @param differing share of verdicts that may differ, be missing or be too many, 0..1; 1 = the
 *     versions are meant to differ
 * @param delayMillis how much later its verdicts may be there, in the median
 */
public record CanaryLimits(double differing, long delayMillis) {

    /**
     * Largest difference of a probability up, down or flat in a quarter of an hour with which two
     * verdicts still say the same: a tenth of what turns a coin flip into a conviction to trade.
     */
    static final double SAME_PROBABILITY = 0.01;

    /** Share of directives that may differ: fewer come, and one verdict turns several. */
    private static final double DIFFERING_DIRECTIVES = 0.2;

    public CanaryLimits {
        Require.within("differing", differing, 0, 1);
        Require.that(delayMillis > 0, "delayMillis > 0", "delayMillis=" + delayMillis);
    }

    double differingDirectives() {
        return Math.max(differing, DIFFERING_DIRECTIVES);
    }
}
