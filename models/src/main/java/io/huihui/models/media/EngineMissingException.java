package io.huihui.models.media;

/** Says in one sentence which engine cannot run on this machine, why, and what to do. */
public final class EngineMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineMissingException(String sentence) {
        super(sentence);
    }

    public EngineMissingException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
