package io.huihui.models.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Leaves alone what keeps failing: resilience4j's breaker with a rule and a clock of ours. The
 * clock is whoever's asks: event time where a result depends on it, else a wall clock.
 *
 * <p>It is not kept in any savepoint: it says something about a process, and a new process asks
 * anew. Not safe for use by several threads.
 */
public final class Breaker {

    private static final double DOUBLED = 2;
    private static final float PERCENT = 100;

    private final BreakerRule rule;
    private final CircuitBreaker breaker;
    private int inARow;
    private int failedTrials;

    /**
     * A closed breaker.
     *
     * @param millis the time, which only moves forward
     */
    public Breaker(String name, BreakerRule rule, LongSupplier millis) {
        this.rule = rule;
        this.breaker =
                CircuitBreaker.of(
                        name,
                        CircuitBreakerConfig.custom()
                                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                                .slidingWindowSize(rule.window())
                                .minimumNumberOfCalls(rule.window())
                                .failureRateThreshold((float) rule.failureShare() * PERCENT)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .waitIntervalFunctionInOpenState(
                                        IntervalFunction.ofExponentialBackoff(
                                                Duration.ofMillis(rule.coolDownMillis()),
                                                DOUBLED,
                                                Duration.ofMillis(rule.longestCoolDownMillis())))
                                .clock(new MillisClock(millis))
                                .build());
    }

    /** What a breaker does with the next call. */
    public enum State {
        /** It is let through. */
        CLOSED,
        /** It is refused. */
        OPEN,
        /** It is the one trial, or is refused because that is still out. */
        HALF_OPEN
    }

    /** Whether a call may be made now; whoever makes it says what came of it. */
    public boolean mayCall() {
        return breaker.tryAcquirePermission();
    }

    /** The call that was allowed is not made after all. */
    public void notCalled() {
        breaker.releasePermission();
    }

    /** The call did what it should. */
    public void succeeded() {
        inARow = 0;
        failedTrials = 0;
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** The call failed. */
    public void failed() {
        inARow++;
        if (state() == State.HALF_OPEN) {
            failedTrials++;
        }
        breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException("failed"));
        if (inARow >= rule.failuresInARow() && state() == State.CLOSED) {
            breaker.transitionToOpenState();
        }
    }

    /** Opens at once: the call did worse than fail. */
    public void tripped() {
        failed();
        if (state() == State.CLOSED) {
            breaker.transitionToOpenState();
        }
    }

    public State state() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> State.OPEN;
            case HALF_OPEN -> State.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
        };
    }

    /** Returns how many trials have failed since the last call that did what it should. */
    public int failedTrials() {
        return failedTrials;
    }

    private static final class MillisClock extends Clock {

        private final LongSupplier millis;

        MillisClock(LongSupplier millis) {
            this.millis = millis;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.getAsLong());
        }
    }
}
