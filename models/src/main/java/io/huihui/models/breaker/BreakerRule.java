package io.huihui.models.breaker;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * When what keeps failing is left alone, and for how long.
 *
 * @param failuresInARow so many failed calls, one after the other, open the breaker
 * @param window over so many calls the share of failures is taken; none is taken before
 * @param failureShare this share of failures in the window opens the breaker, 0..1
 * @param coolDownMillis how long it stays open before one call is tried
 * @param longestCoolDownMillis each failed trial doubles the cool-down, up to this
 */
public record BreakerRule(
        int failuresInARow,
        int window,
        double failureShare,
        long coolDownMillis,
        long longestCoolDownMillis)
        implements Serializable {

    /** An hour: a longer cool-down is a configuration mistake. */
    static final long MOST_MILLIS = 60 * 60_000;

    private static final int LARGEST_WINDOW = 10_000;

    public BreakerRule {
        Require.within("failuresInARow", failuresInARow, 1, LARGEST_WINDOW);
        Require.within("window", window, 1, LARGEST_WINDOW);
        Require.that(
                failureShare > 0 && failureShare <= 1,
                "0 < failureShare <= 1",
                "failureShare=" + failureShare);
        Require.that(
                coolDownMillis >= 1
                        && coolDownMillis <= longestCoolDownMillis
                        && longestCoolDownMillis <= MOST_MILLIS,
                "1 <= coolDownMillis <= longestCoolDownMillis <= " + MOST_MILLIS,
                "coolDownMillis="
                        + coolDownMillis
                        + " longestCoolDownMillis="
                        + longestCoolDownMillis);
    }
}
