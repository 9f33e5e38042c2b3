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
}
