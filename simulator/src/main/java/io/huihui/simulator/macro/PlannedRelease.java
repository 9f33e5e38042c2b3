package io.huihui.simulator.macro;

import io.huihui.models.event.MacroRelease;
import io.huihui.simulator.Feed;

/**
 * A figure that will be released.
 *
 * @param surpriseZ (actual - consensus) / usual miss
 */
public record PlannedRelease(
        String seriesId,
        long day,
        long releaseTimeMillis,
        double prior,
        double consensus,
        double actual,
        double surpriseZ) {

    /** Sequence numbers per day; announcements use the first, releases the second half. */
    private static final long SEQUENCES_PER_DAY = 100;

    /** Returns the calendar entry as it stands before the release. */
    public MacroRelease announcement(long nowMillis, long nowDay, int number) {
        return new MacroRelease(
                seriesId,
                nowMillis,
                releaseTimeMillis,
                Feed.SOURCE,
                nowDay * SEQUENCES_PER_DAY + number,
                null,
                consensus,
                prior);
    }

    /** Returns the released figure. */
    public MacroRelease release() {
        return new MacroRelease(
                seriesId,
                releaseTimeMillis,
                releaseTimeMillis,
                Feed.SOURCE,
                day * SEQUENCES_PER_DAY + SEQUENCES_PER_DAY / 2,
                actual,
                consensus,
                prior);
    }
}
