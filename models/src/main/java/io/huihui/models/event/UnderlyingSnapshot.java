package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * The underlying's own row as a provider's aggregate shows it. Null means the provider did not say.
 *
 * @param price last price, currency per share
 * @param impliedVolAnnual 1.00 = 100 %
 * @param dayVolume shares traded today
 * @param vwap volume-weighted average price of the day, currency per share
 */
public record UnderlyingSnapshot(
        String symbol,
        long eventTimeMillis,
        String source,
        long sequence,
        double price,
        Double dayOpen,
        Double dayHigh,
        Double dayLow,
        Double previousClose,
        Double dayVolume,
        Double vwap,
        Double impliedVolAnnual)
        implements MarketEvent {

    public UnderlyingSnapshot {
        EventChecks.identity(symbol, eventTimeMillis, source, sequence);
        Require.positive("price", price);
        Require.notNegativeOrMissing("dayOpen", dayOpen);
        Require.notNegativeOrMissing("dayHigh", dayHigh);
        Require.notNegativeOrMissing("dayLow", dayLow);
        if (dayHigh != null && dayLow != null) {
            Require.that(
                    dayLow <= dayHigh,
                    "dayLow <= dayHigh",
                    () -> "dayLow=" + dayLow + " dayHigh=" + dayHigh);
        }
        Require.notNegativeOrMissing("previousClose", previousClose);
        Require.notNegativeOrMissing("dayVolume", dayVolume);
        Require.notNegativeOrMissing("vwap", vwap);
        Require.notNegativeOrMissing("impliedVolAnnual", impliedVolAnnual);
    }
}
