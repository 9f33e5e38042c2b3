package io.huihui.connectors.provider;

/**
 * A source of option chains. Getting and reading are apart, so that answers are cached as they
 * came.
 */
public interface ChainProvider {

    /** Returns its name, which is the source of its events, e.g. {@code tradier}. */
    String name();

    /**
     * Returns the provider's answers to all the calls that a chain takes.
     *
     * @throws ProviderUnavailableException when one of them was not usable
     */
    RawChain fetch(ChainRequest request) throws ProviderUnavailableException;

    /**
     * Returns what the answers say. Fields that the provider does not have are null; a contract
     * that cannot be read is named with the reason, the others stand.
     *
     * @throws ProviderUnavailableException when they have no chain in them
     */
    ProviderChain read(ChainRequest request, RawChain raw) throws ProviderUnavailableException;
}
