package io.huihui.operators.breaker;

import io.huihui.models.breaker.Breaker;

import java.util.concurrent.Callable;

/** Makes calls that may fail, one at a time; used by the thread of one task only. */
public interface Caller extends AutoCloseable {

    /** Whether a call can be made now; then one must be made. */
    boolean mayCall();

    /** Makes a call. What it touches is not to be touched again when it is LATE. */
    <T> Answer<T> call(Callable<T> work);

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
            public <T> Answer<T> call(Callable<T> work) {
                return Calls.make(work);
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
