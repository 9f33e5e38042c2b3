package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import java.time.Duration;

/** The pause between two looks at a cluster. */
final class Poll {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private Poll() {}

    static void pause(String awaited) {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for " + awaited, e);
        }
    }

    /** As above, until a time of {@link System#nanoTime}. */
    static void pauseUntil(long end, String awaited) {
        if (System.nanoTime() > end) {
            throw new StackException("waited too long for " + awaited);
        }
        pause(awaited);
    }
}
