package io.huihui.cli;

import io.huihui.models.OutsideResults;

import java.util.concurrent.locks.LockSupport;

/** Lets so many records pass per second. */
final class Pace {

    /** Shorter sleeps cost more than they even out. */
    private static final long SHORTEST_SLEEP_NANOS = 2_000_000;

    private final double nanosPerRecord;
    private final long start = now();
    private long passed;
    private volatile boolean stopped;

    /**
     * @param perSecond records a second; 0 for as fast as they come
     */
    Pace(double perSecond) {
        this.nanosPerRecord = perSecond == 0 ? 0 : 1e9 / perSecond;
    }

    /** Returns when the next record is due. */
    void next() {
        if (stopped) {
            throw new StoppedException();
        }
        long due = start + (long) (passed++ * nanosPerRecord);
        long wait = due - now();
        if (wait > SHORTEST_SLEEP_NANOS) {
            LockSupport.parkNanos(wait);
        }
    }

    /** Makes {@link #next} throw: the way out of a long simulation. */
    void stop() {
        stopped = true;
    }

    long passed() {
        return passed;
    }

    @OutsideResults("Decides when a record is sent, not what is in it.")
    private static long now() {
        return System.nanoTime();
    }

    /** The feed was asked to end. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
