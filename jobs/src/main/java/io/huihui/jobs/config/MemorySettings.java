package io.huihui.jobs.config;

import io.huihui.models.Require;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.network.ComputeDevice;

/**
 * How past situations are remembered, and on what they are compared.
 *
 * @param engine as {@link MemoryConfig#engine}
 * @param capacity as {@link MemoryConfig#capacity}
 * @param neighbours as {@link MemoryConfig#neighbours}
 * @param device of the engine TENSOR
 */
public record MemorySettings(
        MemoryConfig.Engine engine, int capacity, int neighbours, ComputeDevice device) {

    public MemorySettings {
        Require.present("device", device);
        Require.that(
                device == ComputeDevice.CPU || engine == MemoryConfig.Engine.TENSOR,
                "memory.engine=TENSOR for memory.device=" + device,
                () -> "memory.engine=" + engine);
        Require.present("memory", new MemoryConfig(engine, capacity, neighbours)); // which checks
    }

    static MemorySettings defaults() {
        MemoryConfig usual = MemoryConfig.defaults();
        return new MemorySettings(
                usual.engine(), usual.capacity(), usual.neighbours(), ComputeDevice.CPU);
    }

    /** Returns the same without a device, which changes no answer. */
    MemorySettings forReplay() {
        return engine == MemoryConfig.Engine.TENSOR
                ? new MemorySettings(
                        MemoryConfig.Engine.EXACT, capacity, neighbours, ComputeDevice.CPU)
                : this;
    }

    /** Returns what the memory is told. */
    public MemoryConfig config() {
        return new MemoryConfig(engine, capacity, neighbours);
    }
}
