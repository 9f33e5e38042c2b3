package io.huihui.models.feature;

/**
 * Every number computed once per symbol and second, in the order in which it stands in a {@link
 * FeatureSnapshot}. The definition of each is in {@code docs/features.md}; {@code section} names
 * the paragraph there.
 */
public enum Feature {
    /** Mid of the last quote in or before the second; last trade where no quotes are fed. */
    MID(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Price of the last trade. */
    LAST_TRADE_PRICE(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Volume-weighted average price of the session. */
    DAY_VWAP(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Shares traded in the session. */
    DAY_VOLUME(Family.PRICE, Unit.SHARES, "1.2"),
    /** Ln(mid / mid 5 minutes ago). */
    RETURN_5M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Ln(mid / mid 15 minutes ago). */
    RETURN_15M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Ln(mid / mid 30 minutes ago). */
    RETURN_30M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Ln(mid / mid 60 minutes ago). */
    RETURN_60M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Realised volatility of the last 5 minutes, annualised. */
    REALIZED_VOL_5M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Realised volatility of the last 30 minutes, annualised. */
    REALIZED_VOL_30M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Realised volatility of the last 60 minutes, annualised. */
    REALIZED_VOL_60M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Square root of bipower variation of 60 one-minute returns, annualised. */
    BIPOWER_VOL_60M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** At-the-money implied volatility at 30 days, by total-variance interpolation. */
    ATM_IV_30D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** At-the-money implied volatility at 7 days. */
    ATM_IV_7D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** IV(25 delta put) - IV(25 delta call) at 30 days. */
    SKEW_25_DELTA(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** ATM IV 7 d / ATM IV 30 d - 1; above 0 is backwardation. */
    TERM_SLOPE(Family.VOLATILITY, Unit.RATIO, "2.4.1"),
    /** Customer option premium bought - sold, last 5 minutes. */
    NET_PREMIUM_FLOW_5M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer contracts bought - sold, last 5 minutes. */
    NET_VOLUME_FLOW_5M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Sum of sgn(delta) x net premium, last 5 minutes. */
    DIRECTIONAL_PREMIUM_5M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 5 minutes. */
    DELTA_FLOW_5M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Volatility-adjusted premium intensity with flow acceleration, horizon 5 minutes. */
    VAPI_FA_5M(Family.FLOW, Unit.Z, "2.5.1"),
    /** Delta-weighted flow divergence, horizon 5 minutes. */
    DWFD_5M(Family.FLOW, Unit.Z, "2.5.2"),
    /** Time-weighted liquidity-adjusted flow, horizon 5 minutes. */
    TW_LAF_5M(Family.FLOW, Unit.Z, "2.5.3"),
    /** Customer option premium bought - sold, last 15 minutes. */
    NET_PREMIUM_FLOW_15M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer contracts bought - sold, last 15 minutes. */
    NET_VOLUME_FLOW_15M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Sum of sgn(delta) x net premium, last 15 minutes. */
    DIRECTIONAL_PREMIUM_15M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 15 minutes. */
    DELTA_FLOW_15M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Volatility-adjusted premium intensity with flow acceleration, horizon 15 minutes. */
    VAPI_FA_15M(Family.FLOW, Unit.Z, "2.5.1"),
    /** Delta-weighted flow divergence, horizon 15 minutes. */
    DWFD_15M(Family.FLOW, Unit.Z, "2.5.2"),
    /** Time-weighted liquidity-adjusted flow, horizon 15 minutes. */
    TW_LAF_15M(Family.FLOW, Unit.Z, "2.5.3"),
    /** Customer option premium bought - sold, last 30 minutes. */
    NET_PREMIUM_FLOW_30M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer contracts bought - sold, last 30 minutes. */
    NET_VOLUME_FLOW_30M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Sum of sgn(delta) x net premium, last 30 minutes. */
    DIRECTIONAL_PREMIUM_30M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 30 minutes. */
    DELTA_FLOW_30M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Volatility-adjusted premium intensity with flow acceleration, horizon 30 minutes. */
    VAPI_FA_30M(Family.FLOW, Unit.Z, "2.5.1"),
    /** Delta-weighted flow divergence, horizon 30 minutes. */
    DWFD_30M(Family.FLOW, Unit.Z, "2.5.2"),
    /** Time-weighted liquidity-adjusted flow, horizon 30 minutes. */
    TW_LAF_30M(Family.FLOW, Unit.Z, "2.5.3"),
    /** Customer option premium bought - sold, last 60 minutes. */
    NET_PREMIUM_FLOW_60M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer contracts bought - sold, last 60 minutes. */
    NET_VOLUME_FLOW_60M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Sum of sgn(delta) x net premium, last 60 minutes. */
    DIRECTIONAL_PREMIUM_60M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 60 minutes. */
    DELTA_FLOW_60M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Volatility-adjusted premium intensity with flow acceleration, horizon 60 minutes. */
    VAPI_FA_60M(Family.FLOW, Unit.Z, "2.5.1"),
    /** Delta-weighted flow divergence, horizon 60 minutes. */
    DWFD_60M(Family.FLOW, Unit.Z, "2.5.2"),
    /** Time-weighted liquidity-adjusted flow, horizon 60 minutes. */
    TW_LAF_60M(Family.FLOW, Unit.Z, "2.5.3"),
    /** Dealer gamma from open interest by the prior, per 1 % move; above 0 dealers are long. */
    GIB_PRIOR(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.1"),
    /** Dealer gamma from inferred inventory, per 1 % move. */
    GIB_INVENTORY(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.1"),
    /** Robust z of GIB_INVENTORY. */
    GIB_Z(Family.DEALER, Unit.Z, "2.2.1"),
    /** Zero of the repriced gamma profile nearest to spot. */
    GAMMA_FLIP(Family.DEALER, Unit.CURRENCY, "2.2.3"),
    /** What dealers still have to buy by the close; above 0 = buy. */
    HP_EOD(Family.DEALER, Unit.CURRENCY, "2.2.4"),
    /** Market structure position, proximity weighted. */
    A_MSPI(Family.STRUCTURE, Unit.Z, "2.6.1"),
    /** Probability of a pin at the likeliest strike. */
    PIN_PROBABILITY(Family.STRUCTURE, Unit.PROBABILITY, "2.3.1"),
    /** LWPAI: (microprice - mid) / half spread, -1..1. */
    MICROPRICE_PRESSURE(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** AOFM: order-flow imbalance of 60 s over mean depth. */
    ORDER_FLOW_IMBALANCE_60S(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** OBI: depth imbalance over 5 levels, -1..1. */
    BOOK_IMBALANCE(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** (ask - bid) / mid. */
    RELATIVE_SPREAD(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Volume-synchronised probability of informed trading. */
    VPIN(Family.MICROSTRUCTURE, Unit.PROBABILITY, "2.7"),
    /** Share of shares printed off exchange, last 5 minutes. */
    OFF_EXCHANGE_SHARE_5M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /** Share of shares printed off exchange, last 15 minutes. */
    OFF_EXCHANGE_SHARE_15M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /** Share of shares printed off exchange, last 30 minutes. */
    OFF_EXCHANGE_SHARE_30M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /** Share of shares printed off exchange, last 60 minutes. */
    OFF_EXCHANGE_SHARE_60M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /** Share of the regular session elapsed, 0..1. */
    SESSION_ELAPSED(Family.CONTEXT, Unit.RATIO, "0");

    /** What a feature is about; the console groups by it. */
    public enum Family {
        PRICE,
        VOLATILITY,
        FLOW,
        DEALER,
        STRUCTURE,
        TIME_DECAY,
        MICROSTRUCTURE,
        CONTEXT
    }

    /** What one unit of a feature is. */
    public enum Unit {
        CURRENCY,
        CURRENCY_PER_PERCENT,
        CURRENCY_PER_VOL_POINT,
        CURRENCY_PER_DAY,
        SHARES,
        CONTRACTS,
        LOG_RETURN,
        VOL_ANNUAL,
        RATIO,
        Z,
        PROBABILITY,
        COUNT,
        STRIKE
    }

    private final Family family;
    private final Unit unit;
    private final String section;

    Feature(Family family, Unit unit, String section) {
        this.family = family;
        this.unit = unit;
        this.section = section;
    }

    public Family family() {
        return family;
    }

    public Unit unit() {
        return unit;
    }

    public String section() {
        return section;
    }

    private static final int COUNT = values().length;

    /** How many features there are, without the copy that {@code values()} makes. */
    public static int count() {
        return COUNT;
    }
}
