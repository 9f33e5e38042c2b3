package io.huihui.models.memory;

import io.huihui.models.Require;

import java.io.Serializable;

/**
 * How past situations are remembered.
 *
 * @param engine what finds the nearest
 * @param capacity situations of a symbol, or of a shard, that are held at most; one more lets the
 *     oldest go
 * @param neighbours how many of them are looked at
 */
public record MemoryConfig(Engine engine, int capacity, int neighbours) implements Serializable {

    /** What finds the nearest situations. */
    public enum Engine {
        /** Compares with every one. */
        EXACT(false),
        /** Walks a graph of neighbours, once there are enough to learn from. */
        GRAPH(false),
        /** Compares with every one, by tensors on a device; the same answers as EXACT. */
        TENSOR(true),
        /** Compares with every one, by pgvector in Postgres; the same answers as EXACT. */
        PGVECTOR(true);

        private final boolean onDevice;

        Engine(boolean onDevice) {
            this.onDevice = onDevice;
        }

        /** Returns whether something outside proposes what is near, and EXACT decides. */
        public boolean onDevice() {
            return onDevice;
        }
    }

    /** Two weeks of minutes: about three quarters of a megabyte of state a symbol. */
    private static final int USUAL_CAPACITY = 4_096;

    /** A share of one half is then known to about .07. */
    private static final int USUAL_NEIGHBOURS = 50;

    public MemoryConfig {
        Require.present("memory.engine", engine);
        Require.that(
                capacity >= RememberedSituations.LEARNED_FROM,
                "memory.capacity >= " + RememberedSituations.LEARNED_FROM,
                "capacity=" + capacity);
        Require.that(
                neighbours >= 1 && neighbours <= capacity,
                "1 <= memory.neighbours <= capacity",
                "neighbours=" + neighbours + " capacity=" + capacity);
    }

    public static MemoryConfig defaults() {
        return new MemoryConfig(Engine.GRAPH, USUAL_CAPACITY, USUAL_NEIGHBOURS);
    }
}
