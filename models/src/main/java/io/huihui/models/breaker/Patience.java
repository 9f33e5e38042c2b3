package io.huihui.models.breaker;

/**
 * How long the next answer is worth waiting for, learned from how long answers took: their smoothed
 * time and four smoothed deviations from it, twice as long after each that did not come. Between
 * two bounds; at the upper one until enough answers have been seen, as a model's first ones are
 * slow.
 *
 * <p>Reference: V. Jacobson, "Congestion Avoidance and Control", SIGCOMM 1988; constants of RFC
 * 6298.
 */
public final class Patience {

    /** Classes are loaded and code is compiled within so many answers. */
    static final int FIRST_ANSWERS = 100;

    private static final double GAIN = 1.0 / 8;
    private static final double DEVIATION_GAIN = 1.0 / 4;
    private static final double DEVIATIONS = 4;

    private final double leastNanos;
    private final double mostNanos;
    private int seen;
    private double smoothed;
    private double deviation;
    private double factor = 1;

    /** Patience that has seen no answer: 0 < least <= most, in nanoseconds. */
    public Patience(long leastNanos, long mostNanos) {
        this.leastNanos = (double) leastNanos;
        this.mostNanos = (double) mostNanos;
    }

    /** Returns how long to wait, in nanoseconds. */
    public long nanos() {
        if (seen < FIRST_ANSWERS) {
            return (long) mostNanos;
        }
        double wait = factor * Math.max(leastNanos, smoothed + DEVIATIONS * deviation);
        return (long) Math.min(mostNanos, wait);
    }

    /** An answer came, waited for or not, after so many nanoseconds. */
    public void answered(long nanos) {
        double took = (double) nanos;
        if (seen == 0) {
            smoothed = took;
            deviation = took / 2;
        } else {
            deviation += DEVIATION_GAIN * (Math.abs(took - smoothed) - deviation);
            smoothed += GAIN * (took - smoothed);
        }
        seen = Math.min(FIRST_ANSWERS, seen + 1);
        factor = 1;
    }

    /** An answer was not waited for any longer. */
    public void gaveUp() {
        factor = Math.min(2 * factor, Math.max(1, mostNanos / leastNanos));
    }
}
