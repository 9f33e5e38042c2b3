package io.huihui.operators.memory;

import io.huihui.models.breaker.BreakerConfig;
import io.huihui.models.memory.MemoryConfig;
import io.huihui.models.memory.MemoryScope;
import io.huihui.operators.expert.Judging;

import java.io.Serializable;

/**
 * How past situations are remembered and found.
 *
 * @param judging whether a shard that does not answer is given up by the clock, or never
 * @param devices of the engines that have one
 * @param breakers when a device is left alone
 */
public record MemoryRules(
        MemoryConfig config,
        MemoryScope scope,
        Judging judging,
        VectorDeviceFactory devices,
        BreakerConfig breakers)
        implements Serializable {}
