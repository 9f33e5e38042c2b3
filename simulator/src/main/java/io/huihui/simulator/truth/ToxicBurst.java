package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * An aggressive order works one side with square-root impact.
 *
 * @param impactLogReturn impact at the end of the order, signed
 */
public record ToxicBurst(
        String symbol,
        long eventTimeMillis,
        long endMillis,
        int direction,
        double shares,
        double impactLogReturn)
        implements TruthRecord {

    public ToxicBurst {
        Require.text("symbol", symbol);
        Require.that(
                endMillis >= eventTimeMillis,
                "endMillis >= eventTimeMillis",
                "endMillis=" + endMillis);
        Require.that(
                direction == 1 || direction == -1, "direction +1 or -1", "direction=" + direction);
        Require.finite("shares", shares);
        Require.finite("impactLogReturn", impactLogReturn);
    }

    static ToxicBurst read(TruthLine.Reader line) {
        return new ToxicBurst(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.whole("endMillis"),
                line.small("direction"),
                line.real("shares"),
                line.real("impactLogReturn"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.TOXIC_BURST;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(endMillis);
        line.add(direction);
        line.add(shares);
        line.add(impactLogReturn);
    }
}
