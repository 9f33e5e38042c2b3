package io.huihui.connectors.gateway;

import io.huihui.models.OrNull;
import io.huihui.models.Require;

/**
 * What came of asking for one symbol.
 *
 * @param source who said it; null when nobody did
 * @param cameMillis when the chain came; 0 when none did
 * @param contracts in it
 * @param refused contracts that could not be read
 * @param signedFlow whether it says what customers bought and sold
 * @param sent events that went out; 0 when the same chain was sent before
 * @param stale whether it only stands in for one that could not be got
 * @param problem why the primary did not say it; null when it did
 */
public record Polled(
        String symbol,
        @OrNull String source,
        long cameMillis,
        int contracts,
        int refused,
        boolean signedFlow,
        int sent,
        boolean stale,
        @OrNull String problem) {

    public Polled {
        Require.text("symbol", symbol);
    }

    /** Returns it as a line for people. */
    public String line() {
        if (source == null) {
            return symbol + ": nothing: " + problem;
        }
        return symbol
                + ": "
                + source
                + (stale ? ", stale" : "")
                + ", "
                + contracts
                + " contracts"
                + (refused == 0 ? "" : ", " + refused + " more unreadable")
                + (signedFlow ? "" : ", no signed flow")
                + (problem == null ? "" : "; " + problem);
    }
}
