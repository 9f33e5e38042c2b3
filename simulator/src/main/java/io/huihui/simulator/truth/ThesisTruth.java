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
}
