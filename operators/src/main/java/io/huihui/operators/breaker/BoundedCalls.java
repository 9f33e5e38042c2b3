package io.huihui.operators.breaker;

import io.huihui.models.OutsideResults;
import io.huihui.models.breaker.Breaker;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.breaker.Patience;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Makes calls on a helper thread and waits for each only as long as an answer is of use. A call
 * that goes on after that is left to itself, and none is made beside it; one that is still there
 * when the budget is used up is taken for hung: its thread is given up and the breaker opens.
 *
 * <p>By the clock, so for live streams only. What is late in half of the calls opens the breaker
 * too.
 */
public final class BoundedCalls implements Caller {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedCalls.class);

    /**
     * An answer is waited for in so many parts: when the whole process stood still, as in a
     * collection of garbage, one part is over and the call still has the others.
     */
    private static final int PARTS = 4;

    /** Threads that hang are left to hang, but not without end. */
    static final int MOST_HUNG = 3;

    private final String name;
    private final BreakerConfig config;
    private final LongSupplier nanos;
    private final Breaker breaker;
    private final Patience patience;
    private final List<TimedCall<?>> hung = new ArrayList<>();

    private ThreadPoolExecutor helper;
    private TimedCall<?> running;
    private long late;
    private long givenUp;

    /** Calls by the clock of the machine. */
    @OutsideResults("a live operator waits by the clock; a replay does not use this class")
    public BoundedCalls(String name, BreakerConfig config) {
        this(name, config, System::nanoTime);
    }

    BoundedCalls(String name, BreakerConfig config, LongSupplier nanos) {
        this.name = name;
        this.config = config;
        this.nanos = nanos;
        this.breaker =
                new Breaker(
                        name,
                        config.rule(),
                        () -> TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong()));
        this.patience =
                new Patience(
                        TimeUnit.MILLISECONDS.toNanos(config.leastAnswerMillis()),
                        TimeUnit.MILLISECONDS.toNanos(config.answerMillis()));
        this.helper = helper();
    }

    private ThreadPoolExecutor helper() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    @Override
    public boolean mayCall() {
        return !isRunning() && isAnyThreadLeft() && breaker.mayCall();
    }

    /** Looks after the call that was left to itself. */
    private boolean isRunning() {
        if (running == null) {
            return false;
        }
        if (running.isDone()) {
            patience.answered(running.nanos());
            running = null;
            breaker.failed(); // it came, but of no use
            return false;
        }
        if (nanos.getAsLong() - running.start
                >= TimeUnit.MILLISECONDS.toNanos(config.budgetMillis())) {
            giveUp();
            return false;
        }
        return true;
    }

    @Override
    public boolean isSettled() {
        hung.removeIf(FutureTask::isDone);
        return hung.isEmpty() && (running == null || running.isDone());
    }

    private void giveUp() {
        LOG.warn(
                "{}: need an answer within {} ms, was none; its thread is given up",
                name,
                config.budgetMillis());
        hung.add(running);
        running = null;
        givenUp++;
        helper.shutdownNow();
        helper = helper();
        breaker.tripped();
    }

    private boolean isAnyThreadLeft() {
        hung.removeIf(FutureTask::isDone);
        return hung.size() < MOST_HUNG;
    }

    @Override
    public <T> Answer<T> call(Callable<T> work) {
        TimedCall<T> task = new TimedCall<>(work, nanos);
        long wait = patience.nanos();
        helper.execute(task);
        for (int part = 0; part < PARTS; part++) {
            try {
                Answer<T> answer = task.get(wait / PARTS, TimeUnit.NANOSECONDS);
                patience.answered(task.nanos());
                breaker.succeeded(); // whether what it says is good, is not known here
                return answer;
            } catch (TimeoutException notYet) {
                // The next part, or too late.
            } catch (ExecutionException fatal) {
                throw new IllegalStateException(name + " failed beyond repair", fatal.getCause());
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        late++;
        patience.gaveUp();
        running = task;
        return Answer.late();
    }

    /** A call that knows how long it took. */
    private static final class TimedCall<T> extends FutureTask<Answer<T>> {

        private final LongSupplier clock;
        private final long start;
        private volatile long end;

        TimedCall(Callable<T> work, LongSupplier clock) {
            super(() -> Calls.make(work));
            this.clock = clock;
            this.start = clock.getAsLong();
        }

        @Override
        protected void set(Answer<T> answer) {
            end = clock.getAsLong();
            super.set(answer);
        }

        /** Returns how long it took, once it is done. */
        long nanos() {
            return end - start;
        }
    }

    @Override
    public boolean mayBeLate() {
        return true;
    }

    @Override
    public Breaker.State state() {
        return breaker.state();
    }

    /** Returns how many calls were not waited for to their end. */
    public long late() {
        return late;
    }

    /** Returns how many calls were taken for hung. */
    public long givenUp() {
        return givenUp;
    }

    @Override
    public void close() {
        helper.shutdownNow();
    }
}
