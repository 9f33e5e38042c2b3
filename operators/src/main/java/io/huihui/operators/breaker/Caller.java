package io.huihui.operators.breaker;

import io.huihui.models.breaker.Breaker;

import java.util.List;
import java.util.concurrent.Callable;

/** Makes calls that may fail, one after another; used by the thread of one task only. */
public interface Caller extends AutoCloseable {

    /** Whether a call can be made now; then one must be made. */
    boolean mayCall();

    /**
     * Makes calls in their order. What a call touches is not to be touched again when it is LATE.
     *
     * @return what came of each that was made: none is made after one that is LATE
     */
    <T> List<Answer<T>> callAll(List<Callable<T>> works);

    /** Makes a call. What it touches is not to be touched again when it is LATE. */
    default <T> Answer<T> call(Callable<T> work) {
        List<Answer<T>> made = callAll(List.of(work));
        return made.isEmpty() ? Answer.late() : made.get(0);
    }

    /** Whether a call may come back LATE. */
    boolean mayBeLate();

    /** Whether what is called is left alone, as it hangs or is late. */
    Breaker.State state();

    /** Whether no call is running that nobody waits for. */
    boolean isSettled();

    @Override
    void close();

    /** Returns a caller that waits as long as a call takes, so that no clock has a say. */
    static Caller direct() {
        return new Caller() {
            @Override
            public boolean mayCall() {
                return true;
            }

            @Override
            public <T> List<Answer<T>> callAll(List<Callable<T>> works) {
                return works.stream().map(Calls::make).toList();
            }

            @Override
            public boolean mayBeLate() {
                return false;
            }

            @Override
            public Breaker.State state() {
                return Breaker.State.CLOSED;
            }

            @Override
            public boolean isSettled() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
