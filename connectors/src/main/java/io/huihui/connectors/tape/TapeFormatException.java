package io.huihui.connectors.tape;

/** Says in one sentence why a folder is not a tape. */
public final class TapeFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TapeFormatException(String sentence) {
        super(sentence);
    }
}
