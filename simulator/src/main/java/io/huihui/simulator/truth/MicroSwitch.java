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

    static MicroSwitch read(TruthLine.Reader line) {
        return new MicroSwitch(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.choice("to", MicroState.class));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.MICRO_SWITCH;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(to.name());
    }
}
