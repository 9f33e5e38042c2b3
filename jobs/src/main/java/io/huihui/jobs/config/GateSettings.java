package io.huihui.jobs.config;

import io.huihui.models.Require;
import io.huihui.network.ComputeDevice;
import io.huihui.network.GateEngine;
import io.huihui.operators.gating.GateClock;

/**
 * How long the gate waits for opinions, and what computes its network.
 *
 * @param clock PROCESSING when live; EVENT in a replay, so that two runs give equal bytes
 * @param maxWaitMillis after this the gate goes on with the opinions it has
 * @param engine AUTO when live; JAVA in a replay, so that two machines give equal bytes
 * @param device on what PyTorch computes it; a GPU needs the engine PYTORCH, which refuses to start
 *     where there is none, so that nobody believes to have one
 */
public record GateSettings(
        GateClock clock, long maxWaitMillis, GateEngine engine, ComputeDevice device) {

    private static final long DEFAULT_WAIT_MILLIS = 800;

    public GateSettings {
        Require.present("clock", clock);
        Require.notNegative("maxWaitMillis", maxWaitMillis);
        Require.present("engine", engine);
        Require.present("device", device);
        Require.that(
                device == ComputeDevice.CPU || engine == GateEngine.PYTORCH,
                "gate.engine=PYTORCH for gate.device=" + device,
                "gate.engine=" + engine);
    }

    static GateSettings live() {
        return new GateSettings(
                GateClock.PROCESSING, DEFAULT_WAIT_MILLIS, GateEngine.AUTO, ComputeDevice.CPU);
    }

    GateSettings forReplay() {
        return new GateSettings(GateClock.EVENT, maxWaitMillis, GateEngine.JAVA, ComputeDevice.CPU);
    }
}
