package io.huihui.simulator.dirt;

import io.huihui.models.Require;

/**
 * One row of a chain as a provider sends it: a JSON array by position.
 *
 * @param rowNumber rises by one per row of the symbol's session; names the row in the truth log
 * @param payload text; may be malformed on purpose
 */
public record RawProviderRow(String symbol, long eventTimeMillis, long rowNumber, String payload) {

    public RawProviderRow {
        Require.text("symbol", symbol);
        Require.notNegative("rowNumber", rowNumber);
        Require.present("payload", payload);
    }
}
