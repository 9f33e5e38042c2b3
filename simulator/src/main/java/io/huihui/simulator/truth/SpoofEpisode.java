package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * Orders that never mean to trade rest behind the best price.
 *
 * @param side +1 bids, -1 asks
 * @param shares size added per level
 */
public record SpoofEpisode(
        String symbol, long eventTimeMillis, long endMillis, int side, double shares)
        implements TruthRecord {

    public SpoofEpisode {
        Require.text("symbol", symbol);
        Require.that(
                endMillis >= eventTimeMillis,
                "endMillis >= eventTimeMillis",
                "endMillis=" + endMillis);
        Require.that(side == 1 || side == -1, "side +1 or -1", "side=" + side);
        Require.finite("shares", shares);
    }

    static SpoofEpisode read(TruthLine.Reader line) {
        return new SpoofEpisode(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.whole("endMillis"),
                line.small("side"),
                line.real("shares"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.SPOOF_EPISODE;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(endMillis);
        line.add(side);
        line.add(shares);
    }
}
