package io.huihui.connectors.batch;

import java.time.Duration;

/** Waits; a test passes one that only moves its clock. */
@FunctionalInterface
public interface Pause {

    void of(Duration time) throws InterruptedException;

    /** Returns the pause that sleeps. */
    static Pause sleeping() {
        return time -> Thread.sleep(time.toMillis());
    }
}
