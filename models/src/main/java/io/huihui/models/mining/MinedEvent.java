package io.huihui.models.mining;

import io.huihui.models.Require;

/**
 * Something that happened to a symbol.
 *
 * @param name its kind, e.g. {@code SIGNAL VAPI_SURGE BULLISH}
 */
public record MinedEvent(String symbol, long timeMillis, String name) {

    public MinedEvent {
        Require.text("symbol", symbol);
        Require.notNegative("timeMillis", timeMillis);
        Require.text("name", name);
    }
}
