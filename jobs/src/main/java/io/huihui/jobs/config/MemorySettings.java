package io.huihui.jobs.config;

import io.huihui.models.Require;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.MemoryScope;
import io.huihui.network.ComputeDevice;

/**
 * How past situations are remembered, and on what they are compared.
 *
 * @param engine as {@link MemoryConfig#engine}
 * @param capacity as {@link MemoryConfig#capacity}
 * @param neighbours as {@link MemoryConfig#neighbours}
 * @param device of the engine TENSOR
 * @param scope as {@link MemoryScope#kind}
 * @param shards as {@link MemoryScope#shards}
 * @param maxWaitMillis as {@link MemoryScope#maxWaitMillis}
 */
public record MemorySettings(
        MemoryConfig.Engine engine,
        int capacity,
        int neighbours,
        ComputeDevice device,
        MemoryScope.Kind scope,
        int shards,
        long maxWaitMillis) {

    public MemorySettings {
        Require.present("device", device);
        Require.that(
                device == ComputeDevice.CPU || engine == MemoryConfig.Engine.TENSOR,
                "memory.engine=TENSOR for memory.device=" + device,
                () -> "memory.engine=" + engine);
        // Which check the rest.
        Require.present("memory", new MemoryConfig(engine, capacity, neighbours));
        Require.present("memory", new MemoryScope(scope, shards, maxWaitMillis));
    }

    static MemorySettings defaults() {
        return of(MemoryConfig.defaults(), ComputeDevice.CPU, MemoryScope.ofSymbol());
    }

    private static MemorySettings of(MemoryConfig config, ComputeDevice device, MemoryScope scope) {
        return new MemorySettings(
                config.engine(),
                config.capacity(),
                config.neighbours(),
                device,
                scope.kind(),
                scope.shards(),
                scope.maxWaitMillis());
    }

    /** Returns the same without a device, which changes no answer. */
    MemorySettings forReplay() {
        return engine.onDevice() ? exact() : this;
    }

    /** Returns the same without a store, which changes no answer. */
    MemorySettings withoutStore() {
        return engine == MemoryConfig.Engine.PGVECTOR ? exact() : this;
    }

    private MemorySettings exact() {
        MemoryConfig exact = new MemoryConfig(MemoryConfig.Engine.EXACT, capacity, neighbours);
        return of(exact, ComputeDevice.CPU, reach());
    }

    /** Returns what a memory is told. */
    public MemoryConfig config() {
        return new MemoryConfig(engine, capacity, neighbours);
    }

    /** Returns whose situations count. */
    public MemoryScope reach() {
        return new MemoryScope(scope, shards, maxWaitMillis);
    }
}
