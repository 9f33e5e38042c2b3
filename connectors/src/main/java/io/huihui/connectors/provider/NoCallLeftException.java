package io.huihui.connectors.provider;

/** There is no call left for now: the provider works, so its breaker takes no note of it. */
public final class NoCallLeftException extends ProviderUnavailableException {

    private static final long serialVersionUID = 1L;

    public NoCallLeftException(String sentence) {
        super(sentence);
    }
}
