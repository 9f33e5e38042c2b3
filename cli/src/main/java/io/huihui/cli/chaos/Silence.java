package io.huihui.cli.chaos;

/**
 * The longest time without anything new since a moment. Times are those of one clock, in
 * nanoseconds.
 */
final class Silence {

    private long lastHeard;
    private long longest;

    /** Forgets what was, and begins at this moment. */
    void begin(long nanos) {
        lastHeard = nanos;
        longest = 0;
    }

    void heard(long nanos) {
        longest = longest(nanos);
        lastHeard = nanos;
    }

    /** Returns the longest silence until now, the one that goes on included. */
    long longest(long nanos) {
        return Math.max(longest, nanos - lastHeard);
    }
}
