package io.huihui.connectors.stream;

/**
 * Watermarks that move by whole seconds of event time. Everything in the job happens at the end of
 * a second, so a watermark in between ends nothing, yet every task would wake up for it: a hundred
 * a second cost more than the snapshots did (docs/decisions/0122).
 */
public final class CompleteSeconds {

    private static final long SECOND_MILLIS = 1_000;

    private CompleteSeconds() {}

    /**
     * Returns the watermark when every event before that time has come: the last millisecond of the
     * last second that ended before it.
     */
    public static long before(long timeMillis) {
        return Math.floorDiv(timeMillis, SECOND_MILLIS) * SECOND_MILLIS - 1;
    }
}
