package io.huihui.operators.breaker;

import java.util.concurrent.Callable;

/** Turns what a call does into an answer. */
final class Calls {

    private Calls() {}

    /** Errors of the machine itself, such as no memory, are not caught: the task has to end. */
    static <T> Answer<T> make(Callable<T> work) {
        try {
            return Answer.of(work.call());
        } catch (Exception | LinkageError | StackOverflowError | AssertionError thrown) {
            return Answer.threw(thrown);
        }
    }
}
