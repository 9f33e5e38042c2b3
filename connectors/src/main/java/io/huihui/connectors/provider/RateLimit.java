package io.huihui.connectors.provider;

import io.huihui.models.Require;

import java.util.function.LongSupplier;

/**
 * Lets so many calls a minute through, evenly after a burst: a bucket that is drawn from. Safe for
 * many threads.
 */
public final class RateLimit {

    /** Parts of a call: so many flow in each millisecond as calls are allowed a minute. */
    private static final long PARTS_PER_CALL = 60_000;

    private final long partsPerMilli;
    private final long fullParts;
    private final LongSupplier millis;
    private long parts;
    private long filledMillis;

    /**
     * A full bucket.
     *
     * @param burst calls that may follow each other at once
     */
    public RateLimit(int callsPerMinute, int burst, LongSupplier millis) {
        Require.that(
                callsPerMinute > 0 && burst > 0,
                "callsPerMinute > 0 and burst > 0",
                () -> "callsPerMinute=" + callsPerMinute + " burst=" + burst);
        this.partsPerMilli = callsPerMinute;
        this.fullParts = burst * PARTS_PER_CALL;
        this.millis = millis;
        this.parts = fullParts;
        this.filledMillis = millis.getAsLong();
    }

    /** Takes a call and returns 0, or returns in how many milliseconds there will be one. */
    synchronized long take() {
        long now = millis.getAsLong();
        if (now > filledMillis) {
            long enough = fullParts / partsPerMilli + 1;
            long rest = Math.min(enough, now - filledMillis);
            parts = Math.min(fullParts, parts + rest * partsPerMilli);
            filledMillis = now;
        }
        if (parts >= PARTS_PER_CALL) {
            parts -= PARTS_PER_CALL;
            return 0;
        }
        long missing = PARTS_PER_CALL - parts;
        return filledMillis - now + (missing + partsPerMilli - 1) / partsPerMilli;
    }

    /**
     * The provider said that there is nothing left: the bucket is empty and begins to fill again
     * after so long.
     */
    synchronized void exhausted(long forMillis) {
        parts = 0;
        filledMillis = Math.max(filledMillis, millis.getAsLong() + forMillis);
    }
}
