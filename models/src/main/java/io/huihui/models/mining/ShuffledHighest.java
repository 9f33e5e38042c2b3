package io.huihui.models.mining;

import io.huihui.models.Require;

import java.util.List;

/**
 * The highest correlation of two windows in each of some shuffled series of a channel.
 *
 * @param first number of the first of them
 */
public record ShuffledHighest(
        String symbol, MiningChannel channel, int first, List<Double> highest) {

    public ShuffledHighest {
        Require.text("symbol", symbol);
        Require.present("channel", channel);
        Require.that(first >= 0, "first >= 0", () -> "first=" + first);
        highest = List.copyOf(highest);
    }
}
