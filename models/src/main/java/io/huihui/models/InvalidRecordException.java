package io.huihui.models;

/** Says in one sentence why a value cannot be a record of the vocabulary. */
public final class InvalidRecordException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidRecordException(String sentence) {
        super(sentence);
    }
}
