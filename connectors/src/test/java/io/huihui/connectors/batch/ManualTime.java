package io.huihui.connectors.batch;

import org.apache.flink.api.common.operators.ProcessingTimeService;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Processing time that moves only when a test says so, and fires timers on the way. */
public final class ManualTime implements ProcessingTimeService {

    private long nowMillis;
    private final List<Timer> timers = new ArrayList<>();

    @Override
    public long getCurrentProcessingTime() {
        return nowMillis;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long timestamp, ProcessingTimeCallback callback) {
        Timer timer = new Timer(timestamp, callback);
        timers.add(timer);
        return timer;
    }

    /** Moves time without firing timers, as it does while the task thread is held. */
    void passWhileHeld(Duration time) {
        nowMillis += time.toMillis();
    }

    /** Returns a pause that sleeps and moves this clock: a store is left alone by it. */
    public Pause sleeping() {
        return wait -> {
            Pause.sleeping().of(wait);
            passWhileHeld(wait);
        };
    }

    void advanceTo(long millis) throws Exception {
        while (true) {
            Timer next =
                    timers.stream()
                            .filter(timer -> timer.atMillis <= millis)
                            .min(Comparator.comparingLong(timer -> timer.atMillis))
                            .orElse(null);
            if (next == null) {
                nowMillis = millis;
                return;
            }
            timers.remove(next);
            nowMillis = Math.max(nowMillis, next.atMillis);
            next.callback.onProcessingTime(next.atMillis);
        }
    }

    int pendingTimers() {
        return timers.size();
    }

    private final class Timer extends CompletableFuture<Void> implements ScheduledFuture<Void> {

        private final long atMillis;
        private final ProcessingTimeCallback callback;

        Timer(long atMillis, ProcessingTimeCallback callback) {
            this.atMillis = atMillis;
            this.callback = callback;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            timers.remove(this);
            return super.cancel(mayInterrupt);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(atMillis - nowMillis, TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }
}
