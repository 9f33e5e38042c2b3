package io.huihui.models.memory;

import io.huihui.models.Require;

import java.util.List;

/**
 * What one shard of the market's memory found.
 *
 * @param asked the present situation
 * @param shard 0, 1, 2 and so on
 * @param held how many situations it holds
 * @param approximate whether it may have missed one
 * @param neighbours the nearest ones, nearest first
 */
public record ShardAnswer(
        Situation asked,
        int shard,
        int held,
        boolean approximate,
        List<ShardNeighbour> neighbours) {

    public ShardAnswer {
        Require.present("asked", asked);
        Require.that(shard >= 0, "shard >= 0", "shard=" + shard);
        Require.that(held >= 0, "held >= 0", "held=" + held);
        neighbours = List.copyOf(neighbours);
    }
}
