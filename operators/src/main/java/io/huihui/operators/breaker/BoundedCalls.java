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
    private final List<CallSeries<?>> hung = new ArrayList<>();

    private ThreadPoolExecutor helper;
    private CallSeries<?> running;
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
        if (isOver(running)) {
            patience.answered(running.lastNanos());
            running = null;
            breaker.failed(); // it came, but of no use
            return false;
        }
        if (nanos.getAsLong() - running.startNanos()
                >= TimeUnit.MILLISECONDS.toNanos(config.budgetMillis())) {
            giveUp();
            return false;
        }
        return true;
    }

    @Override
    public boolean isSettled() {
        hung.removeIf(BoundedCalls::isOver);
        return hung.isEmpty() && (running == null || isOver(running));
    }

    private static boolean isOver(CallSeries<?> series) {
        return series.whole().isDone();
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
        hung.removeIf(BoundedCalls::isOver);
        return hung.size() < MOST_HUNG;
    }

    /** Each call is waited for as long as its own answer is of use. */
    @Override
    public <T> List<Answer<T>> callAll(List<Callable<T>> works) {
        CallSeries<T> series = new CallSeries<>(works, nanos);
        helper.execute(series);
        boolean isWhole = await(series);
        List<Answer<T>> answers = series.answers();
        series.took().subList(0, answers.size()).forEach(this::cameBack);
        if (!isWhole && answers.size() < works.size()) {
            late++;
            patience.gaveUp();
            running = series;
            answers.add(Answer.late());
        }
        return answers;
    }

    private void cameBack(long took) {
        patience.answered(took);
        breaker.succeeded(); // whether what it says is good, is not known here
    }

    /** Returns false when a call was not waited for to its end. */
    private boolean await(CallSeries<?> series) {
        long part = patience.nanos() / PARTS;
        int parts = PARTS;
        int made = 0;
        while (true) {
            try {
                return series.whole().get(part, TimeUnit.NANOSECONDS);
            } catch (TimeoutException notYet) {
                int before = made;
                made = series.made();
                parts = made > before ? PARTS : parts - 1;
                if (parts <= 0 && series.abandon()) {
                    return false;
                }
            } catch (ExecutionException fatal) {
                throw new IllegalStateException(name + " failed beyond repair", fatal.getCause());
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                series.stop();
                return false;
            }
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
