package io.huihui.benchmarks.pipeline;

import io.huihui.models.OutsideResults;

/**
 * When each moment of event time is due on the clock: event time runs as the clock does, moved to a
 * trading session.
 *
 * @param startNanos of {@link System#nanoTime()} at which event time {@link #START_MILLIS} is due
 */
record Schedule(long startNanos) {

    /** 2025-03-12 10:00 in New York: hours of regular trading lie ahead. */
    static final long START_MILLIS = 1_741_788_000_000L;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    @OutsideResults("the schedule of a measurement")
    static Schedule startingNow() {
        return new Schedule(System.nanoTime());
    }

    long eventTimeAfterSeconds(int seconds) {
        return START_MILLIS + 1_000L * seconds;
    }

    /** Returns the event time that is due now. */
    @OutsideResults("the schedule of a measurement")
    long dueMillis() {
        return START_MILLIS + (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
    }

    /** Returns for how long a moment of event time has been due, at least 0. */
    @OutsideResults("measures latency")
    long microsSince(long eventTimeMillis) {
        long dueNanos = startNanos + (eventTimeMillis - START_MILLIS) * NANOS_PER_MILLI;
        return Math.max(0, (System.nanoTime() - dueNanos) / NANOS_PER_MICRO);
    }
}
