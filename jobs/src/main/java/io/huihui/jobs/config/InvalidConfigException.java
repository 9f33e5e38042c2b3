package io.huihui.jobs.config;

/** Says in one sentence what is wrong with a configuration and how to mend it. */
public final class InvalidConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidConfigException(String sentence) {
        super(sentence);
    }
}
