package io.huihui.operators.breaker;

import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Test
    void callsAreMadeInTheirOrderAndEachHasItsAnswer() {
        IllegalStateException broken = new IllegalStateException("out of order");

        List<Answer<String>> answers =
                patient.callAll(
                        List.of(
                                () -> "first",
                                () -> {
                                    throw broken;
                                },
                                () -> "third"));

        assertThat(answers)
                .extracting(Answer::kind)
                .containsExactly(Answer.Kind.ANSWERED, Answer.Kind.THREW, Answer.Kind.ANSWERED);
        assertThat(answers.get(0).value()).isEqualTo("first");
        assertThat(answers.get(2).value()).isEqualTo("third");
    }

    @Test
    void afterACallThatIsLateNoneIsMadeAndTheOnesBeforeCount() {
        AtomicLong made = new AtomicLong();
        Callable<String> quick = () -> "call " + made.incrementAndGet();

        List<Answer<String>> answers =
                hasty.callAll(List.of(quick, quick, this::stuck, quick, quick));
        release.countDown();
        awaitSettled();

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).value()).isEqualTo("call 2");
        assertThat(answers.get(2).kind()).isEqualTo(Answer.Kind.LATE);
        assertThat(made).as("not even when the late one is back").hasValue(2);
        assertThat(hasty.mayCall()).isTrue();
    }

    /** Each takes a third of what one may; together they take longer than that. */
    @Test
    void manyCallsAreNotLateWhenNoneOfThemIs() {
        BreakerConfig config = new BreakerConfig(5, 20, 0.5, 5_000, 10_000, 240, 240, LONG, 30_000);
        try (BoundedCalls calls = new BoundedCalls("test", config, nanos::get)) {
            Callable<String> slow =
                    () -> {
                        TimeUnit.MILLISECONDS.sleep(80);
                        return "done";
                    };
            assertThat(calls.callAll(Collections.nCopies(8, slow)))
                    .hasSize(8)
                    .allMatch(answer -> answer.kind() == Answer.Kind.ANSWERED);
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
