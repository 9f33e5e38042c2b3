package io.huihui.connectors.provider;

import io.huihui.models.Require;

import java.util.List;

/**
 * A provider's answers as they came: the underlying's, and one or more with contracts.
 *
 * @param cameMillis when the last of them came: the event time of what they say
 */
public record RawChain(String underlying, List<String> contracts, long cameMillis) {

    public RawChain {
        Require.present("underlying", underlying);
        contracts = List.copyOf(contracts);
    }
}
