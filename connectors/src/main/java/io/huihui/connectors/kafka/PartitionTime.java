package io.huihui.connectors.kafka;

import io.huihui.connectors.stream.CompleteSeconds;

/**
 * How far a partition has come in event time. A single event that is far ahead does not move it: a
 * jump counts only once a second event confirms it. A night or a weekend is confirmed by the second
 * tick of the session; a corrupt time is not confirmed by anybody.
 */
final class PartitionTime {

    /** Longer pauses within a session are rare; a shorter jump does little harm. */
    static final long JUMP_MILLIS = 5 * 60_000L;

    /** Of a partition without events. */
    static final long NONE = Long.MIN_VALUE;

    private long newest;
    private long unconfirmed;

    PartitionTime() {
        this(NONE, NONE);
    }

    /**
     * @param newest confirmed event time, {@link #NONE} without one
     * @param unconfirmed event time of the last jump that nothing has confirmed, likewise
     */
    PartitionTime(long newest, long unconfirmed) {
        this.newest = newest;
        this.unconfirmed = unconfirmed;
    }

    /** Takes in the next event of the partition; returns whether time moved. */
    boolean hear(long time) {
        if (time <= newest) {
            return false;
        }
        boolean jump = newest == NONE || time - newest > JUMP_MILLIS;
        if (jump && !confirms(time)) {
            unconfirmed = time;
            return false;
        }
        newest = jump ? Math.min(time, unconfirmed) : time;
        return true;
    }

    /** Two events that agree to within a jump are taken for the market's time. */
    private boolean confirms(long time) {
        return unconfirmed != NONE && Math.abs(time - unconfirmed) <= JUMP_MILLIS;
    }

    long newest() {
        return newest;
    }

    long unconfirmed() {
        return unconfirmed;
    }

    /**
     * Returns the watermark of the partition: the last millisecond of the seconds that ended before
     * the newest time less the out-of-orderness; {@link #NONE} without a time.
     */
    long complete(long outOfOrdernessMillis) {
        return newest == NONE ? NONE : CompleteSeconds.before(newest - outOfOrdernessMillis);
    }
}
