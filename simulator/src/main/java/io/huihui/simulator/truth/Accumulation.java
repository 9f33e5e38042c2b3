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
}
