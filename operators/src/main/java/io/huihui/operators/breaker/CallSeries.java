package io.huihui.operators.breaker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/**
 * Calls that one thread makes in turn, while another waits for them and may stop waiting. Then the
 * call that runs goes on, and none is made after it.
 */
final class CallSeries<T> implements Runnable {

    private final List<Callable<T>> works;
    private final LongSupplier nanos;
    private final FutureTask<Boolean> whole = new FutureTask<>(this::make, true);
    private final List<Answer<T>> answers = new ArrayList<>();
    private final List<Long> took = new ArrayList<>();
    private boolean runs;
    private boolean abandoned;
    private long start;

    CallSeries(List<Callable<T>> works, LongSupplier nanos) {
        this.works = works;
        this.nanos = nanos;
    }

    /** For the thread that makes the calls. */
    @Override
    public void run() {
        whole.run();
    }

    private void make() {
        for (Callable<T> work : works) {
            if (!begin()) {
                return;
            }
            Answer<T> answer = null;
            try {
                answer = Calls.make(work);
            } finally {
                end(answer);
            }
        }
    }

    private synchronized boolean begin() {
        start = nanos.getAsLong();
        runs = !abandoned;
        return runs;
    }

    private synchronized void end(Answer<T> answer) {
        runs = false;
        took.add(nanos.getAsLong() - start);
        if (!abandoned && answer != null) {
            answers.add(answer);
        }
    }

    /** Done when nothing runs any more; fails with what ended the thread. */
    FutureTask<Boolean> whole() {
        return whole;
    }

    /** Returns how many calls have come back so far. */
    synchronized int made() {
        return took.size();
    }

    /** Waits no longer for the call that runs, and makes no more; returns false if none does. */
    synchronized boolean abandon() {
        abandoned = runs;
        return runs;
    }

    /** Makes no more calls, whether one runs or not. */
    synchronized void stop() {
        abandoned = true;
    }

    /** Returns when the last call began. */
    synchronized long startNanos() {
        return start;
    }

    /** Returns how long the last call took that came back. */
    synchronized long lastNanos() {
        return took.get(took.size() - 1);
    }

    /** Returns how long each call took that came back. */
    synchronized List<Long> took() {
        return List.copyOf(took);
    }

    /** Returns what came of the calls that were waited for. */
    synchronized List<Answer<T>> answers() {
        return new ArrayList<>(answers);
    }
}
