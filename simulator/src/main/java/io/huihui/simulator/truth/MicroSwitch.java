package io.huihui.simulator.truth;

import io.huihui.models.Require;
import io.huihui.simulator.chain.MicroState;

/** The micro-state changed. */
public record MicroSwitch(String symbol, long eventTimeMillis, MicroState to)
        implements TruthRecord {

    public MicroSwitch {
        Require.text("symbol", symbol);
        Require.present("to", to);
    }
}
