package io.huihui.cli.canary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * By how much the verdicts of a canary come after those of the running version. It begins behind,
 * by what came since its state was saved, and catches up; from then on the last verdicts count.
 */
final class Delays {

    /** Verdicts over which the median is taken, at least and at most. */
    private static final int LEAST = 20;

    private static final int MOST = 50;

    /** A start that is still catching up gains a tenth in less. */
    private static final long STANDSTILL_MILLIS = 15_000;

    private static final double GAIN = 0.9;

    private final long allowedMillis;
    private final Deque<Long> last = new ArrayDeque<>();
    private boolean caughtUp;
    private long least = Long.MAX_VALUE;
    private long leastAt;
    private long newestAt;

    Delays(long allowedMillis) {
        this.allowedMillis = allowedMillis;
    }

    /**
     * Takes in the delay of a verdict.
     *
     * @param writtenMillis when Kafka was given the canary's
     */
    void add(long delayMillis, long writtenMillis) {
        newestAt = Math.max(newestAt, writtenMillis);
        if (!hasBegun() || delayMillis < GAIN * least) {
            least = delayMillis;
            leastAt = writtenMillis;
        }
        caughtUp = caughtUp || delayMillis <= allowedMillis;
        if (caughtUp) {
            last.add(delayMillis);
            if (last.size() > MOST) {
                last.remove();
            }
        }
    }

    private boolean hasBegun() {
        return least != Long.MAX_VALUE;
    }

    boolean caughtUp() {
        return caughtUp;
    }

    /** Returns that the canary is late, if it is. */
    Optional<String> complaint() {
        if (!caughtUp && newestAt - leastAt > STANDSTILL_MILLIS) {
            return Optional.of(sentence(least, "and do not catch up"));
        }
        if (last.size() >= LEAST && median() > allowedMillis) {
            return Optional.of(sentence(median(), "in the median"));
        }
        return Optional.empty();
    }

    private String sentence(long millis, String how) {
        return "its verdicts are "
                + millis
                + " ms later "
                + how
                + ", at most "
                + allowedMillis
                + " ms are allowed";
    }

    private long median() {
        List<Long> sorted = new ArrayList<>(last);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        if (!hasBegun()) {
            return "no verdict of the new version yet";
        }
        return caughtUp
                ? median() + " ms later in the median"
                : "catching up, " + least + " ms behind";
    }
}
