package io.huihui.operators.gating;

import io.huihui.models.Require;
import io.huihui.models.breaker.BreakerConfig;
import io.huihui.operators.expert.ExpertSet;

import java.io.Serializable;

/**
 * How the gate goes about it.
 *
 * @param maxWaitMillis what an expert is allowed before the others go on without it
 * @param experts whose opinions come: the shipped network is asked only about those it was trained
 *     on
 * @param networks fills a network
 * @param breakers when a network is left alone; only live
 */
public record GateRules(
        GateClock clock,
        long maxWaitMillis,
        ExpertSet experts,
        GateNetworkFactory networks,
        BreakerConfig breakers)
        implements Serializable {

    public GateRules {
        Require.present("clock", clock);
        Require.notNegative("maxWaitMillis", maxWaitMillis);
        Require.present("experts", experts);
        Require.present("networks", networks);
        Require.present("breakers", breakers);
    }
}
