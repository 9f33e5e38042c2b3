package io.huihui.models.decision;

import io.huihui.models.Require;

import java.util.List;

/**
 * A price of the underlying at which something is expected to happen.
 *
 * @param price centre of the cluster, currency
 * @param score 0..1
 * @param sources metrics that speak for it, never empty
 * @param touches how often the price came to it since it was first seen
 */
public record KeyLevel(
        double price,
        KeyLevelType type,
        double score,
        List<String> sources,
        long firstSeenMillis,
        int touches,
        LevelOutcome lastOutcome) {

    public KeyLevel {
        Require.positive("price", price);
        Require.present("type", type);
        Require.within("score", score, 0, 1);
        sources = List.copyOf(sources);
        Require.that(!sources.isEmpty(), "at least one source", () -> "none for " + price);
        Require.that(
                firstSeenMillis > 0,
                "firstSeenMillis > 0",
                () -> "firstSeenMillis=" + firstSeenMillis);
        Require.notNegative("touches", (long) touches);
        Require.present("lastOutcome", lastOutcome);
    }
}
