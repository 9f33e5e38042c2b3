package io.huihui.models.memory;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * Whose past situations count.
 *
 * @param kind of one symbol, or of the market
 * @param shards of how many parts the market's memory is; each holds {@link MemoryConfig#capacity}
 * @param maxWaitMillis how long the answer of a shard is waited for
 */
public record MemoryScope(Kind kind, int shards, long maxWaitMillis) implements Serializable {

    /** Whose situations. */
    public enum Kind {
        /** A symbol's own, kept with it. */
        SYMBOL,
        /** Those of all symbols, spread over shards. */
        MARKET
    }

    private static final int MOST_SHARDS = 64;

    /** As many as a small cluster has cores for. */
    private static final int USUAL_SHARDS = 4;

    /** Ten times what a search takes, and little beside the minute for which the answer holds. */
    private static final long USUAL_WAIT_MILLIS = 200;

    public MemoryScope {
        Require.present("memory.scope", kind);
        Require.within("memory.shards", shards, 1, MOST_SHARDS);
        Require.that(
                maxWaitMillis > 0,
                "memory.maxWaitMillis > 0",
                () -> "memory.maxWaitMillis=" + maxWaitMillis);
    }

    public static MemoryScope ofSymbol() {
        return new MemoryScope(Kind.SYMBOL, USUAL_SHARDS, USUAL_WAIT_MILLIS);
    }
}
