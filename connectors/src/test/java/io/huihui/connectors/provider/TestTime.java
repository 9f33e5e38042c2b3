package io.huihui.connectors.provider;

import io.huihui.connectors.batch.Pause;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A clock that only moves when somebody waits, or says so. */
public final class TestTime implements LongSupplier, Pause {

    /** A Friday morning in New York. */
    public static final long MORNING = Instant.parse("2026-01-16T15:00:00Z").toEpochMilli();

    private final AtomicLong now = new AtomicLong(MORNING);
    private final AtomicLong waited = new AtomicLong();

    @Override
    public long getAsLong() {
        return now.get();
    }

    @Override
    public void of(Duration time) {
        waited.addAndGet(time.toMillis());
        advance(time);
    }

    public void advance(Duration time) {
        now.addAndGet(time.toMillis());
    }

    /** Returns how long all that waited have waited. */
    public long waitedMillis() {
        return waited.get();
    }
}
