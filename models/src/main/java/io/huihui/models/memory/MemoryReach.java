package io.huihui.models.memory;

import io.huihui.models.Require;

/**
 * How much of a memory in shards answered in time.
 *
 * @param shards how many there are
 * @param answered how many of them answered, at least 1
 * @param share of the remembered situations that was compared, as far as is known: 1 when all
 *     answered; below 1 it is the recall to be expected, since shards hold situations at random
 */
public record MemoryReach(int shards, int answered, double share) {

    public MemoryReach {
        Require.within("answered", answered, 1, shards);
        Require.within("share", share, 0, 1);
        Require.that(
                answered < shards || share == 1,
                "share=1 when all answered",
                () -> "share=" + share);
    }
}
