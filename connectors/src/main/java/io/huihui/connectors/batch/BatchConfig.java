package io.huihui.connectors.batch;

import io.huihui.models.Require;
import io.huihui.models.breaker.BreakerRule;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a batch is sent and how long a failing one is tried again.
 *
 * @param maxRows rows that make a batch full
 * @param maxBytes encoded bytes that make a batch full; bounds the memory of a writer
 * @param maxAge longest time a row waits in the buffer before its batch is sent
 * @param retryFor how long one batch is tried again before the job is failed; the job then restarts
 *     from its last checkpoint, so nothing is lost
 * @param firstPause pause between tries, and how long a store that fails {@value #FAILURES} times
 *     in a row is first left alone; doubles up to {@code maxPause}
 */
public record BatchConfig(
        int maxRows,
        int maxBytes,
        Duration maxAge,
        Duration retryFor,
        Duration firstPause,
        Duration maxPause)
        implements Serializable {

    /** Above 1,000 rows a batch the cost per row is flat (see docs/decisions/0050). */
    private static final int DEFAULT_ROWS = 5_000;

    /** A batch of wide rows stays below the young generation of a small task manager. */
    private static final int DEFAULT_BYTES = 8 << 20;

    /** Half of the promised second; the other half is for the transaction itself. */
    private static final Duration DEFAULT_AGE = Duration.ofMillis(500);

    /** A managed Postgres fails over within a minute; twice that before the job is restarted. */
    private static final Duration DEFAULT_RETRY = Duration.ofMinutes(2);

    /** A store that restarts refuses a connection or two; one that fails again is left alone. */
    private static final int FAILURES = 3;

    /** Tries are few and seldom mixed with answers, so their share says nothing sooner. */
    private static final int WINDOW = 20;

    public BatchConfig {
        Require.positive("maxRows", maxRows);
        Require.positive("maxBytes", maxBytes);
        Require.positive("maxAge in ms", (double) Require.present("maxAge", maxAge).toMillis());
        Require.notNegative("retryFor in ms", Require.present("retryFor", retryFor).toMillis());
        Require.positive(
                "firstPause in ms", (double) Require.present("firstPause", firstPause).toMillis());
        Require.that(
                Require.present("maxPause", maxPause).compareTo(firstPause) >= 0,
                "firstPause <= maxPause",
                "firstPause=" + firstPause + " maxPause=" + maxPause);
    }

    /** Returns the settings that hold a row for at most half a second. */
    public static BatchConfig defaults() {
        return new BatchConfig(
                DEFAULT_ROWS,
                DEFAULT_BYTES,
                DEFAULT_AGE,
                DEFAULT_RETRY,
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
    }

    /** Returns when a store is left alone, and for how long. */
    BreakerRule breaker() {
        return new BreakerRule(FAILURES, WINDOW, 1, firstPause.toMillis(), maxPause.toMillis());
    }

    /** Returns the same with other limits of a batch. */
    public BatchConfig withLimits(int rows, int bytes, Duration age) {
        return new BatchConfig(rows, bytes, age, retryFor, firstPause, maxPause);
    }

    /** Returns the same with another time to go on trying. */
    public BatchConfig withRetryFor(Duration time) {
        return new BatchConfig(maxRows, maxBytes, maxAge, time, firstPause, maxPause);
    }
}
