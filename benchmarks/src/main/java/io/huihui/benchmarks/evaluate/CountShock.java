package io.huihui.benchmarks.evaluate;

import io.huihui.models.event.NewsItem;
import io.huihui.models.expert.sentiment.Shock;

import java.util.ArrayDeque;

/**
 * The predecessor's shock: the count of stories in a minute lies more than 3 deviations above the
 * mean of the last 100 minutes, of which at least 20 are needed. The baseline.
 */
final class CountShock {

    private static final int MINUTES = 100;
    private static final int FEWEST_MINUTES = 20;
    private static final double LEAST_Z = 3;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long QUIET_MILLIS = 10 * MINUTE_MILLIS;

    private final ArrayDeque<Integer> counts = new ArrayDeque<>();
    private long minute = Long.MIN_VALUE;
    private int count;
    private long quietUntilMillis = Long.MIN_VALUE;

    /**
     * Returns the shock a story completes; null when there is none. Its direction means nothing.
     */
    Shock observe(String symbol, NewsItem item) {
        long now = item.receivedTimeMillis() / MINUTE_MILLIS;
        if (minute == Long.MIN_VALUE) {
            minute = now;
        }
        for (long steps = Math.min(MINUTES, now - minute); steps > 0; steps--) {
            counts.addLast(count);
            if (counts.size() > MINUTES) {
                counts.removeFirst();
            }
            count = 0;
        }
        minute = Math.max(minute, now);
        count++;
        double mean = counts.stream().mapToInt(Integer::intValue).average().orElse(0);
        double squares = 0;
        for (int past : counts) {
            squares += (past - mean) * (past - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, counts.size()));
        if (counts.size() < FEWEST_MINUTES
                || !(deviation > 0 && (count - mean) / deviation > LEAST_Z)
                || item.receivedTimeMillis() < quietUntilMillis) {
            return null;
        }
        quietUntilMillis = item.receivedTimeMillis() + QUIET_MILLIS;
        double z = (count - mean) / deviation;
        long time = item.receivedTimeMillis();
        return new Shock(symbol, time, time, item.id(), count, z, 1, 0, null);
    }
}
