package io.huihui.connectors.batch;

import java.io.IOException;

/** Says that a store did not answer now and may answer later. */
public final class StoreUnavailableException extends IOException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
