package io.huihui.jobs.config;

import io.huihui.models.Require;
import io.huihui.operators.gating.GateClock;

/**
 * How long the gate waits for opinions.
 *
 * @param clock PROCESSING when live; EVENT in a replay, so that two runs give equal bytes
 * @param maxWaitMillis after this the gate goes on with the opinions it has
 */
public record GateSettings(GateClock clock, long maxWaitMillis) {

    private static final long DEFAULT_WAIT_MILLIS = 800;

    public GateSettings {
        Require.present("clock", clock);
        Require.notNegative("maxWaitMillis", maxWaitMillis);
    }

    static GateSettings live() {
        return new GateSettings(GateClock.PROCESSING, DEFAULT_WAIT_MILLIS);
    }

    GateSettings forReplay() {
        return new GateSettings(GateClock.EVENT, maxWaitMillis);
    }
}
