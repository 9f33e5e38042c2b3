package io.huihui.text.media;

import io.huihui.models.event.MediaItem.MediaKind;
import io.huihui.models.event.Transcript;
import io.huihui.models.media.EngineMissingException;
import io.huihui.models.media.MediaReader;
import io.huihui.models.media.Reading;
import io.huihui.models.media.ReadingFailure;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The readers of one kind of media, behind a breaker: an engine that fails or is late in half of
 * the last calls is left alone for a while.
 */
final class EnginePool {

    private static final int WINDOW = 10;
    private static final int FEWEST_CALLS = 5;
    private static final float FAILURE_PERCENT = 50;
    private static final int TRIAL_CALLS = 2;

    private final Engines engines;
    private final MediaKind kind;
    private final CircuitBreaker breaker;
    private final Queue<MediaReader> idle = new ConcurrentLinkedQueue<>();
    private volatile String missing;
    private volatile String engine = Transcript.NO_ENGINE;

    EnginePool(Engines engines, MediaKind kind, Duration rest) {
        this.engines = engines;
        this.kind = kind;
        this.breaker =
                CircuitBreaker.of(
                        "media-" + kind,
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(WINDOW)
                                .minimumNumberOfCalls(FEWEST_CALLS)
                                .failureRateThreshold(FAILURE_PERCENT)
                                .waitDurationInOpenState(rest)
                                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                                .build());
    }

    /** Returns the name of the engine, once it was opened. */
    String engine() {
        return engine;
    }

    /** Returns what an engine makes of the bytes; never throws. */
    Reading read(byte[] content, long deadlineMillis) {
        if (missing != null) {
            return Reading.failed(ReadingFailure.ENGINE_MISSING, missing);
        }
        if (!breaker.tryAcquirePermission()) {
            return Reading.failed(
                    ReadingFailure.BREAKER_OPEN,
                    "need an engine that answers, was failing or late in half of its last "
                            + WINDOW
                            + " calls; it is tried again soon");
        }
        Reading reading = readBehindBreaker(content, deadlineMillis);
        switch (reading.isText() ? ReadingFailure.NO_TEXT : reading.failure()) {
            // The engine did its work, whatever the media were.
            case NO_TEXT, UNREADABLE, LOW_CONFIDENCE -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            case ENGINE_MISSING -> breaker.releasePermission();
            default -> failed(reading.reason());
        }
        return reading;
    }

    private void failed(String reason) {
        breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(reason));
    }

    private Reading readBehindBreaker(byte[] content, long deadlineMillis) {
        MediaReader reader = null;
        try {
            reader = idle.poll();
            if (reader == null) {
                reader = engines.open(kind);
                engine = reader.engine();
            }
            Reading reading = reader.read(content, deadlineMillis);
            idle.add(reader);
            return reading;
        } catch (EngineMissingException absent) {
            missing = absent.getMessage();
            return Reading.failed(ReadingFailure.ENGINE_MISSING, missing);
        } catch (RuntimeException | LinkageError broken) {
            // Whatever state it is in, it is not used again.
            if (reader != null) {
                reader.close();
            }
            return Reading.failed(
                    ReadingFailure.ENGINE_FAILED, "the engine for " + kind + " failed: " + broken);
        }
    }

    void close() {
        for (MediaReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }
}
