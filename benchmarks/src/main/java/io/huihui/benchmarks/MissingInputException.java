package io.huihui.benchmarks;

/** Says in one sentence which recording is missing and where it was looked for. */
public final class MissingInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MissingInputException(String sentence) {
        super(sentence);
    }
}
