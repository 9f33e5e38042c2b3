package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * Open, high, low, close and volume over an interval. The event time is the END of the interval: a
 * bar is known only once it is over.
 *
 * @param intervalSeconds 60 for a minute bar; 86400 for a daily bar, whose event time is the close
 * @param volume shares
 */
public record Bar(
        String symbol,
        long eventTimeMillis,
        String source,
        long sequence,
        int intervalSeconds,
        double open,
        double high,
        double low,
        double close,
        double volume)
        implements MarketEvent {

    public Bar {
        EventChecks.identity(symbol, eventTimeMillis, source, sequence);
        Require.that(
                intervalSeconds > 0,
                "intervalSeconds > 0",
                () -> "intervalSeconds=" + intervalSeconds);
        Require.positive("low", low);
        if (!(low <= open
                && low <= close
                && open <= high
                && close <= high
                && high < Double.POSITIVE_INFINITY)) {
            throw Require.violated(
                    "low <= open, close <= high",
                    "open=" + open + " high=" + high + " low=" + low + " close=" + close + " for "
                            + symbol);
        }
        Require.notNegative("volume", volume);
    }
}
