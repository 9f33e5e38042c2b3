package io.huihui.console.live;

import io.huihui.console.view.FrameTimes;

import java.util.Arrays;

/** The durations of the last frames. */
final class RecentTimes {

    /** Two minutes of one a second: what a start cost is soon forgotten. */
    private static final int KEPT = 120;

    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.95;
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] nanos = new long[KEPT];
    private long count;

    synchronized void add(long durationNanos) {
        nanos[(int) (count++ % KEPT)] = durationNanos;
    }

    synchronized FrameTimes times() {
        long[] sorted = Arrays.copyOf(nanos, (int) Math.min(count, KEPT));
        Arrays.sort(sorted);
        return new FrameTimes(count, millis(sorted, MEDIAN), millis(sorted, HIGH));
    }

    /** Returns the smallest duration that so large a share does not exceed; null without any. */
    private static Double millis(long[] sorted, double share) {
        return sorted.length == 0
                ? null
                : Double.valueOf(
                        sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI);
    }
}
