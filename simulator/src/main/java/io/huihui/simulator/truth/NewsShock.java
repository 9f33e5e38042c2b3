package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * A story moves the price.
 *
 * @param jumpLogReturn signed
 * @param stories number of stories of the burst
 */
public record NewsShock(
        String symbol,
        long eventTimeMillis,
        String topic,
        int direction,
        double jumpLogReturn,
        int stories)
        implements TruthRecord {

    public NewsShock {
        Require.text("symbol", symbol);
        Require.text("topic", topic);
        Require.that(
                direction == 1 || direction == -1, "direction +1 or -1", "direction=" + direction);
        Require.finite("jumpLogReturn", jumpLogReturn);
    }
}
