package io.huihui.models.expert.regime.correlation;

import io.huihui.models.Require;

/**
 * The mid of a symbol at the end of a second.
 *
 * @param mid currency per share
 */
public record SymbolPrice(String symbol, long secondEndMillis, double mid) {

    public SymbolPrice {
        Require.text("symbol", symbol);
        Require.positive("mid", mid);
    }
}
