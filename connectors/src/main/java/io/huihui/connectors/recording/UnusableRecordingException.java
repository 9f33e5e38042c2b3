package io.huihui.connectors.recording;

/** Says in one sentence why nothing can be imported. */
public final class UnusableRecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableRecordingException(String sentence) {
        super(sentence);
    }
}
