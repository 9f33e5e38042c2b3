package io.huihui.simulator.truth;

import io.huihui.models.Require;

/**
 * Some option customers know the drift from now to the end.
 *
 * @param direction +1 or -1
 * @param driftLogReturn total planted drift, signed
 */
public record InformedEpisode(
        String symbol, long eventTimeMillis, long endMillis, int direction, double driftLogReturn)
        implements TruthRecord {

    public InformedEpisode {
        Require.text("symbol", symbol);
        Require.that(
                endMillis >= eventTimeMillis,
                "endMillis >= eventTimeMillis",
                "endMillis=" + endMillis);
        Require.that(
                direction == 1 || direction == -1, "direction +1 or -1", "direction=" + direction);
        Require.finite("driftLogReturn", driftLogReturn);
    }

    static InformedEpisode read(TruthLine.Reader line) {
        return new InformedEpisode(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.whole("endMillis"),
                line.small("direction"),
                line.real("driftLogReturn"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.INFORMED_EPISODE;
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
