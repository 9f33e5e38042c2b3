package io.huihui.operators.breaker;

import io.huihui.models.OrNull;

/**
 * What came of a call.
 *
 * @param value the answer; null unless ANSWERED
 * @param thrown what was thrown; null unless THREW
 */
public record Answer<T>(Kind kind, @OrNull T value, @OrNull Throwable thrown) {

    /** How a call ended. */
    public enum Kind {
        ANSWERED,
        THREW,
        /** It is still running, and nobody waits for it. */
        LATE
    }

    static <T> Answer<T> of(T value) {
        return new Answer<>(Kind.ANSWERED, value, null);
    }

    static <T> Answer<T> threw(Throwable thrown) {
        return new Answer<>(Kind.THREW, null, thrown);
    }

    static <T> Answer<T> late() {
        return new Answer<>(Kind.LATE, null, null);
    }
}
