package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * Hidden off-exchange purchases (+1) or sales (-1); the price follows after the end.
 *
 * @param driftLogReturn drift planted in the 15 minutes after the end, signed
 */
public record Accumulation(
        String symbol, long eventTimeMillis, long endMillis, int direction, double driftLogReturn)
        implements TruthRecord {

    public Accumulation {
        Require.text("symbol", symbol);
        Require.that(
                endMillis >= eventTimeMillis,
                "endMillis >= eventTimeMillis",
                "endMillis=" + endMillis);
        Require.that(
                direction == 1 || direction == -1, "direction +1 or -1", "direction=" + direction);
        Require.finite("driftLogReturn", driftLogReturn);
    }

    static Accumulation read(TruthLine.Reader line) {
        return new Accumulation(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.whole("endMillis"),
                line.small("direction"),
                line.real("driftLogReturn"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.ACCUMULATION;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(endMillis);
        line.add(direction);
        line.add(driftLogReturn);
    }
}
