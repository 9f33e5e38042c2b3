package io.huihui.simulator.truth;

import io.huihui.models.Require;

/** The symbol leaves the market factor. */
public record CorrelationBreak(
        String symbol,
        long eventTimeMillis,
        long endMillis,
        double correlationBefore,
        double correlationDuring)
        implements TruthRecord {

    public CorrelationBreak {
        Require.text("symbol", symbol);
        Require.that(
                endMillis >= eventTimeMillis,
                "endMillis >= eventTimeMillis",
                "endMillis=" + endMillis);
        Require.finite("correlationBefore", correlationBefore);
        Require.finite("correlationDuring", correlationDuring);
    }
}
