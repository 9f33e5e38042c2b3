package io.huihui.operators.breaker;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** What a call has used of its budget is a number here; only the wait for an answer is real. */
class BoundedCallsTest {

    private static final long LONG = 60_000;
    private static final BreakerConfig PATIENT =
            new BreakerConfig(5, 20, 0.5, 5_000, 10_000, LONG, LONG, LONG, 30_000);
    private static final BreakerConfig HASTY =
            new BreakerConfig(5, 20, 0.5, 5_000, 10_000, 4, 4, 800, 30_000);

    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch release = new CountDownLatch(1);
    private final BoundedCalls patient = new BoundedCalls("test", PATIENT, nanos::get);
    private final BoundedCalls hasty = new BoundedCalls("test", HASTY, nanos::get);

    @AfterEach
    void end() {
        release.countDown();
        patient.close();
        hasty.close();
    }

    @Test
    void anAnswerOrWhatIsThrownComesBack() {
        IllegalStateException broken = new IllegalStateException("out of order");

        assertThat(patient.mayCall()).isTrue();
        assertThat(patient.call(() -> "yes").value()).isEqualTo("yes");
        Answer<String> thrown =
                patient.call(
                        () -> {
                            throw broken;
                        });
        assertThat(thrown.thrown()).isSameAs(broken);
        assertThat(patient.call(() -> "again").value()).isEqualTo("again");
    }

    @Test
    void whileALateCallIsStillThereNoneIsMadeBesideIt() {
        assertThat(hasty.mayCall()).isTrue();
        assertThat(hasty.call(this::stuck).kind()).isEqualTo(Answer.Kind.LATE);
        assertThat(hasty.mayCall()).isFalse();

        release.countDown();
        awaitSettled();

        assertThat(hasty.mayCall()).as("it came back within the budget").isTrue();
        assertThat(hasty.givenUp()).isZero();
    }

    @Test
    void aCallThatUsesUpItsBudgetIsGivenUpAndTheBreakerOpens() {
        assertThat(hasty.mayCall()).isTrue();
        hasty.call(this::stuck);
        passes(799);
        assertThat(hasty.mayCall()).isFalse();
        assertThat(hasty.state()).isEqualTo(Breaker.State.CLOSED);

        passes(1);

        assertThat(hasty.mayCall()).isFalse();
        assertThat(hasty.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(hasty.givenUp()).isEqualTo(1);
        passes(5_001);
        assertThat(hasty.mayCall()).as("one trial, on another thread").isTrue();
    }

    @Test
    void whenTooManyThreadsHangNoMoreAreStarted() {
        for (int i = 0; i < BoundedCalls.MOST_HUNG; i++) {
            assertThat(hasty.mayCall()).isTrue();
            hasty.call(this::stuck);
            passes(800);
            assertThat(hasty.mayCall()).isFalse();
            passes(10_001);
        }
        assertThat(hasty.mayCall()).isFalse();

        release.countDown();
        while (!hasty.mayCall()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void lateCallsInARowOpenTheBreaker() {
        for (int i = 0; i < HASTY.failuresInARow(); i++) {
            assertThat(hasty.mayCall()).isTrue();
            CountDownLatch slow = new CountDownLatch(1);
            hasty.call(
                    () -> {
                        slow.await();
                        return "late";
                    });
            slow.countDown();
            awaitSettled();
        }

        assertThat(hasty.mayCall()).isFalse();
        assertThat(hasty.state()).isEqualTo(Breaker.State.OPEN);
        assertThat(hasty.givenUp()).isZero();
    }

    /** Were it waited for as long as the first ones are, this would take a minute. */
    @Test
    void anExpertThatAlwaysAnsweredQuicklyIsNotWaitedForLong() {
        BreakerConfig config = new BreakerConfig(5, 20, 0.5, 5_000, 10_000, 4, LONG, LONG, 30_000);
        try (BoundedCalls learned = new BoundedCalls("test", config, nanos::get)) {
            for (int i = 0; i < 100; i++) {
                assertThat(learned.call(() -> "quick").kind()).isEqualTo(Answer.Kind.ANSWERED);
            }
            assertThat(learned.call(this::stuck).kind()).isEqualTo(Answer.Kind.LATE);
        }
    }

    private void awaitSettled() {
        while (!hasty.isSettled()) {
            Thread.onSpinWait();
        }
    }

    private void passes(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** As native code does: an interrupt changes nothing. */
    private String stuck() {
        boolean interrupted = false;
        while (true) {
            try {
                release.await();
                break;
            } catch (InterruptedException ignored) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return "too late";
    }
}
