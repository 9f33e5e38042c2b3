package io.huihui.models.serialization;

import java.io.IOException;

/** Says that stored state was written by a release this code does not know. */
public final class UnknownStateVersionException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnknownStateVersionException(String sentence) {
        super(sentence);
    }
}
