package io.huihui.models.metric;

import io.huihui.models.event.ContractRow;

/**
 * Turns a provider's day totals into flow: the difference of a contract's totals between two
 * snapshots. The first totals of a day are only the base; totals that fell are a revision.
 */
final class DayTotals {

    private final ChainBook chain;
    private final double[] bought;
    private final double[] sold;
    private final double[] premiumBought;
    private final double[] premiumSold;
    private ContractFlow flow;
    private boolean revised;

    DayTotals(ChainBook chain) {
        this.chain = chain;
        bought = chain.day(ContractTable.Day.FED_BOUGHT);
        sold = chain.day(ContractTable.Day.FED_SOLD);
        premiumBought = chain.day(ContractTable.Day.FED_PREMIUM_BOUGHT);
        premiumSold = chain.day(ContractTable.Day.FED_PREMIUM_SOLD);
    }

    /** Returns whether a row has day totals. */
    static boolean areIn(ContractRow row) {
        return row.dayBuyVolume() != null && row.daySellVolume() != null;
    }

    /** Returns what the last row showed; null when it showed none. */
    ContractFlow flow() {
        return flow;
    }

    /** Returns whether the last row's totals were below those before. */
    boolean revised() {
        return revised;
    }

    /** Takes a row of a chain that is in the book already; returns its contract's number. */
    int take(ContractRow row) {
        flow = null;
        revised = false;
        int number = chain.number(row.contract());
        if (number == ChainBook.UNKNOWN || !areIn(row)) {
            return number;
        }
        double nowPremiumBought = orZero(row.dayBuyPremium());
        double nowPremiumSold = orZero(row.daySellPremium());
        double addedBought = row.dayBuyVolume() - bought[number];
        double addedSold = row.daySellVolume() - sold[number];
        double addedPremiumBought = nowPremiumBought - premiumBought[number];
        double addedPremiumSold = nowPremiumSold - premiumSold[number];
        if (Double.isNaN(addedBought)) {
            chain.onFlow(
                    number,
                    row.dayBuyVolume() - row.daySellVolume(),
                    nowPremiumBought - nowPremiumSold,
                    row.dayBuyVolume() + row.daySellVolume());
        } else if (Math.min(addedBought, addedSold) < 0
                || Math.min(addedPremiumBought, addedPremiumSold) < 0) {
            revised = true;
        } else if (addedBought + addedSold > 0) {
            flow =
                    new ContractFlow(
                            addedBought - addedSold,
                            addedPremiumBought - addedPremiumSold,
                            addedBought + addedSold,
                            addedPremiumBought + addedPremiumSold);
        }
        bought[number] = row.dayBuyVolume();
        sold[number] = row.daySellVolume();
        premiumBought[number] = nowPremiumBought;
        premiumSold[number] = nowPremiumSold;
        return number;
    }

    private static double orZero(Double premium) {
        return premium == null ? 0 : premium;
    }
}
