package io.huihui.connectors.gateway;

import io.huihui.models.Require;

/**
 * Who is asked for a symbol.
 *
 * @param symbol as both providers write it, e.g. {@code SPX}
 * @param primary asked first, each time
 * @param fallback asked when the primary does not answer; NONE when nobody is
 */
public record WatchedSymbol(String symbol, ProviderName primary, ProviderName fallback) {

    public WatchedSymbol {
        Require.text("symbol", symbol);
        Require.present("primary", primary);
        Require.present("fallback", fallback);
        Require.that(
                primary != ProviderName.NONE && primary != fallback,
                "a primary, and another provider or NONE as fallback, for " + symbol,
                () -> "primary=" + primary + " fallback=" + fallback);
    }
}
