package io.huihui.models.mining;

import io.huihui.models.Require;

/**
 * Where a pattern was seen.
 *
 * @param fromMillis begin, inclusive
 * @param untilMillis end, exclusive
 * @param likeness correlation with the pattern's shape, 0..1; 1 for a sequence, which happened or
 *     did not
 */
public record PatternOccurrence(long fromMillis, long untilMillis, double likeness) {

    public PatternOccurrence {
        Require.that(
                fromMillis < untilMillis,
                "fromMillis < untilMillis",
                "fromMillis=" + fromMillis + " untilMillis=" + untilMillis);
        Require.within("likeness", likeness, 0, 1);
    }
}
