package io.huihui.simulator;

import io.huihui.models.Require;

/**
 * How dirty the feed is; shares in 0..1.
 *
 * @param missingFieldShare nullable fields of chain rows left out
 * @param lateShare events that arrive up to {@code longestDelayMillis} after they happened
 * @param duplicateShare events that are sent twice
 * @param latePrintShare off-exchange prints that are reported late, on top of {@code lateShare}
 * @param longestDelayMillis at most 90,000: what the job must still correct
 * @param scientificShare numbers of raw provider rows written as strings in scientific notation
 * @param malformedShare raw provider rows that no parser may accept
 * @param rawEverySnapshots each n-th chain snapshot is also sent as raw provider rows; 0 = never
 */
public record Dirt(
        double missingFieldShare,
        double lateShare,
        double duplicateShare,
        double latePrintShare,
        int longestDelayMillis,
        double scientificShare,
        double malformedShare,
        int rawEverySnapshots) {

    private static final int LONGEST_ALLOWED_DELAY = 90_000;

    public Dirt {
        Require.within("missingFieldShare", missingFieldShare, 0, 1);
        Require.within("lateShare", lateShare, 0, 1);
        Require.within("duplicateShare", duplicateShare, 0, 1);
        Require.within("latePrintShare", latePrintShare, 0, 1);
        Require.within("longestDelayMillis", longestDelayMillis, 1, LONGEST_ALLOWED_DELAY);
        Require.within("scientificShare", scientificShare, 0, 1);
        Require.within("malformedShare", malformedShare, 0, 1);
        Require.notNegative("rawEverySnapshots", rawEverySnapshots);
    }

    /** Returns the shares of domain.md section 9; raw rows only where a caller asks for them. */
    public static Dirt defaults() {
        return new Dirt(0.01, 0.002, 0.002, 0.02, LONGEST_ALLOWED_DELAY, 0.2, 0.01, 0);
    }

    /** Returns a clean feed: every field there, nothing late, nothing twice. */
    public static Dirt none() {
        return new Dirt(0, 0, 0, 0, 1, 0, 0, 0);
    }
}
