package io.huihui.simulator.truth;

import io.huihui.models.Require;
import io.huihui.simulator.dirt.Flaw;

/** What is wrong with a raw provider row. */
public record RawFlaw(String symbol, long eventTimeMillis, long rowNumber, Flaw flaw)
        implements TruthRecord {

    public RawFlaw {
        Require.text("symbol", symbol);
        Require.present("flaw", flaw);
    }

    static RawFlaw read(TruthLine.Reader line) {
        return new RawFlaw(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.whole("rowNumber"),
                line.choice("flaw", Flaw.class));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.RAW_FLAW;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(rowNumber);
        line.add(flaw.name());
    }
}
