package io.huihui.connectors.provider;

/** A provider did not answer, or not usably; another one, or another time, may help. */
public class ProviderUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public ProviderUnavailableException(String sentence) {
        super(sentence);
    }

    public ProviderUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
