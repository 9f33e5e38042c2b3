package io.huihui.cli.chaos;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which snapshots must come of a market, counted without any code of the job.
 *
 * @param first event time of each symbol's first event, ms
 * @param lastMillis event time of the last event
 * @param tailMillis before the end, which is not asked for: no later event closes the last seconds,
 *     and a chain, which comes once a minute, may hold them back
 */
public record ExpectedSnapshots(Map<String, Long> first, long lastMillis, long tailMillis) {

    private static final long SECOND = 1_000;

    public ExpectedSnapshots {
        first = Map.copyOf(first);
    }

    /**
     * Returns them as {@code SYMBOL@end of second}: each second from that of the symbol's first
     * event to the tail.
     */
    public Set<String> all() {
        long until = lastMillis - tailMillis;
        Set<String> expected = new TreeSet<>();
        first.forEach(
                (symbol, millis) -> {
                    for (long end = (millis / SECOND + 1) * SECOND; end <= until; end += SECOND) {
                        expected.add(symbol + "@" + end);
                    }
                });
        return expected;
    }

    /** Returns whether a snapshot is one of the tail, which may be there or not. */
    public boolean inTail(String snapshot) {
        long end = Long.parseLong(snapshot.substring(snapshot.indexOf('@') + 1));
        return end > lastMillis - tailMillis && end <= lastMillis + SECOND;
    }
}
