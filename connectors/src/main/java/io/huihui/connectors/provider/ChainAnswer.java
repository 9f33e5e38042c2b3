package io.huihui.connectors.provider;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * A chain of the first provider that had one.
 *
 * @param stale whether it is older than 30 s and stands in for one that could not be got
 * @param problem what those said that were asked before; null when the first had it
 */
public record ChainAnswer(ProviderChain chain, boolean stale, @OrNull String problem) {

    public ChainAnswer {
        Require.present("chain", chain);
    }
}
