package io.huihui.stack;

/** Says in one sentence why a server could not be started or used, and what to do. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String sentence) {
        super(sentence);
    }

    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
