package io.huihui.models.event;

import io.huihui.models.Require;

/**
 * One contract as a provider's chain shows it. Null means the provider did not say; greeks are per
 * share, long holder, in the provider's own units (see {@code docs/conventions.md}).
 *
 * @param last price of the last trade, currency per share
 * @param theoretical provider's theoretical price, currency per share
 * @param impliedVolAnnual 1.00 = 100 %
 * @param openInterest contracts at the start of the day
 * @param dayVolume contracts traded today
 * @param dayBuyVolume customer purchases today, contracts
 * @param daySellVolume customer sales today, contracts
 * @param dayBuyPremium customer purchases today, currency
 * @param daySellPremium customer sales today, currency
 */
public record ContractRow(
        OptionContract contract,
        Double last,
        Double bid,
        Double ask,
        Double bidSize,
        Double askSize,
        Double theoretical,
        Double impliedVolAnnual,
        Double openInterest,
        Double delta,
        Double gamma,
        Double theta,
        Double vega,
        Double vanna,
        Double vomma,
        Double charm,
        Double dayVolume,
        Double dayBuyVolume,
        Double daySellVolume,
        Double dayBuyPremium,
        Double daySellPremium) {

    /** The highest volatility a provider may state; 2000 % is beyond any listed contract. */
    private static final double HIGHEST_IMPLIED_VOL = 20.0;

    public ContractRow {
        Require.present("contract", contract);
        Require.notNegativeOrMissing("last", last);
        Require.notNegativeOrMissing("bid", bid);
        Require.notNegativeOrMissing("ask", ask);
        if (bid != null && ask != null) {
            Require.that(
                    bid <= ask,
                    "bid <= ask",
                    () -> "bid=" + bid + " ask=" + ask + " for " + contract);
        }
        Require.notNegativeOrMissing("bidSize", bidSize);
        Require.notNegativeOrMissing("askSize", askSize);
        Require.notNegativeOrMissing("theoretical", theoretical);
        Require.withinOrMissing("impliedVolAnnual", impliedVolAnnual, 0, HIGHEST_IMPLIED_VOL);
        Require.notNegativeOrMissing("openInterest", openInterest);
        Require.withinOrMissing("delta", delta, -1, 1);
        Require.finiteOrMissing("gamma", gamma);
        Require.finiteOrMissing("theta", theta);
        Require.finiteOrMissing("vega", vega);
        Require.finiteOrMissing("vanna", vanna);
        Require.finiteOrMissing("vomma", vomma);
        Require.finiteOrMissing("charm", charm);
        Require.notNegativeOrMissing("dayVolume", dayVolume);
        Require.notNegativeOrMissing("dayBuyVolume", dayBuyVolume);
        Require.notNegativeOrMissing("daySellVolume", daySellVolume);
        Require.notNegativeOrMissing("dayBuyPremium", dayBuyPremium);
        Require.notNegativeOrMissing("daySellPremium", daySellPremium);
    }
}
