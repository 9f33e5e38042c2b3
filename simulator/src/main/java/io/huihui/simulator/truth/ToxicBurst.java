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
}
