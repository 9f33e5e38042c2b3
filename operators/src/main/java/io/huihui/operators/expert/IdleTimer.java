package io.huihui.operators.expert;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;

import java.io.IOException;

/**
 * Tells a keyed operator when its key has been silent so long that its state can go. One event-time
 * timer per key.
 */
public final class IdleTimer {

    /** Longer than any weekend with holidays, so that a symbol's memory survives it. */
    public static final long IDLE_MILLIS = 10L * 24 * 60 * 60_000;

    /** When a key was seen last, and when its timer fires. */
    public record Watch(long lastSeenMillis, long timerMillis) {}

    private final ValueState<Watch> watch;

    /** The state is named {@code <owner>-idle}; one record, cleared when the key is idle. */
    public IdleTimer(RuntimeContext context, String owner) {
        watch =
                context.getState(
                        new ValueStateDescriptor<>(
                                owner + "-idle", TypeInformation.of(Watch.class)));
    }

    /** Notes that the key was seen at this event time. */
    public void seen(long millis, TimerService timers) throws IOException {
        Watch before = watch.value();
        if (before == null) {
            long timer = millis + IDLE_MILLIS;
            timers.registerEventTimeTimer(timer);
            watch.update(new Watch(millis, timer));
        } else if (millis > before.lastSeenMillis()) {
            watch.update(new Watch(millis, before.timerMillis()));
        }
    }

    /**
     * Returns whether the key is idle, to be asked on every event-time timer; then the caller
     * clears its state. Sets the timer anew when the key was seen since.
     */
    public boolean isIdle(long timerMillis, TimerService timers) throws IOException {
        Watch now = watch.value();
        if (now == null || timerMillis != now.timerMillis()) {
            return false;
        }
        long due = now.lastSeenMillis() + IDLE_MILLIS;
        if (due <= timerMillis) {
            watch.clear();
            return true;
        }
        timers.registerEventTimeTimer(due);
        watch.update(new Watch(now.lastSeenMillis(), due));
        return false;
    }
}
