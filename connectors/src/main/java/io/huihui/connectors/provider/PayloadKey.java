package io.huihui.connectors.provider;

import io.huihui.models.Require;

/**
 * What an answer is an answer to: two questions with equal keys are one question.
 *
 * @param endpoint what is asked for, e.g. {@code chain}
 */
public record PayloadKey(String provider, String endpoint, ChainRequest request) {

    public PayloadKey {
        Require.text("provider", provider);
        Require.text("endpoint", endpoint);
        Require.present("request", request);
    }
}
