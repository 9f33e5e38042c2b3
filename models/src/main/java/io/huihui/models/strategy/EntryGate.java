package io.huihui.models.strategy;

import io.huihui.models.Require;

/**
 * A condition of entry: an input beyond a percentile of its own past. What is missing opens
 * nothing.
 *
 * @param percentile one of {@link #PERCENTILES}, of what the input was before the session
 */
public record EntryGate(EntryInput input, GateSide side, int percentile) {

    /** Coarse on purpose: each further step is one more try at the same past. */
    static final int[] PERCENTILES = {10, 25, 50, 75, 90};

    public EntryGate {
        Require.present("input", input);
        Require.present("side", side);
        Require.that(
                place(percentile) >= 0, "a percentile of 10, 25, 50, 75 or 90", percentile + "");
    }

    private static int place(int percentile) {
        for (int i = 0; i < PERCENTILES.length; i++) {
            if (PERCENTILES[i] == percentile) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the place of its percentile in {@link #PERCENTILES}. */
    int place() {
        return place(percentile);
    }

    /** Returns e.g. {@code LEAN >= p75}. */
    String text() {
        return input + " " + side.sign() + " p" + percentile;
    }
}
