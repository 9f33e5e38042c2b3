package io.huihui.simulator.truth;

import io.huihui.models.Require;
import io.huihui.models.decision.Horizon;

/** Probabilities of someone who knows the planted drift and volatility, but not the noise. */
public record ThesisTruth(
        String symbol,
        long eventTimeMillis,
        Horizon horizon,
        double up,
        double down,
        double flat,
        double meanLogReturn,
        double sdLogReturn)
        implements TruthRecord {

    public ThesisTruth {
        Require.text("symbol", symbol);
        Require.present("horizon", horizon);
        Require.finite("up", up);
        Require.finite("down", down);
        Require.finite("flat", flat);
        Require.finite("meanLogReturn", meanLogReturn);
        Require.finite("sdLogReturn", sdLogReturn);
    }

    static ThesisTruth read(TruthLine.Reader line) {
        return new ThesisTruth(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.choice("horizon", Horizon.class),
                line.real("up"),
                line.real("down"),
                line.real("flat"),
                line.real("meanLogReturn"),
                line.real("sdLogReturn"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.THESIS_TRUTH;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(horizon.name());
        line.add(up);
        line.add(down);
        line.add(flat);
        line.add(meanLogReturn);
        line.add(sdLogReturn);
    }
}
