package io.huihui.connectors.codec;

/**
 * Says in one sentence why some bytes are not a record. It carries no stack trace: a flood of bad
 * records must not cost more than a flood of good ones.
 */
public final class UndecodableException extends Exception {

    private static final long serialVersionUID = 1L;

    public UndecodableException(String sentence) {
        super(sentence, null, false, false);
    }
}
