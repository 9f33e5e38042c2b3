package io.huihui.console.store;

/** A store does not answer, or not in time; the message says which and why. */
public final class StoreAwayException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreAwayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
