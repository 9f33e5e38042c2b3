package io.huihui.connectors.provider;

import io.huihui.models.Require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chains from the first provider of a list that answers. Each time the first is asked first (its
 * breaker says at once when it is left alone), so it takes over again by itself. What a provider
 * cannot say is null in its rows and never filled from another: mixing two sources in one chain
 * would count their flows twice.
 */
public final class ProviderFailover {

    private final List<GuardedProvider> providers;

    /** In the order in which they are asked. */
    public ProviderFailover(List<GuardedProvider> providers) {
        Require.that(!providers.isEmpty(), "at least one provider", "none");
        this.providers = List.copyOf(providers);
    }

    /**
     * Returns a fresh chain of the first provider that has one; when none has, the youngest that
     * may stand in, which says that it is stale.
     *
     * @throws ProviderUnavailableException when there is none either, with what each said
     */
    public ChainAnswer chain(ChainRequest request) throws ProviderUnavailableException {
        List<String> problems = new ArrayList<>();
        for (GuardedProvider provider : providers) {
            try {
                ProviderChain chain = provider.chain(request).value();
                return new ChainAnswer(chain, false, problems.isEmpty() ? null : said(problems));
            } catch (ProviderUnavailableException failed) {
                problems.add(failed.getMessage());
            }
        }
        ProviderChain youngest = null;
        boolean stale = false;
        for (GuardedProvider provider : providers) {
            Optional<Served<ProviderChain>> last = provider.standIn(request);
            if (last.isPresent() && isYounger(last.get().value(), youngest)) {
                youngest = last.get().value();
                stale = last.get().stale();
            }
        }
        if (youngest == null) {
            throw new ProviderUnavailableException(said(problems));
        }
        return new ChainAnswer(youngest, stale, said(problems));
    }

    private static boolean isYounger(ProviderChain chain, ProviderChain other) {
        return other == null || chain.cameMillis() > other.cameMillis();
    }

    private static String said(List<String> problems) {
        return String.join("; ", problems);
    }
}
