package io.huihui.models.feature;

import io.huihui.models.Require;

/**
 * The unit of agreement between features, experts and gate: one symbol at one event-time second.
 *
 * @param secondEndMillis end of the second (exclusive), a multiple of 1000: events with a time
 *     below it are in the snapshot
 */
public record SnapshotId(String symbol, long secondEndMillis) {

    public SnapshotId {
        Require.text("symbol", symbol);
        Require.that(
                secondEndMillis > 0 && secondEndMillis % 1000 == 0,
                "secondEndMillis to be a positive multiple of 1000",
                () -> "secondEndMillis=" + secondEndMillis);
    }

    /** Returns the id as it stands in keys and record ids, e.g. {@code SPY@1700000000000}. */
    public String text() {
        return symbol + "@" + secondEndMillis;
    }
}
