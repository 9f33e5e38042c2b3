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

    static CorrelationBreak read(TruthLine.Reader line) {
        return new CorrelationBreak(
                line.text("symbol"),
                line.whole("eventTimeMillis"),
                line.whole("endMillis"),
                line.real("correlationBefore"),
                line.real("correlationDuring"));
    }

    @Override
    public TruthKind kind() {
        return TruthKind.CORRELATION_BREAK;
    }

    @Override
    public void write(TruthLine.Writer line) {
        line.add(symbol);
        line.add(eventTimeMillis);
        line.add(endMillis);
        line.add(correlationBefore);
        line.add(correlationDuring);
    }
}
