package io.huihui.console.live;

import java.time.Duration;

/**
 * How often clients are written to.
 *
 * @param gapNanos between two frames: a person sees no more, and a burst becomes few frames
 * @param heartbeatNanos after so long a silence an empty frame goes out
 * @param patienceNanos a client that has not taken a message for so long is gone, or will not
 *     recover
 */
record Pace(long gapNanos, long heartbeatNanos, long patienceNanos) {

    static Pace standard() {
        return new Pace(
                Duration.ofMillis(25).toNanos(),
                Duration.ofSeconds(5).toNanos(),
                Duration.ofSeconds(30).toNanos());
    }
}
