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
    /** First price of regular hours. */
    DAY_OPEN(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Highest price of regular hours. */
    DAY_HIGH(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Lowest price of regular hours. */
    DAY_LOW(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Last price of the session before, or what the provider says it was. */
    PREVIOUS_CLOSE(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Ln(mid / previous close). */
    DAY_RETURN(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Ln(mid / mid 5 minutes ago). */
    RETURN_5M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Ln(mid / mid 15 minutes ago). */
    RETURN_15M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Ln(mid / mid 30 minutes ago). */
    RETURN_30M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Ln(mid / mid 60 minutes ago). */
    RETURN_60M(Family.PRICE, Unit.LOG_RETURN, "4.7"),
    /** Volume-weighted average price of the last 5 minutes. */
    WINDOW_VWAP_5M(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Volume-weighted average price of the last 15 minutes. */
    WINDOW_VWAP_15M(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Volume-weighted average price of the last 30 minutes. */
    WINDOW_VWAP_30M(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Volume-weighted average price of the last 60 minutes. */
    WINDOW_VWAP_60M(Family.PRICE, Unit.CURRENCY, "1.2"),
    /** Shares traded in the last 5 minutes. */
    TRADE_VOLUME_5M(Family.PRICE, Unit.SHARES, "2.8"),
    /** Shares traded in the last 15 minutes. */
    TRADE_VOLUME_15M(Family.PRICE, Unit.SHARES, "2.8"),
    /** Shares traded in the last 30 minutes. */
    TRADE_VOLUME_30M(Family.PRICE, Unit.SHARES, "2.8"),
    /** Shares traded in the last 60 minutes. */
    TRADE_VOLUME_60M(Family.PRICE, Unit.SHARES, "2.8"),
    /** Trades in the last 5 minutes. */
    TRADE_COUNT_5M(Family.PRICE, Unit.COUNT, "2.8"),
    /** Trades in the last 15 minutes. */
    TRADE_COUNT_15M(Family.PRICE, Unit.COUNT, "2.8"),
    /** Trades in the last 30 minutes. */
    TRADE_COUNT_30M(Family.PRICE, Unit.COUNT, "2.8"),
    /** Trades in the last 60 minutes. */
    TRADE_COUNT_60M(Family.PRICE, Unit.COUNT, "2.8"),
    /** (shares bought - sold) / (bought + sold) by aggressor, last 5 minutes, -1..1. */
    TRADE_IMBALANCE_5M(Family.PRICE, Unit.RATIO, "2.7"),
    /** (shares bought - sold) / (bought + sold) by aggressor, last 15 minutes, -1..1. */
    TRADE_IMBALANCE_15M(Family.PRICE, Unit.RATIO, "2.7"),
    /** (shares bought - sold) / (bought + sold) by aggressor, last 30 minutes, -1..1. */
    TRADE_IMBALANCE_30M(Family.PRICE, Unit.RATIO, "2.7"),
    /** (shares bought - sold) / (bought + sold) by aggressor, last 60 minutes, -1..1. */
    TRADE_IMBALANCE_60M(Family.PRICE, Unit.RATIO, "2.7"),
    /** Robust z of TRADE_VOLUME_5M. */
    TRADE_VOLUME_5M_Z(Family.PRICE, Unit.Z, "2.8"),
    /** Robust z of TRADE_VOLUME_5M against the same 15-minute slot. */
    TRADE_VOLUME_5M_SEASONAL_Z(Family.PRICE, Unit.Z, "2.8"),
    /** Wilder average true range of five-minute bars of the mid, alpha 1/14. */
    AVERAGE_TRUE_RANGE_5M_BARS(Family.PRICE, Unit.CURRENCY, "2.4.2"),
    /** Mean close of the last 20 five-minute bars of the mid. */
    MEAN_OF_20_FIVE_MINUTE_BARS(Family.PRICE, Unit.CURRENCY, "3.3"),
    /** RETURN_60M / expected standard deviation of an hour by REALIZED_VOL_60M. */
    TREND_60M(Family.PRICE, Unit.RATIO, "3.2"),
    /**
     * Realised volatility of the last 5 minutes from one-minute log returns, annualised by 252 x
     * 390.
     */
    REALIZED_VOL_5M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /**
     * Realised volatility of the last 15 minutes from one-minute log returns, annualised by 252 x
     * 390.
     */
    REALIZED_VOL_15M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /**
     * Realised volatility of the last 30 minutes from one-minute log returns, annualised by 252 x
     * 390.
     */
    REALIZED_VOL_30M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /**
     * Realised volatility of the last 60 minutes from one-minute log returns, annualised by 252 x
     * 390.
     */
    REALIZED_VOL_60M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Square root of bipower variation of 60 one-minute returns, annualised. */
    BIPOWER_VOL_60M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Square root of max(realised - bipower variance, 0) of 60 minutes, annualised. */
    JUMP_VOL_60M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Robust z of REALIZED_VOL_30M. */
    REALIZED_VOL_30M_Z(Family.VOLATILITY, Unit.Z, "2.8"),
    /** Robust z of REALIZED_VOL_30M against the same 15-minute slot. */
    REALIZED_VOL_30M_SEASONAL_Z(Family.VOLATILITY, Unit.Z, "2.8"),
    /** Close-to-close volatility of 20 sessions, annualised by 252. */
    REALIZED_VOL_20D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Close-to-close volatility of 60 sessions, annualised by 252. */
    REALIZED_VOL_60D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Yang-Zhang volatility of 20 sessions, annualised by 252. */
    YANG_ZHANG_VOL_20D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** Wilder average true range of daily bars, alpha 1/14. */
    AVERAGE_TRUE_RANGE_14D(Family.VOLATILITY, Unit.CURRENCY, "2.4.2"),
    /** Heterogeneous autoregressive forecast of the next session volatility, annualised. */
    HAR_VOL_FORECAST(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.2"),
    /** ATM_IV_30D squared - HAR_VOL_FORECAST squared. */
    VARIANCE_RISK_PREMIUM(Family.VOLATILITY, Unit.VARIANCE_ANNUAL, "2.4.2"),
    /** At-the-money implied volatility at 1 days, by total-variance interpolation. */
    ATM_IV_1D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** At-the-money implied volatility at 7 days, by total-variance interpolation. */
    ATM_IV_7D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** At-the-money implied volatility at 30 days, by total-variance interpolation. */
    ATM_IV_30D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** At-the-money implied volatility at 60 days, by total-variance interpolation. */
    ATM_IV_60D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** At-the-money implied volatility at 90 days, by total-variance interpolation. */
    ATM_IV_90D(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** IV(25 delta put) - IV(25 delta call) at 30 days. */
    SKEW_25_DELTA(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** Mean of the 25 delta IVs - ATM IV at 30 days. */
    FLY_25_DELTA(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** ATM IV 7 d / ATM IV 30 d - 1; above 0 is backwardation. */
    TERM_SLOPE(Family.VOLATILITY, Unit.RATIO, "2.4.1"),
    /** Robust z of TERM_SLOPE. */
    TERM_SLOPE_Z(Family.VOLATILITY, Unit.Z, "2.8"),
    /** Robust z of SKEW_25_DELTA. */
    SKEW_25_DELTA_Z(Family.VOLATILITY, Unit.Z, "2.8"),
    /** SKEW_25_DELTA - its value 15 minutes ago. */
    SKEW_CHANGE_15M(Family.VOLATILITY, Unit.VOL_ANNUAL, "3.3"),
    /** (ATM_IV_30D - lowest) / (highest - lowest) of daily closes. */
    IV_RANK_252D(Family.VOLATILITY, Unit.RATIO, "2.4.1"),
    /** Share of daily closes of ATM_IV_30D below the present one. */
    IV_PERCENTILE_252D(Family.VOLATILITY, Unit.RATIO, "2.4.1"),
    /** Spot x ATM_IV_1D x square root of 1/365. */
    EXPECTED_MOVE_1D(Family.VOLATILITY, Unit.CURRENCY, "2.4.1"),
    /** Standard deviation of one-minute changes of ATM_IV_30D. */
    VOL_OF_VOL_60M(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.3"),
    /**
     * .25 z*(TERM_SLOPE) + .25 z*(VOL_OF_VOL_60M) + .20 z*(REALIZED_VOL_30M / ATM_IV_30D) + .15
     * z*(SKEW_25_DELTA) + .15 z*(-DEALER_VEGA), clipped to -3..3; above 0 is expansion.
     */
    VRI_STATE(Family.VOLATILITY, Unit.Z, "2.4.3"),
    /**
     * Robust z of the dealers vanna exposure that expires today; above 0 a fall of volatility makes
     * dealers buy.
     */
    VANNA_DIRECTION_0DTE(Family.VOLATILITY, Unit.Z, "2.4.4"),
    /** Mean of z*(REALIZED_VOL_5M / IV today) and z*(5-minute change of IV today). */
    VOL_EXPANSION_0DTE(Family.VOLATILITY, Unit.Z, "2.4.4"),
    /**
     * Ln((abs(vega flow of 0DTE, 15 min) + m) / (2 m)), m the median of abs(vega flow) at this time
     * of day.
     */
    VEGA_FLOW_INDEX_0DTE(Family.VOLATILITY, Unit.RATIO, "2.4.5"),
    /** Ln(sum of abs(vanna) volume / sum of abs(vomma) volume) over 0DTE contracts. */
    VANNA_VOMMA_RATIO_0DTE(Family.VOLATILITY, Unit.RATIO, "2.4.6"),
    /** Robust z of VANNA_VOMMA_RATIO_0DTE. */
    VANNA_VOMMA_RATIO_0DTE_Z(Family.VOLATILITY, Unit.Z, "2.4.6"),
    /** Sum of squared shares of abs(vanna x open interest) by strike over 0DTE contracts. */
    VANNA_CONCENTRATION_0DTE(Family.VOLATILITY, Unit.RATIO, "2.3.3"),
    /** As VEGA_FLOW_INDEX_0DTE over all expiries. */
    VEGA_FLOW_INDEX(Family.VOLATILITY, Unit.RATIO, "2.4.7"),
    /** As VANNA_VOMMA_RATIO_0DTE over all expiries. */
    VANNA_VOMMA_RATIO(Family.VOLATILITY, Unit.RATIO, "2.4.7"),
    /** Customer option premium bought - sold, last 5 minutes. */
    NET_PREMIUM_FLOW_5M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer option premium bought - sold, last 15 minutes. */
    NET_PREMIUM_FLOW_15M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer option premium bought - sold, last 30 minutes. */
    NET_PREMIUM_FLOW_30M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer option premium bought - sold, last 60 minutes. */
    NET_PREMIUM_FLOW_60M(Family.FLOW, Unit.CURRENCY, "2.1.4"),
    /** Customer contracts bought - sold, last 5 minutes. */
    NET_VOLUME_FLOW_5M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Customer contracts bought - sold, last 15 minutes. */
    NET_VOLUME_FLOW_15M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Customer contracts bought - sold, last 30 minutes. */
    NET_VOLUME_FLOW_30M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Customer contracts bought - sold, last 60 minutes. */
    NET_VOLUME_FLOW_60M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Sum of sgn(delta) x net premium, last 5 minutes. */
    DIRECTIONAL_PREMIUM_5M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of sgn(delta) x net premium, last 15 minutes. */
    DIRECTIONAL_PREMIUM_15M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of sgn(delta) x net premium, last 30 minutes. */
    DIRECTIONAL_PREMIUM_30M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of sgn(delta) x net premium, last 60 minutes. */
    DIRECTIONAL_PREMIUM_60M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 5 minutes. */
    DELTA_FLOW_5M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 15 minutes. */
    DELTA_FLOW_15M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 30 minutes. */
    DELTA_FLOW_30M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of delta x net contracts x multiplier x spot, last 60 minutes. */
    DELTA_FLOW_60M(Family.FLOW, Unit.CURRENCY, "2.1.2"),
    /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 5 minutes. */
    GAMMA_FLOW_5M(Family.FLOW, Unit.CURRENCY_PER_PERCENT, "2.1.1"),
    /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 15 minutes. */
    GAMMA_FLOW_15M(Family.FLOW, Unit.CURRENCY_PER_PERCENT, "2.1.1"),
    /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 30 minutes. */
    GAMMA_FLOW_30M(Family.FLOW, Unit.CURRENCY_PER_PERCENT, "2.1.1"),
    /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 60 minutes. */
    GAMMA_FLOW_60M(Family.FLOW, Unit.CURRENCY_PER_PERCENT, "2.1.1"),
    /** Sum of vega x net contracts x multiplier x 0.01, last 5 minutes. */
    VEGA_FLOW_5M(Family.FLOW, Unit.CURRENCY_PER_VOL_POINT, "2.1.1"),
    /** Sum of vega x net contracts x multiplier x 0.01, last 15 minutes. */
    VEGA_FLOW_15M(Family.FLOW, Unit.CURRENCY_PER_VOL_POINT, "2.1.1"),
    /** Sum of vega x net contracts x multiplier x 0.01, last 30 minutes. */
    VEGA_FLOW_30M(Family.FLOW, Unit.CURRENCY_PER_VOL_POINT, "2.1.1"),
    /** Sum of vega x net contracts x multiplier x 0.01, last 60 minutes. */
    VEGA_FLOW_60M(Family.FLOW, Unit.CURRENCY_PER_VOL_POINT, "2.1.1"),
    /** Sum of theta x net contracts x multiplier, last 5 minutes. */
    THETA_FLOW_5M(Family.FLOW, Unit.CURRENCY_PER_DAY, "2.1.1"),
    /** Sum of theta x net contracts x multiplier, last 15 minutes. */
    THETA_FLOW_15M(Family.FLOW, Unit.CURRENCY_PER_DAY, "2.1.1"),
    /** Sum of theta x net contracts x multiplier, last 30 minutes. */
    THETA_FLOW_30M(Family.FLOW, Unit.CURRENCY_PER_DAY, "2.1.1"),
    /** Sum of theta x net contracts x multiplier, last 60 minutes. */
    THETA_FLOW_60M(Family.FLOW, Unit.CURRENCY_PER_DAY, "2.1.1"),
    /** Contracts traded in the last 5 minutes. */
    OPTION_VOLUME_5M(Family.FLOW, Unit.CONTRACTS, "2.1.5"),
    /** Contracts traded in the last 15 minutes. */
    OPTION_VOLUME_15M(Family.FLOW, Unit.CONTRACTS, "2.1.5"),
    /** Contracts traded in the last 30 minutes. */
    OPTION_VOLUME_30M(Family.FLOW, Unit.CONTRACTS, "2.1.5"),
    /** Contracts traded in the last 60 minutes. */
    OPTION_VOLUME_60M(Family.FLOW, Unit.CONTRACTS, "2.1.5"),
    /** Ln((call contracts + e) / (put contracts + e)), last 5 minutes, e one hundredth of both. */
    CALL_PUT_VOLUME_RATIO_5M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Ln((call contracts + e) / (put contracts + e)), last 15 minutes, e one hundredth of both. */
    CALL_PUT_VOLUME_RATIO_15M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Ln((call contracts + e) / (put contracts + e)), last 30 minutes, e one hundredth of both. */
    CALL_PUT_VOLUME_RATIO_30M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Ln((call contracts + e) / (put contracts + e)), last 60 minutes, e one hundredth of both. */
    CALL_PUT_VOLUME_RATIO_60M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Ln((call premium + e) / (put premium + e)), last 5 minutes, e one hundredth of both. */
    CALL_PUT_PREMIUM_RATIO_5M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Ln((call premium + e) / (put premium + e)), last 15 minutes, e one hundredth of both. */
    CALL_PUT_PREMIUM_RATIO_15M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Ln((call premium + e) / (put premium + e)), last 30 minutes, e one hundredth of both. */
    CALL_PUT_PREMIUM_RATIO_30M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Ln((call premium + e) / (put premium + e)), last 60 minutes, e one hundredth of both. */
    CALL_PUT_PREMIUM_RATIO_60M(Family.FLOW, Unit.RATIO, "2.1.5"),
    /** Share of contracts printed as part of a spread, last 5 minutes. */
    MULTI_LEG_SHARE_5M(Family.FLOW, Unit.RATIO, "2.5.5"),
    /** Share of contracts printed as part of a spread, last 15 minutes. */
    MULTI_LEG_SHARE_15M(Family.FLOW, Unit.RATIO, "2.5.5"),
    /** Share of contracts printed as part of a spread, last 30 minutes. */
    MULTI_LEG_SHARE_30M(Family.FLOW, Unit.RATIO, "2.5.5"),
    /** Share of contracts printed as part of a spread, last 60 minutes. */
    MULTI_LEG_SHARE_60M(Family.FLOW, Unit.RATIO, "2.5.5"),
    /** Premium per option trade, last 5 minutes. */
    AVERAGE_TRADE_PREMIUM_5M(Family.FLOW, Unit.CURRENCY, "2.5.5"),
    /** Premium per option trade, last 15 minutes. */
    AVERAGE_TRADE_PREMIUM_15M(Family.FLOW, Unit.CURRENCY, "2.5.5"),
    /** Premium per option trade, last 30 minutes. */
    AVERAGE_TRADE_PREMIUM_30M(Family.FLOW, Unit.CURRENCY, "2.5.5"),
    /** Premium per option trade, last 60 minutes. */
    AVERAGE_TRADE_PREMIUM_60M(Family.FLOW, Unit.CURRENCY, "2.5.5"),
    /**
     * Volatility-adjusted premium intensity with flow acceleration, horizon 5 minutes: z* of (D +
     * A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2.
     */
    VAPI_FA_5M(Family.FLOW, Unit.Z, "2.5.1"),
    /**
     * Volatility-adjusted premium intensity with flow acceleration, horizon 15 minutes: z* of (D +
     * A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2.
     */
    VAPI_FA_15M(Family.FLOW, Unit.Z, "2.5.1"),
    /**
     * Volatility-adjusted premium intensity with flow acceleration, horizon 30 minutes: z* of (D +
     * A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2.
     */
    VAPI_FA_30M(Family.FLOW, Unit.Z, "2.5.1"),
    /**
     * Volatility-adjusted premium intensity with flow acceleration, horizon 60 minutes: z* of (D +
     * A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2.
     */
    VAPI_FA_60M(Family.FLOW, Unit.Z, "2.5.1"),
    /**
     * Delta-weighted flow divergence, horizon 5 minutes: z* of z*(delta flow) x (1 + .5
     * tanh(z*(abs(directional premium)) - z*(abs(net contracts)))).
     */
    DWFD_5M(Family.FLOW, Unit.Z, "2.5.2"),
    /**
     * Delta-weighted flow divergence, horizon 15 minutes: z* of z*(delta flow) x (1 + .5
     * tanh(z*(abs(directional premium)) - z*(abs(net contracts)))).
     */
    DWFD_15M(Family.FLOW, Unit.Z, "2.5.2"),
    /**
     * Delta-weighted flow divergence, horizon 30 minutes: z* of z*(delta flow) x (1 + .5
     * tanh(z*(abs(directional premium)) - z*(abs(net contracts)))).
     */
    DWFD_30M(Family.FLOW, Unit.Z, "2.5.2"),
    /**
     * Delta-weighted flow divergence, horizon 60 minutes: z* of z*(delta flow) x (1 + .5
     * tanh(z*(abs(directional premium)) - z*(abs(net contracts)))).
     */
    DWFD_60M(Family.FLOW, Unit.Z, "2.5.2"),
    /**
     * Time-weighted liquidity-adjusted flow, finest step 5 minutes: z* of the weighted mean of
     * contracts per minute in disjoint increments.
     */
    TW_LAF_5M(Family.FLOW, Unit.Z, "2.5.3"),
    /**
     * Time-weighted liquidity-adjusted flow, finest step 15 minutes: z* of the weighted mean of
     * contracts per minute in disjoint increments.
     */
    TW_LAF_15M(Family.FLOW, Unit.Z, "2.5.3"),
    /**
     * Time-weighted liquidity-adjusted flow, finest step 30 minutes: z* of the weighted mean of
     * contracts per minute in disjoint increments.
     */
    TW_LAF_30M(Family.FLOW, Unit.Z, "2.5.3"),
    /**
     * Time-weighted liquidity-adjusted flow, finest step 60 minutes: z* of the weighted mean of
     * contracts per minute in disjoint increments.
     */
    TW_LAF_60M(Family.FLOW, Unit.Z, "2.5.3"),
    /** Customer contracts bought - sold, last 5 minutes. */
    NET_VOLUME_INCREMENT_0_5M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Customer contracts bought - sold, 5 to 15 minutes ago. */
    NET_VOLUME_INCREMENT_5_15M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Customer contracts bought - sold, 15 to 30 minutes ago. */
    NET_VOLUME_INCREMENT_15_30M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /** Customer contracts bought - sold, 30 to 60 minutes ago. */
    NET_VOLUME_INCREMENT_30_60M(Family.FLOW, Unit.CONTRACTS, "2.1.4"),
    /**
     * The predecessor formula, for comparison only: z* of premium per contract x IV x acceleration
     * of net contracts.
     */
    VAPI_FA_LEGACY_5M(Family.FLOW, Unit.Z, "2.5.1"),
    /** Mean sign x least abs(z) of VAPI-FA over the four horizons. */
    FLOW_ALIGNMENT(Family.FLOW, Unit.Z, "2.8"),
    /** 1 when VAPI-FA of 5 and 60 minutes lie beyond 1 on opposite sides, else 0. */
    FLOW_CONFLICT(Family.FLOW, Unit.RATIO, "2.8"),
    /**
     * ARFI: open-interest weighted mean over strikes of ln(1 + abs(flow) / abs(standing)) for
     * delta, charm and vanna, signed by the delta flow of the day.
     */
    RELATIVE_FLOW_INDEX(Family.FLOW, Unit.RATIO, "2.5.4"),
    /** E-CTR: ln(1 + abs(charm volume) / abs(theta volume)), activity only. */
    CHARM_THETA_RATIO(Family.FLOW, Unit.RATIO, "2.3.2"),
    /** Share of the contracts traded today that expire today. */
    ZERO_DTE_VOLUME_SHARE(Family.FLOW, Unit.RATIO, "2.5.5"),
    /**
     * Share of earlier values of VAPI_FA_5M in the same session of the day that are below the
     * present one.
     */
    VAPI_FA_5M_PERCENTILE(Family.FLOW, Unit.PROBABILITY, "2.8"),
    /**
     * Share of earlier values of DWFD_5M in the same session of the day that are below the present
     * one.
     */
    DWFD_5M_PERCENTILE(Family.FLOW, Unit.PROBABILITY, "2.8"),
    /**
     * Share of earlier values of TW_LAF_5M in the same session of the day that are below the
     * present one.
     */
    TW_LAF_5M_PERCENTILE(Family.FLOW, Unit.PROBABILITY, "2.8"),
    /** Dealer gamma from open interest by the prior, per 1 % move; above 0 dealers are long. */
    GIB_PRIOR(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.1"),
    /** Dealer gamma from inferred inventory, per 1 % move. */
    GIB_INVENTORY(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.1"),
    /** GIB_INVENTORY - GIB_PRIOR. */
    GIB_GAP(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.1"),
    /** GIB_INVENTORY / (0.01 x spot): per move of 1.00. */
    GIB_PER_POINT(Family.DEALER, Unit.CURRENCY_PER_POINT, "2.2.1"),
    /** Robust z of GIB_INVENTORY. */
    GIB_Z(Family.DEALER, Unit.Z, "2.2.1"),
    /**
     * Share of earlier values of GIB_Z in the same session of the day that are below the present
     * one.
     */
    GIB_Z_PERCENTILE(Family.DEALER, Unit.PROBABILITY, "2.8"),
    /** Change of dealer gamma today: - customer gamma flow of the day. */
    TD_GIB(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.2"),
    /** Zero of the repriced gamma profile nearest to spot. */
    GAMMA_FLIP(Family.DEALER, Unit.CURRENCY, "2.2.3"),
    /** Strike with the largest positive dealer gamma. */
    CALL_WALL(Family.DEALER, Unit.STRIKE, "2.2.3"),
    /** Strike with the largest negative dealer gamma. */
    PUT_WALL(Family.DEALER, Unit.STRIKE, "2.2.3"),
    /** GCI: sum of squared shares of abs(dealer gamma) by strike. */
    GAMMA_CONCENTRATION(Family.DEALER, Unit.RATIO, "2.2.8"),
    /** GCI over contracts that expire today. */
    GAMMA_CONCENTRATION_0DTE(Family.DEALER, Unit.RATIO, "2.2.8"),
    /** DCI: sum of squared shares of abs(dealer delta) by strike. */
    DELTA_CONCENTRATION(Family.DEALER, Unit.RATIO, "2.2.8"),
    /** 1 / GAMMA_CONCENTRATION. */
    EFFECTIVE_STRIKES(Family.DEALER, Unit.COUNT, "2.2.8"),
    /** Share of abs(dealer gamma) on the three largest strikes. */
    TOP_3_STRIKE_SHARE(Family.DEALER, Unit.RATIO, "2.2.8"),
    /** Share of abs(dealer gamma) that expires today. */
    ZERO_DTE_GAMMA_SHARE(Family.DEALER, Unit.RATIO, "3.2"),
    /** Sum of dealer position x delta x multiplier x spot. */
    DEALER_DELTA(Family.DEALER, Unit.CURRENCY, "0"),
    /** Sum of dealer position x vega x multiplier x 0.01. */
    DEALER_VEGA(Family.DEALER, Unit.CURRENCY_PER_VOL_POINT, "0"),
    /** Sum of dealer position x vanna x multiplier x spot x 0.01. */
    DEALER_VANNA(Family.DEALER, Unit.CURRENCY_PER_VOL_POINT, "0"),
    /** Sum of dealer position x charm x multiplier x spot. */
    DEALER_CHARM(Family.DEALER, Unit.CURRENCY_PER_DAY, "0"),
    /**
     * What dealers still have to buy by the close; above 0 = buy; PARTIAL (what-if) before 15:00.
     */
    HP_EOD(Family.DEALER, Unit.CURRENCY, "2.2.4"),
    /** The gamma term of HP_EOD alone. */
    HP_EOD_GAMMA(Family.DEALER, Unit.CURRENCY, "2.2.4"),
    /** Adaptive delta-adjusted gamma, summed over strikes. */
    A_DAG(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.5"),
    /** Robust z of A_DAG. */
    A_DAG_Z(Family.DEALER, Unit.Z, "2.2.5"),
    /** Market structure position, proximity weighted. */
    A_MSPI(Family.STRUCTURE, Unit.Z, "2.6.1"),
    /** Agreement of the parts of A-MSPI, -1..1, proximity weighted. */
    A_SAI(Family.STRUCTURE, Unit.RATIO, "2.6.2"),
    /**
     * Stability of the A-MSPI profile: EWMA of its rank correlation with 5, 15 and 30 minutes ago,
     * 0..1.
     */
    A_SSI(Family.STRUCTURE, Unit.RATIO, "2.6.3"),
    /** Probability of a pin at the likeliest strike. */
    PIN_PROBABILITY(Family.STRUCTURE, Unit.PROBABILITY, "2.3.1"),
    /** The likeliest strike of a pin. */
    PIN_STRIKE(Family.STRUCTURE, Unit.STRIKE, "2.3.1"),
    /** What the passing of time until the close makes dealers buy. */
    CHARM_PRESSURE(Family.TIME_DECAY, Unit.CURRENCY, "2.3.1"),
    /** LWPAI: (microprice - mid) / half spread, -1..1. */
    MICROPRICE_PRESSURE(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** LIDB: bid size / (bid + ask size) - 0.5. */
    BOOK_SHARE_OF_BIDS(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** VABAI: (bid - ask size) / (bid + ask size) x ATM IV over its 20-session exponential mean. */
    VOL_ADJUSTED_BOOK_IMBALANCE(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** AOFM: order-flow imbalance of 60 s over mean depth. */
    ORDER_FLOW_IMBALANCE_60S(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** AOFM: order-flow imbalance of the last 5 minutes over mean depth. */
    ORDER_FLOW_IMBALANCE_5M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** AOFM: order-flow imbalance of the last 15 minutes over mean depth. */
    ORDER_FLOW_IMBALANCE_15M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** AOFM: order-flow imbalance of the last 30 minutes over mean depth. */
    ORDER_FLOW_IMBALANCE_30M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** AOFM: order-flow imbalance of the last 60 minutes over mean depth. */
    ORDER_FLOW_IMBALANCE_60M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Robust z of ORDER_FLOW_IMBALANCE_60S. */
    ORDER_FLOW_IMBALANCE_Z(Family.MICROSTRUCTURE, Unit.Z, "2.8"),
    /** OBI: depth imbalance over 5 levels with weights exp(-level / 2), -1..1. */
    BOOK_IMBALANCE(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** VWLP: size-weighted mean price of 5 levels on both sides. */
    DEPTH_WEIGHTED_PRICE(Family.MICROSTRUCTURE, Unit.CURRENCY, "2.7"),
    /** LATP: mid + BOOK_IMBALANCE x spread. */
    LIQUIDITY_ADJUSTED_PRICE(Family.MICROSTRUCTURE, Unit.CURRENCY, "2.7"),
    /** (ask - bid) / mid. */
    RELATIVE_SPREAD(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Mean over quotes of (ask - bid) / mid, last 5 minutes. */
    MEAN_RELATIVE_SPREAD_5M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Mean over quotes of (ask - bid) / mid, last 15 minutes. */
    MEAN_RELATIVE_SPREAD_15M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Mean over quotes of (ask - bid) / mid, last 30 minutes. */
    MEAN_RELATIVE_SPREAD_30M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Mean over quotes of (ask - bid) / mid, last 60 minutes. */
    MEAN_RELATIVE_SPREAD_60M(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Robust z of RELATIVE_SPREAD. */
    RELATIVE_SPREAD_Z(Family.MICROSTRUCTURE, Unit.Z, "2.8"),
    /** SVR: RELATIVE_SPREAD / (ATM_IV_30D x square root of 1/252). */
    SPREAD_VOLATILITY_RATIO(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /**
     * TPDLF: open-interest weighted mean of (mid - price of the fitted smile) / price of the fitted
     * smile over contracts with a spread below 5 %.
     */
    THEORETICAL_DEVIATION(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
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
    /**
     * Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last
     * 5 minutes.
     */
    OFF_EXCHANGE_BLOCK_SHARE_5M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /**
     * Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last
     * 15 minutes.
     */
    OFF_EXCHANGE_BLOCK_SHARE_15M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /**
     * Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last
     * 30 minutes.
     */
    OFF_EXCHANGE_BLOCK_SHARE_30M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /**
     * Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last
     * 60 minutes.
     */
    OFF_EXCHANGE_BLOCK_SHARE_60M(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /** Robust z of OFF_EXCHANGE_SHARE_5M. */
    OFF_EXCHANGE_SHARE_5M_Z(Family.MICROSTRUCTURE, Unit.Z, "2.8"),
    /** Share of the regular session elapsed, 0..1. */
    SESSION_ELAPSED(Family.CONTEXT, Unit.RATIO, "0"),
    /** Minutes until the close of regular trading; missing outside. */
    MINUTES_TO_CLOSE(Family.CONTEXT, Unit.MINUTES, "0"),
    /** Time since the last quote or book. */
    QUOTE_AGE(Family.CONTEXT, Unit.SECONDS, "1.2"),
    /** Time since the last trade. */
    TRADE_AGE(Family.CONTEXT, Unit.SECONDS, "1.2"),
    /** Time since the chain was last computed. */
    CHAIN_AGE(Family.CONTEXT, Unit.SECONDS, "1.1"),
    /**
     * Volatility of the second: square root of the sum of squared changes of the mid, annualised.
     */
    REALIZED_VOL_1S(Family.MICROSTRUCTURE, Unit.VOL_ANNUAL, "3.4"),
    /** Trades in the second. */
    TRADE_COUNT_1S(Family.MICROSTRUCTURE, Unit.COUNT, "3.4"),
    /** Trades bought - trades sold in the second, by aggressor. */
    SIGNED_TRADE_COUNT_1S(Family.MICROSTRUCTURE, Unit.COUNT, "3.4"),
    /** Trades in the second on the side of the trade before. */
    REPEATED_SIDE_COUNT_1S(Family.MICROSTRUCTURE, Unit.COUNT, "3.4"),
    /** Option trades in the second. */
    OPTION_TRADE_COUNT_1S(Family.MICROSTRUCTURE, Unit.COUNT, "3.4"),
    /** Shares on five levels of both sides of the last book. */
    BOOK_DEPTH(Family.MICROSTRUCTURE, Unit.SHARES, "3.4"),
    /** NVP by direction: call less put net premium of today at the strike nearest to spot. */
    NET_PREMIUM_AT_THE_MONEY(Family.FLOW, Unit.CURRENCY, "2.1.3"),
    /** Robust z of NET_PREMIUM_AT_THE_MONEY. */
    NET_PREMIUM_AT_THE_MONEY_Z(Family.FLOW, Unit.Z, "2.1.3"),
    /** Robust z of CALL_PUT_VOLUME_RATIO_5M against the same 15-minute slot. */
    CALL_PUT_VOLUME_RATIO_5M_SEASONAL_Z(Family.FLOW, Unit.Z, "2.1.5"),
    /** Robust z of CALL_PUT_PREMIUM_RATIO_5M against the same 15-minute slot. */
    CALL_PUT_PREMIUM_RATIO_5M_SEASONAL_Z(Family.FLOW, Unit.Z, "2.1.5"),
    /** Share of the contracts traded today that were out of the money. */
    OUT_OF_THE_MONEY_VOLUME_SHARE(Family.FLOW, Unit.RATIO, "2.5.5"),
    /** Mean sign x least abs(z) of DWFD over the four horizons. */
    DWFD_ALIGNMENT(Family.FLOW, Unit.Z, "2.8"),
    /** 1 when DWFD of 5 and 60 minutes lie beyond 1 on opposite sides, else 0. */
    DWFD_CONFLICT(Family.FLOW, Unit.RATIO, "2.8"),
    /** Mean sign x least abs(z) of TW-LAF over the four horizons. */
    TW_LAF_ALIGNMENT(Family.FLOW, Unit.Z, "2.8"),
    /** 1 when TW-LAF of 5 and 60 minutes lie beyond 1 on opposite sides, else 0. */
    TW_LAF_CONFLICT(Family.FLOW, Unit.RATIO, "2.8"),
    /**
     * ARFI divergence: -1 at a price above, +1 at one below the last 30 minutes while
     * abs(RELATIVE_FLOW_INDEX) is below its own highest there; else 0.
     */
    RELATIVE_FLOW_DIVERGENCE(Family.FLOW, Unit.RATIO, "2.5.4"),
    /** GIB_PRIOR + TD_GIB: what the book is after the flow of today. */
    GIB_EFFECTIVE(Family.DEALER, Unit.CURRENCY_PER_PERCENT, "2.2.2"),
    /** HP_EOD / mean currency traded in the last hour of 20 sessions. */
    HP_EOD_SHARE(Family.DEALER, Unit.RATIO, "2.2.4"),
    /** Robust z of DEALER_DELTA. */
    DEALER_DELTA_Z(Family.DEALER, Unit.Z, "3.3"),
    /** Abs(DEALER_DELTA_Z) - abs(GIB_Z): above 0 delta is further from its usual than gamma. */
    DELTA_DOMINANCE(Family.DEALER, Unit.Z, "3.3"),
    /** Robust z of VANNA_VOMMA_RATIO. */
    VANNA_VOMMA_RATIO_Z(Family.VOLATILITY, Unit.Z, "2.4.7"),
    /** (mid - mean of 20 daily closes) / AVERAGE_TRUE_RANGE_14D. */
    STRETCH_FROM_MEAN_20D(Family.PRICE, Unit.RATIO, "3.3"),
    /** Sessions until the next FOMC decision, 0 on its day. */
    SESSIONS_TO_FOMC(Family.CONTEXT, Unit.COUNT, "1.7"),
    /** Minutes until the next FOMC decision; below 0 after it until the end of its day. */
    MINUTES_TO_FOMC(Family.CONTEXT, Unit.MINUTES, "1.7"),
    /** Order-flow imbalance of the second over the mean depth of 60 s. */
    ORDER_FLOW_IMBALANCE_1S(Family.MICROSTRUCTURE, Unit.RATIO, "2.7"),
    /** Expected shares bought - sold on exchanges in the second, by quote rule and tick test. */
    LIT_SIGNED_SHARES_1S(Family.MICROSTRUCTURE, Unit.SHARES, "2.7"),
    /** Expected shares bought - sold of the last 5 minutes. */
    SIGNED_SHARES_5M(Family.MICROSTRUCTURE, Unit.SHARES, "2.7"),
    /** Standard deviation of SIGNED_SHARES_5M that the doubt about sides leaves. */
    SIGNED_SHARES_5M_ERROR(Family.MICROSTRUCTURE, Unit.SHARES, "2.7"),
    /** Shares bought - sold of the last 5 minutes by bulk volume, bars of one minute. */
    BULK_SIGNED_SHARES_5M(Family.MICROSTRUCTURE, Unit.SHARES, "2.7"),
    /** Imbalance of five levels, large queues cut, half-life 30 s; above 0 = bids wait. */
    DEPTH_PRESSURE(Family.MICROSTRUCTURE, Unit.RATIO, "8.3"),
    /** Probability that somebody buys hidden from the exchanges. */
    HIDDEN_BUYER_PROBABILITY(Family.MICROSTRUCTURE, Unit.PROBABILITY, "8.3"),
    /** Probability that somebody sells hidden from the exchanges. */
    HIDDEN_SELLER_PROBABILITY(Family.MICROSTRUCTURE, Unit.PROBABILITY, "8.3"),
    /** Price at which blocks gathered off exchange, clusters of five cents. */
    OFF_EXCHANGE_LEVEL(Family.MICROSTRUCTURE, Unit.CURRENCY, "8.3"),
    /** Block shares at OFF_EXCHANGE_LEVEL today, half-life one hour. */
    OFF_EXCHANGE_LEVEL_SHARES(Family.MICROSTRUCTURE, Unit.SHARES, "8.3"),
    /** Bullish - bearish option trades of the second whose size is usual. */
    BULLISH_SMALL_TRADES_1S(Family.FLOW, Unit.COUNT, "2.5.5"),
    /** Bullish - bearish option trades of the second that are large: 2.5 usual ones or more. */
    BULLISH_LARGE_TRADES_1S(Family.FLOW, Unit.COUNT, "2.5.5"),
    /** Option trades of the second that are large. */
    LARGE_OPTION_TRADES_1S(Family.FLOW, Unit.COUNT, "2.5.5"),
    /** E-TDFI: ln(1 + sum of abs(theta flow) of today / sum of abs(theta standing)) by strike. */
    THETA_FLOW_INTENSITY(Family.FLOW, Unit.RATIO, "2.3.2"),
    /** Strike nearest to spot whose negative gamma has an E-SDAG VF in the chain's lowest 5 %. */
    VOLATILITY_TRIGGER_STRIKE(Family.DEALER, Unit.STRIKE, "2.2.6"),
    /**
     * Lesser size of E-SDAG MULT and DIR at the strike nearest to spot, with their common sign; 0
     * when they disagree.
     */
    SKEW_GAMMA_CONVICTION(Family.DEALER, Unit.Z, "2.2.6"),
    /** 1 when E-SDAG DIR and VF disagree in sign at the strike nearest to spot, else 0. */
    SKEW_GAMMA_CONFLICT(Family.DEALER, Unit.RATIO, "2.2.6"),
    /** HIDDEN_LEVEL_HEURISTIC: strike nearest to spot of the oddest tenth of the chain. */
    HIDDEN_LEVEL_STRIKE(Family.STRUCTURE, Unit.STRIKE, "2.6.6"),
    /** Its weighted oddity. */
    HIDDEN_LEVEL_SCORE(Family.STRUCTURE, Unit.Z, "2.6.6"),
    /** As VANNA_CONCENTRATION_0DTE, of the dealers' vanna above 0. */
    VANNA_CONCENTRATION_0DTE_LONG(Family.VOLATILITY, Unit.RATIO, "2.3.3"),
    /** As VANNA_CONCENTRATION_0DTE, of the dealers' vanna below 0. */
    VANNA_CONCENTRATION_0DTE_SHORT(Family.VOLATILITY, Unit.RATIO, "2.3.3"),
    /** Mean over expiries of the root mean square misfit of the fitted smile. */
    SMILE_MISFIT(Family.VOLATILITY, Unit.VOL_ANNUAL, "2.4.1"),
    /** Share of expiries whose fitted smile had arbitrage, repaired or not. */
    SURFACE_REPAIRED_SHARE(Family.VOLATILITY, Unit.RATIO, "2.4.1"),
    /** Least R squared of the greeks of providers against ours; below 0.98 a feed is refused. */
    PROVIDER_GREEK_FIT(Family.CONTEXT, Unit.RATIO, "0");

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
        STRIKE,
        CURRENCY_PER_POINT,
        SECONDS,
        MINUTES,
        VARIANCE_ANNUAL
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
