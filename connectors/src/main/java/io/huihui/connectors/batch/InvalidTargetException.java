package io.huihui.connectors.batch;

/**
 * Says in one sentence why a store cannot be used as configured: what was needed, what was found,
 * where, and what to do. Trying again does not help.
 */
public final class InvalidTargetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidTargetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public InvalidTargetException(String sentence) {
        super(sentence);
    }
}
