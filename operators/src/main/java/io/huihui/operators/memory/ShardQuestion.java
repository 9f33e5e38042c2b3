package io.huihui.operators.memory;

import io.huihui.models.Require;
import io.huihui.models.memory.Situation;

/** What is like a situation in one shard? */
public record ShardQuestion(int shard, Situation situation) {

    public ShardQuestion {
        Require.that(shard >= 0, "shard >= 0", "shard=" + shard);
        Require.present("situation", situation);
    }
}
