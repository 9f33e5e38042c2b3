package io.huihui.operators.expert;

import io.huihui.models.Require;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.operators.breaker.BoundedCalls;
import io.huihui.operators.breaker.Caller;

import java.io.Serializable;

/**
 * How experts are asked, and when they are left alone.
 *
 * @param judging ON_ARRIVAL: on a thread of their own that is not waited for without end.
 *     BY_EVENT_TIME: on the task's thread, however long it takes, so that no clock has a say in
 *     what a replay gives
 */
public record Asking(BreakerConfig breakers, Judging judging, Interview interview)
        implements Serializable {

    private static final int MOST_TOGETHER = 16;

    public Asking {
        Require.present("breakers", breakers);
        Require.present("judging", judging);
        Require.present("interview", interview);
    }

    /** Returns a way to ask experts as they are. */
    public static Asking of(BreakerConfig breakers, Judging judging) {
        return new Asking(breakers, judging, Interview.plain());
    }

    /**
     * Returns how many snapshots experts are asked about together at most. Live, what waking a
     * thread costs is shared; the first waits for the last, some milliseconds. In a replay each is
     * answered as it comes.
     */
    int together() {
        return switch (judging) {
            case ON_ARRIVAL -> MOST_TOGETHER;
            case BY_EVENT_TIME -> 1;
        };
    }

    Caller caller(String uid) {
        return switch (judging) {
            case ON_ARRIVAL -> new BoundedCalls(uid, breakers);
            case BY_EVENT_TIME -> Caller.direct();
        };
    }
}
