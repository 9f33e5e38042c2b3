package io.huihui.models.memory;

import io.huihui.models.Require;

import java.util.List;

/**
 * A remembered situation that a shard found.
 *
 * @param distance from the present one, as {@link Analogues#nearestDistance}
 * @param moves what came of it, as {@link PastSituation#moves}
 */
public record ShardNeighbour(double distance, List<KnownMove> moves) {

    public ShardNeighbour {
        Require.notNegative("distance", distance);
        moves = List.copyOf(moves);
    }
}
