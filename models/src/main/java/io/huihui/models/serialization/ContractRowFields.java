package io.huihui.models.serialization;

import io.huihui.models.event.ContractRow;
import io.huihui.models.event.OptionContract;

/** The nullable numbers of a {@link ContractRow} in one fixed order. */
final class ContractRowFields {

    static final int COUNT = 20;

    private ContractRowFields() {}

    static Double[] of(ContractRow row) {
        return new Double[] {
            row.last(),
            row.bid(),
            row.ask(),
            row.bidSize(),
            row.askSize(),
            row.theoretical(),
            row.impliedVolAnnual(),
            row.openInterest(),
            row.delta(),
            row.gamma(),
            row.theta(),
            row.vega(),
            row.vanna(),
            row.vomma(),
            row.charm(),
            row.dayVolume(),
            row.dayBuyVolume(),
            row.daySellVolume(),
            row.dayBuyPremium(),
            row.daySellPremium()
        };
    }

    static ContractRow row(OptionContract contract, Double[] f) {
        return new ContractRow(
                contract, f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11],
                f[12], f[13], f[14], f[15], f[16], f[17], f[18], f[19]);
    }
}
