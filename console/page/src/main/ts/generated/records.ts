// Generated from the schemas of the topics and the records of the server; a test holds it. To write it anew:
// ./mvnw -pl console -am test -Dtest=ContractTest -Dsurefire.failIfNoSpecifiedTests=false -Dhuihui.write=true

/** A news story. Event time is when it was received; a story may be older. */
export interface NewsItem {
  /** unique within the source */
  readonly id: string;
  readonly publishedTimeMillis: number;
  readonly receivedTimeMillis: number;
  readonly source: string;
  readonly sequence: number;
  readonly headline: string;
  /** null when the feed sends headlines only */
  readonly body: string | null;
  /** symbols the feed tags; may be empty */
  readonly symbols: readonly string[];
}

/** The text of an image or a recording, or why there is none. */
export interface Transcript {
  /** id of the media item within its source */
  readonly mediaId: string;
  /** event time of the media item */
  readonly mediaTimeMillis: number;
  /** when the text counts as known: a fixed time after the media item, by which every engine has answered or been given up, so that a replay knows it no sooner */
  readonly eventTimeMillis: number;
  /** source of the media item */
  readonly source: string;
  /** sequence of the media item */
  readonly sequence: number;
  readonly kind: MediaKind;
  /** what read it, e.g. tesseract/5.5.2; none when none could */
  readonly engine: string;
  /** lines divided by newlines; null when there is none */
  readonly text: string | null;
  /** how sure the engine is of the text, 0..1; null when there is none */
  readonly confidence: number | null;
  /** null when there is a text */
  readonly failure: ReadingFailure | null;
  /** one sentence; null when there is a text */
  readonly reason: string | null;
  /** as the feed tags the media item; may be empty */
  readonly symbols: readonly string[];
}

export type MediaKind =
  | "IMAGE"
  | "AUDIO";

export type ReadingFailure =
  | "ENGINE_MISSING"
  | "CONTENT_MISSING"
  | "UNREADABLE"
  | "NO_TEXT"
  | "LOW_CONFIDENCE"
  | "DEADLINE"
  | "BREAKER_OPEN"
  | "BUSY"
  | "ENGINE_FAILED";

/** All features of one symbol at the end of one event-time second. */
export interface FeatureSnapshot {
  readonly id: SnapshotId;
  /** 0 when first published; counts up when late data corrected the second */
  readonly revision: number;
  readonly features: FeatureVector;
}

/** The unit of agreement between features, experts and gate: one symbol at one event-time second. */
export interface SnapshotId {
  readonly symbol: string;
  /** end of the second (exclusive), a multiple of 1000: events with a time below it are in the snapshot */
  readonly secondEndMillis: number;
}

/** One value and one quality per Feature, immutable. A missing value is null; it is never replaced by a number. */
export interface FeatureVector {
  /** Mid of the last quote in or before the second; last trade where no quotes are fed. Unit: currency. */
  readonly mid: number | null;
  /** Price of the last trade. Unit: currency. */
  readonly lastTradePrice: number | null;
  /** Volume-weighted average price of the session. Unit: currency. */
  readonly dayVwap: number | null;
  /** Shares traded in the session. Unit: shares. */
  readonly dayVolume: number | null;
  /** First price of regular hours. Unit: currency. */
  readonly dayOpen: number | null;
  /** Highest price of regular hours. Unit: currency. */
  readonly dayHigh: number | null;
  /** Lowest price of regular hours. Unit: currency. */
  readonly dayLow: number | null;
  /** Last price of the session before, or what the provider says it was. Unit: currency. */
  readonly previousClose: number | null;
  /** Ln(mid / previous close). Unit: log return. */
  readonly dayReturn: number | null;
  /** Ln(mid / mid 5 minutes ago). Unit: log return. */
  readonly return5m: number | null;
  /** Ln(mid / mid 15 minutes ago). Unit: log return. */
  readonly return15m: number | null;
  /** Ln(mid / mid 30 minutes ago). Unit: log return. */
  readonly return30m: number | null;
  /** Ln(mid / mid 60 minutes ago). Unit: log return. */
  readonly return60m: number | null;
  /** Volume-weighted average price of the last 5 minutes. Unit: currency. */
  readonly windowVwap5m: number | null;
  /** Volume-weighted average price of the last 15 minutes. Unit: currency. */
  readonly windowVwap15m: number | null;
  /** Volume-weighted average price of the last 30 minutes. Unit: currency. */
  readonly windowVwap30m: number | null;
  /** Volume-weighted average price of the last 60 minutes. Unit: currency. */
  readonly windowVwap60m: number | null;
  /** Shares traded in the last 5 minutes. Unit: shares. */
  readonly tradeVolume5m: number | null;
  /** Shares traded in the last 15 minutes. Unit: shares. */
  readonly tradeVolume15m: number | null;
  /** Shares traded in the last 30 minutes. Unit: shares. */
  readonly tradeVolume30m: number | null;
  /** Shares traded in the last 60 minutes. Unit: shares. */
  readonly tradeVolume60m: number | null;
  /** Trades in the last 5 minutes. Unit: count. */
  readonly tradeCount5m: number | null;
  /** Trades in the last 15 minutes. Unit: count. */
  readonly tradeCount15m: number | null;
  /** Trades in the last 30 minutes. Unit: count. */
  readonly tradeCount30m: number | null;
  /** Trades in the last 60 minutes. Unit: count. */
  readonly tradeCount60m: number | null;
  /** (shares bought - sold) / (bought + sold) by aggressor, last 5 minutes, -1..1. Unit: ratio. */
  readonly tradeImbalance5m: number | null;
  /** (shares bought - sold) / (bought + sold) by aggressor, last 15 minutes, -1..1. Unit: ratio. */
  readonly tradeImbalance15m: number | null;
  /** (shares bought - sold) / (bought + sold) by aggressor, last 30 minutes, -1..1. Unit: ratio. */
  readonly tradeImbalance30m: number | null;
  /** (shares bought - sold) / (bought + sold) by aggressor, last 60 minutes, -1..1. Unit: ratio. */
  readonly tradeImbalance60m: number | null;
  /** Robust z of TRADE_VOLUME_5M. Unit: z. */
  readonly tradeVolume5mZ: number | null;
  /** Robust z of TRADE_VOLUME_5M against the same 15-minute slot. Unit: z. */
  readonly tradeVolume5mSeasonalZ: number | null;
  /** Wilder average true range of five-minute bars of the mid, alpha 1/14. Unit: currency. */
  readonly averageTrueRange5mBars: number | null;
  /** Mean close of the last 20 five-minute bars of the mid. Unit: currency. */
  readonly meanOf20FiveMinuteBars: number | null;
  /** RETURN_60M / expected standard deviation of an hour by REALIZED_VOL_60M. Unit: ratio. */
  readonly trend60m: number | null;
  /** Realised volatility of the last 5 minutes from one-minute log returns, annualised by 252 x 390. Unit: vol annual. */
  readonly realizedVol5m: number | null;
  /** Realised volatility of the last 15 minutes from one-minute log returns, annualised by 252 x 390. Unit: vol annual. */
  readonly realizedVol15m: number | null;
  /** Realised volatility of the last 30 minutes from one-minute log returns, annualised by 252 x 390. Unit: vol annual. */
  readonly realizedVol30m: number | null;
  /** Realised volatility of the last 60 minutes from one-minute log returns, annualised by 252 x 390. Unit: vol annual. */
  readonly realizedVol60m: number | null;
  /** Square root of bipower variation of 60 one-minute returns, annualised. Unit: vol annual. */
  readonly bipowerVol60m: number | null;
  /** Square root of max(realised - bipower variance, 0) of 60 minutes, annualised. Unit: vol annual. */
  readonly jumpVol60m: number | null;
  /** Robust z of REALIZED_VOL_30M. Unit: z. */
  readonly realizedVol30mZ: number | null;
  /** Robust z of REALIZED_VOL_30M against the same 15-minute slot. Unit: z. */
  readonly realizedVol30mSeasonalZ: number | null;
  /** Close-to-close volatility of 20 sessions, annualised by 252. Unit: vol annual. */
  readonly realizedVol20d: number | null;
  /** Close-to-close volatility of 60 sessions, annualised by 252. Unit: vol annual. */
  readonly realizedVol60d: number | null;
  /** Yang-Zhang volatility of 20 sessions, annualised by 252. Unit: vol annual. */
  readonly yangZhangVol20d: number | null;
  /** Wilder average true range of daily bars, alpha 1/14. Unit: currency. */
  readonly averageTrueRange14d: number | null;
  /** Heterogeneous autoregressive forecast of the next session volatility, annualised. Unit: vol annual. */
  readonly harVolForecast: number | null;
  /** ATM_IV_30D squared - HAR_VOL_FORECAST squared. Unit: variance annual. */
  readonly varianceRiskPremium: number | null;
  /** At-the-money implied volatility at 1 days, by total-variance interpolation. Unit: vol annual. */
  readonly atmIv1d: number | null;
  /** At-the-money implied volatility at 7 days, by total-variance interpolation. Unit: vol annual. */
  readonly atmIv7d: number | null;
  /** At-the-money implied volatility at 30 days, by total-variance interpolation. Unit: vol annual. */
  readonly atmIv30d: number | null;
  /** At-the-money implied volatility at 60 days, by total-variance interpolation. Unit: vol annual. */
  readonly atmIv60d: number | null;
  /** At-the-money implied volatility at 90 days, by total-variance interpolation. Unit: vol annual. */
  readonly atmIv90d: number | null;
  /** IV(25 delta put) - IV(25 delta call) at 30 days. Unit: vol annual. */
  readonly skew25Delta: number | null;
  /** Mean of the 25 delta IVs - ATM IV at 30 days. Unit: vol annual. */
  readonly fly25Delta: number | null;
  /** ATM IV 7 d / ATM IV 30 d - 1; above 0 is backwardation. Unit: ratio. */
  readonly termSlope: number | null;
  /** Robust z of TERM_SLOPE. Unit: z. */
  readonly termSlopeZ: number | null;
  /** Robust z of SKEW_25_DELTA. Unit: z. */
  readonly skew25DeltaZ: number | null;
  /** SKEW_25_DELTA - its value 15 minutes ago. Unit: vol annual. */
  readonly skewChange15m: number | null;
  /** (ATM_IV_30D - lowest) / (highest - lowest) of daily closes. Unit: ratio. */
  readonly ivRank252d: number | null;
  /** Share of daily closes of ATM_IV_30D below the present one. Unit: ratio. */
  readonly ivPercentile252d: number | null;
  /** Spot x ATM_IV_1D x square root of 1/365. Unit: currency. */
  readonly expectedMove1d: number | null;
  /** Standard deviation of one-minute changes of ATM_IV_30D. Unit: vol annual. */
  readonly volOfVol60m: number | null;
  /** .25 z*(TERM_SLOPE) + .25 z*(VOL_OF_VOL_60M) + .20 z*(REALIZED_VOL_30M / ATM_IV_30D) + .15 z*(SKEW_25_DELTA) + .15 z*(-DEALER_VEGA), clipped to -3..3; above 0 is expansion. Unit: z. */
  readonly vriState: number | null;
  /** Robust z of the dealers vanna exposure that expires today; above 0 a fall of volatility makes dealers buy. Unit: z. */
  readonly vannaDirection0dte: number | null;
  /** Mean of z*(REALIZED_VOL_5M / IV today) and z*(5-minute change of IV today). Unit: z. */
  readonly volExpansion0dte: number | null;
  /** Ln((abs(vega flow of 0DTE, 15 min) + m) / (2 m)), m the median of abs(vega flow) at this time of day. Unit: ratio. */
  readonly vegaFlowIndex0dte: number | null;
  /** Ln(sum of abs(vanna) volume / sum of abs(vomma) volume) over 0DTE contracts. Unit: ratio. */
  readonly vannaVommaRatio0dte: number | null;
  /** Robust z of VANNA_VOMMA_RATIO_0DTE. Unit: z. */
  readonly vannaVommaRatio0dteZ: number | null;
  /** Sum of squared shares of abs(vanna x open interest) by strike over 0DTE contracts. Unit: ratio. */
  readonly vannaConcentration0dte: number | null;
  /** As VEGA_FLOW_INDEX_0DTE over all expiries. Unit: ratio. */
  readonly vegaFlowIndex: number | null;
  /** As VANNA_VOMMA_RATIO_0DTE over all expiries. Unit: ratio. */
  readonly vannaVommaRatio: number | null;
  /** Customer option premium bought - sold, last 5 minutes. Unit: currency. */
  readonly netPremiumFlow5m: number | null;
  /** Customer option premium bought - sold, last 15 minutes. Unit: currency. */
  readonly netPremiumFlow15m: number | null;
  /** Customer option premium bought - sold, last 30 minutes. Unit: currency. */
  readonly netPremiumFlow30m: number | null;
  /** Customer option premium bought - sold, last 60 minutes. Unit: currency. */
  readonly netPremiumFlow60m: number | null;
  /** Customer contracts bought - sold, last 5 minutes. Unit: contracts. */
  readonly netVolumeFlow5m: number | null;
  /** Customer contracts bought - sold, last 15 minutes. Unit: contracts. */
  readonly netVolumeFlow15m: number | null;
  /** Customer contracts bought - sold, last 30 minutes. Unit: contracts. */
  readonly netVolumeFlow30m: number | null;
  /** Customer contracts bought - sold, last 60 minutes. Unit: contracts. */
  readonly netVolumeFlow60m: number | null;
  /** Sum of sgn(delta) x net premium, last 5 minutes. Unit: currency. */
  readonly directionalPremium5m: number | null;
  /** Sum of sgn(delta) x net premium, last 15 minutes. Unit: currency. */
  readonly directionalPremium15m: number | null;
  /** Sum of sgn(delta) x net premium, last 30 minutes. Unit: currency. */
  readonly directionalPremium30m: number | null;
  /** Sum of sgn(delta) x net premium, last 60 minutes. Unit: currency. */
  readonly directionalPremium60m: number | null;
  /** Sum of delta x net contracts x multiplier x spot, last 5 minutes. Unit: currency. */
  readonly deltaFlow5m: number | null;
  /** Sum of delta x net contracts x multiplier x spot, last 15 minutes. Unit: currency. */
  readonly deltaFlow15m: number | null;
  /** Sum of delta x net contracts x multiplier x spot, last 30 minutes. Unit: currency. */
  readonly deltaFlow30m: number | null;
  /** Sum of delta x net contracts x multiplier x spot, last 60 minutes. Unit: currency. */
  readonly deltaFlow60m: number | null;
  /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 5 minutes. Unit: currency per percent. */
  readonly gammaFlow5m: number | null;
  /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 15 minutes. Unit: currency per percent. */
  readonly gammaFlow15m: number | null;
  /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 30 minutes. Unit: currency per percent. */
  readonly gammaFlow30m: number | null;
  /** Sum of gamma x net contracts x multiplier x spot squared x 0.01, last 60 minutes. Unit: currency per percent. */
  readonly gammaFlow60m: number | null;
  /** Sum of vega x net contracts x multiplier x 0.01, last 5 minutes. Unit: currency per vol point. */
  readonly vegaFlow5m: number | null;
  /** Sum of vega x net contracts x multiplier x 0.01, last 15 minutes. Unit: currency per vol point. */
  readonly vegaFlow15m: number | null;
  /** Sum of vega x net contracts x multiplier x 0.01, last 30 minutes. Unit: currency per vol point. */
  readonly vegaFlow30m: number | null;
  /** Sum of vega x net contracts x multiplier x 0.01, last 60 minutes. Unit: currency per vol point. */
  readonly vegaFlow60m: number | null;
  /** Sum of theta x net contracts x multiplier, last 5 minutes. Unit: currency per day. */
  readonly thetaFlow5m: number | null;
  /** Sum of theta x net contracts x multiplier, last 15 minutes. Unit: currency per day. */
  readonly thetaFlow15m: number | null;
  /** Sum of theta x net contracts x multiplier, last 30 minutes. Unit: currency per day. */
  readonly thetaFlow30m: number | null;
  /** Sum of theta x net contracts x multiplier, last 60 minutes. Unit: currency per day. */
  readonly thetaFlow60m: number | null;
  /** Contracts traded in the last 5 minutes. Unit: contracts. */
  readonly optionVolume5m: number | null;
  /** Contracts traded in the last 15 minutes. Unit: contracts. */
  readonly optionVolume15m: number | null;
  /** Contracts traded in the last 30 minutes. Unit: contracts. */
  readonly optionVolume30m: number | null;
  /** Contracts traded in the last 60 minutes. Unit: contracts. */
  readonly optionVolume60m: number | null;
  /** Ln((call contracts + e) / (put contracts + e)), last 5 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutVolumeRatio5m: number | null;
  /** Ln((call contracts + e) / (put contracts + e)), last 15 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutVolumeRatio15m: number | null;
  /** Ln((call contracts + e) / (put contracts + e)), last 30 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutVolumeRatio30m: number | null;
  /** Ln((call contracts + e) / (put contracts + e)), last 60 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutVolumeRatio60m: number | null;
  /** Ln((call premium + e) / (put premium + e)), last 5 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutPremiumRatio5m: number | null;
  /** Ln((call premium + e) / (put premium + e)), last 15 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutPremiumRatio15m: number | null;
  /** Ln((call premium + e) / (put premium + e)), last 30 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutPremiumRatio30m: number | null;
  /** Ln((call premium + e) / (put premium + e)), last 60 minutes, e one hundredth of both. Unit: ratio. */
  readonly callPutPremiumRatio60m: number | null;
  /** Share of contracts printed as part of a spread, last 5 minutes. Unit: ratio. */
  readonly multiLegShare5m: number | null;
  /** Share of contracts printed as part of a spread, last 15 minutes. Unit: ratio. */
  readonly multiLegShare15m: number | null;
  /** Share of contracts printed as part of a spread, last 30 minutes. Unit: ratio. */
  readonly multiLegShare30m: number | null;
  /** Share of contracts printed as part of a spread, last 60 minutes. Unit: ratio. */
  readonly multiLegShare60m: number | null;
  /** Premium per option trade, last 5 minutes. Unit: currency. */
  readonly averageTradePremium5m: number | null;
  /** Premium per option trade, last 15 minutes. Unit: currency. */
  readonly averageTradePremium15m: number | null;
  /** Premium per option trade, last 30 minutes. Unit: currency. */
  readonly averageTradePremium30m: number | null;
  /** Premium per option trade, last 60 minutes. Unit: currency. */
  readonly averageTradePremium60m: number | null;
  /** Volatility-adjusted premium intensity with flow acceleration, horizon 5 minutes: z* of (D + A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2. Unit: z. */
  readonly vapiFa5m: number | null;
  /** Volatility-adjusted premium intensity with flow acceleration, horizon 15 minutes: z* of (D + A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2. Unit: z. */
  readonly vapiFa15m: number | null;
  /** Volatility-adjusted premium intensity with flow acceleration, horizon 30 minutes: z* of (D + A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2. Unit: z. */
  readonly vapiFa30m: number | null;
  /** Volatility-adjusted premium intensity with flow acceleration, horizon 60 minutes: z* of (D + A) x sqrt(intensity) x volatility ratio, A = D - (D over three horizons - D) / 2. Unit: z. */
  readonly vapiFa60m: number | null;
  /** Delta-weighted flow divergence, horizon 5 minutes: z* of z*(delta flow) x (1 + .5 tanh(z*(abs(directional premium)) - z*(abs(net contracts)))). Unit: z. */
  readonly dwfd5m: number | null;
  /** Delta-weighted flow divergence, horizon 15 minutes: z* of z*(delta flow) x (1 + .5 tanh(z*(abs(directional premium)) - z*(abs(net contracts)))). Unit: z. */
  readonly dwfd15m: number | null;
  /** Delta-weighted flow divergence, horizon 30 minutes: z* of z*(delta flow) x (1 + .5 tanh(z*(abs(directional premium)) - z*(abs(net contracts)))). Unit: z. */
  readonly dwfd30m: number | null;
  /** Delta-weighted flow divergence, horizon 60 minutes: z* of z*(delta flow) x (1 + .5 tanh(z*(abs(directional premium)) - z*(abs(net contracts)))). Unit: z. */
  readonly dwfd60m: number | null;
  /** Time-weighted liquidity-adjusted flow, finest step 5 minutes: z* of the weighted mean of contracts per minute in disjoint increments. Unit: z. */
  readonly twLaf5m: number | null;
  /** Time-weighted liquidity-adjusted flow, finest step 15 minutes: z* of the weighted mean of contracts per minute in disjoint increments. Unit: z. */
  readonly twLaf15m: number | null;
  /** Time-weighted liquidity-adjusted flow, finest step 30 minutes: z* of the weighted mean of contracts per minute in disjoint increments. Unit: z. */
  readonly twLaf30m: number | null;
  /** Time-weighted liquidity-adjusted flow, finest step 60 minutes: z* of the weighted mean of contracts per minute in disjoint increments. Unit: z. */
  readonly twLaf60m: number | null;
  /** Customer contracts bought - sold, last 5 minutes. Unit: contracts. */
  readonly netVolumeIncrement05m: number | null;
  /** Customer contracts bought - sold, 5 to 15 minutes ago. Unit: contracts. */
  readonly netVolumeIncrement515m: number | null;
  /** Customer contracts bought - sold, 15 to 30 minutes ago. Unit: contracts. */
  readonly netVolumeIncrement1530m: number | null;
  /** Customer contracts bought - sold, 30 to 60 minutes ago. Unit: contracts. */
  readonly netVolumeIncrement3060m: number | null;
  /** The predecessor formula, for comparison only: z* of premium per contract x IV x acceleration of net contracts. Unit: z. */
  readonly vapiFaLegacy5m: number | null;
  /** Mean sign x least abs(z) of VAPI-FA over the four horizons. Unit: z. */
  readonly flowAlignment: number | null;
  /** 1 when VAPI-FA of 5 and 60 minutes lie beyond 1 on opposite sides, else 0. Unit: ratio. */
  readonly flowConflict: number | null;
  /** ARFI: open-interest weighted mean over strikes of ln(1 + abs(flow) / abs(standing)) for delta, charm and vanna, signed by the delta flow of the day. Unit: ratio. */
  readonly relativeFlowIndex: number | null;
  /** E-CTR: ln(1 + abs(charm volume) / abs(theta volume)), activity only. Unit: ratio. */
  readonly charmThetaRatio: number | null;
  /** Share of the contracts traded today that expire today. Unit: ratio. */
  readonly zeroDteVolumeShare: number | null;
  /** Share of earlier values of VAPI_FA_5M in the same session of the day that are below the present one. Unit: probability. */
  readonly vapiFa5mPercentile: number | null;
  /** Share of earlier values of DWFD_5M in the same session of the day that are below the present one. Unit: probability. */
  readonly dwfd5mPercentile: number | null;
  /** Share of earlier values of TW_LAF_5M in the same session of the day that are below the present one. Unit: probability. */
  readonly twLaf5mPercentile: number | null;
  /** Dealer gamma from open interest by the prior, per 1 % move; above 0 dealers are long. Unit: currency per percent. */
  readonly gibPrior: number | null;
  /** Dealer gamma from inferred inventory, per 1 % move. Unit: currency per percent. */
  readonly gibInventory: number | null;
  /** GIB_INVENTORY - GIB_PRIOR. Unit: currency per percent. */
  readonly gibGap: number | null;
  /** GIB_INVENTORY / (0.01 x spot): per move of 1.00. Unit: currency per point. */
  readonly gibPerPoint: number | null;
  /** Robust z of GIB_INVENTORY. Unit: z. */
  readonly gibZ: number | null;
  /** Share of earlier values of GIB_Z in the same session of the day that are below the present one. Unit: probability. */
  readonly gibZPercentile: number | null;
  /** Change of dealer gamma today: - customer gamma flow of the day. Unit: currency per percent. */
  readonly tdGib: number | null;
  /** Zero of the repriced gamma profile nearest to spot. Unit: currency. */
  readonly gammaFlip: number | null;
  /** Strike with the largest positive dealer gamma. Unit: strike. */
  readonly callWall: number | null;
  /** Strike with the largest negative dealer gamma. Unit: strike. */
  readonly putWall: number | null;
  /** GCI: sum of squared shares of abs(dealer gamma) by strike. Unit: ratio. */
  readonly gammaConcentration: number | null;
  /** GCI over contracts that expire today. Unit: ratio. */
  readonly gammaConcentration0dte: number | null;
  /** DCI: sum of squared shares of abs(dealer delta) by strike. Unit: ratio. */
  readonly deltaConcentration: number | null;
  /** 1 / GAMMA_CONCENTRATION. Unit: count. */
  readonly effectiveStrikes: number | null;
  /** Share of abs(dealer gamma) on the three largest strikes. Unit: ratio. */
  readonly top3StrikeShare: number | null;
  /** Share of abs(dealer gamma) that expires today. Unit: ratio. */
  readonly zeroDteGammaShare: number | null;
  /** Sum of dealer position x delta x multiplier x spot. Unit: currency. */
  readonly dealerDelta: number | null;
  /** Sum of dealer position x vega x multiplier x 0.01. Unit: currency per vol point. */
  readonly dealerVega: number | null;
  /** Sum of dealer position x vanna x multiplier x spot x 0.01. Unit: currency per vol point. */
  readonly dealerVanna: number | null;
  /** Sum of dealer position x charm x multiplier x spot. Unit: currency per day. */
  readonly dealerCharm: number | null;
  /** What dealers still have to buy by the close; above 0 = buy; PARTIAL (what-if) before 15:00. Unit: currency. */
  readonly hpEod: number | null;
  /** The gamma term of HP_EOD alone. Unit: currency. */
  readonly hpEodGamma: number | null;
  /** Adaptive delta-adjusted gamma, summed over strikes. Unit: currency per percent. */
  readonly aDag: number | null;
  /** Robust z of A_DAG. Unit: z. */
  readonly aDagZ: number | null;
  /** Market structure position, proximity weighted. Unit: z. */
  readonly aMspi: number | null;
  /** Agreement of the parts of A-MSPI, -1..1, proximity weighted. Unit: ratio. */
  readonly aSai: number | null;
  /** Stability of the A-MSPI profile: EWMA of its rank correlation with 5, 15 and 30 minutes ago, 0..1. Unit: ratio. */
  readonly aSsi: number | null;
  /** Probability of a pin at the likeliest strike. Unit: probability. */
  readonly pinProbability: number | null;
  /** The likeliest strike of a pin. Unit: strike. */
  readonly pinStrike: number | null;
  /** What the passing of time until the close makes dealers buy. Unit: currency. */
  readonly charmPressure: number | null;
  /** LWPAI: (microprice - mid) / half spread, -1..1. Unit: ratio. */
  readonly micropricePressure: number | null;
  /** LIDB: bid size / (bid + ask size) - 0.5. Unit: ratio. */
  readonly bookShareOfBids: number | null;
  /** VABAI: (bid - ask size) / (bid + ask size) x ATM IV over its 20-session exponential mean. Unit: ratio. */
  readonly volAdjustedBookImbalance: number | null;
  /** AOFM: order-flow imbalance of 60 s over mean depth. Unit: ratio. */
  readonly orderFlowImbalance60s: number | null;
  /** AOFM: order-flow imbalance of the last 5 minutes over mean depth. Unit: ratio. */
  readonly orderFlowImbalance5m: number | null;
  /** AOFM: order-flow imbalance of the last 15 minutes over mean depth. Unit: ratio. */
  readonly orderFlowImbalance15m: number | null;
  /** AOFM: order-flow imbalance of the last 30 minutes over mean depth. Unit: ratio. */
  readonly orderFlowImbalance30m: number | null;
  /** AOFM: order-flow imbalance of the last 60 minutes over mean depth. Unit: ratio. */
  readonly orderFlowImbalance60m: number | null;
  /** Robust z of ORDER_FLOW_IMBALANCE_60S. Unit: z. */
  readonly orderFlowImbalanceZ: number | null;
  /** OBI: depth imbalance over 5 levels with weights exp(-level / 2), -1..1. Unit: ratio. */
  readonly bookImbalance: number | null;
  /** VWLP: size-weighted mean price of 5 levels on both sides. Unit: currency. */
  readonly depthWeightedPrice: number | null;
  /** LATP: mid + BOOK_IMBALANCE x spread. Unit: currency. */
  readonly liquidityAdjustedPrice: number | null;
  /** (ask - bid) / mid. Unit: ratio. */
  readonly relativeSpread: number | null;
  /** Mean over quotes of (ask - bid) / mid, last 5 minutes. Unit: ratio. */
  readonly meanRelativeSpread5m: number | null;
  /** Mean over quotes of (ask - bid) / mid, last 15 minutes. Unit: ratio. */
  readonly meanRelativeSpread15m: number | null;
  /** Mean over quotes of (ask - bid) / mid, last 30 minutes. Unit: ratio. */
  readonly meanRelativeSpread30m: number | null;
  /** Mean over quotes of (ask - bid) / mid, last 60 minutes. Unit: ratio. */
  readonly meanRelativeSpread60m: number | null;
  /** Robust z of RELATIVE_SPREAD. Unit: z. */
  readonly relativeSpreadZ: number | null;
  /** SVR: RELATIVE_SPREAD / (ATM_IV_30D x square root of 1/252). Unit: ratio. */
  readonly spreadVolatilityRatio: number | null;
  /** TPDLF: open-interest weighted mean of (mid - price of the fitted smile) / price of the fitted smile over contracts with a spread below 5 %. Unit: ratio. */
  readonly theoreticalDeviation: number | null;
  /** Volume-synchronised probability of informed trading. Unit: probability. */
  readonly vpin: number | null;
  /** Share of shares printed off exchange, last 5 minutes. Unit: ratio. */
  readonly offExchangeShare5m: number | null;
  /** Share of shares printed off exchange, last 15 minutes. Unit: ratio. */
  readonly offExchangeShare15m: number | null;
  /** Share of shares printed off exchange, last 30 minutes. Unit: ratio. */
  readonly offExchangeShare30m: number | null;
  /** Share of shares printed off exchange, last 60 minutes. Unit: ratio. */
  readonly offExchangeShare60m: number | null;
  /** Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last 5 minutes. Unit: ratio. */
  readonly offExchangeBlockShare5m: number | null;
  /** Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last 15 minutes. Unit: ratio. */
  readonly offExchangeBlockShare15m: number | null;
  /** Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last 30 minutes. Unit: ratio. */
  readonly offExchangeBlockShare30m: number | null;
  /** Share of shares printed off exchange in blocks of 10,000 shares or 200,000 of currency, last 60 minutes. Unit: ratio. */
  readonly offExchangeBlockShare60m: number | null;
  /** Robust z of OFF_EXCHANGE_SHARE_5M. Unit: z. */
  readonly offExchangeShare5mZ: number | null;
  /** Share of the regular session elapsed, 0..1. Unit: ratio. */
  readonly sessionElapsed: number | null;
  /** Minutes until the close of regular trading; missing outside. Unit: minutes. */
  readonly minutesToClose: number | null;
  /** Time since the last quote or book. Unit: seconds. */
  readonly quoteAge: number | null;
  /** Time since the last trade. Unit: seconds. */
  readonly tradeAge: number | null;
  /** Time since the chain was last computed. Unit: seconds. */
  readonly chainAge: number | null;
  /** Volatility of the second: square root of the sum of squared changes of the mid, annualised. Unit: vol annual. */
  readonly realizedVol1s: number | null;
  /** Trades in the second. Unit: count. */
  readonly tradeCount1s: number | null;
  /** Trades bought - trades sold in the second, by aggressor. Unit: count. */
  readonly signedTradeCount1s: number | null;
  /** Trades in the second on the side of the trade before. Unit: count. */
  readonly repeatedSideCount1s: number | null;
  /** Option trades in the second. Unit: count. */
  readonly optionTradeCount1s: number | null;
  /** Shares on five levels of both sides of the last book. Unit: shares. */
  readonly bookDepth: number | null;
  /** NVP by direction: call less put net premium of today at the strike nearest to spot. Unit: currency. */
  readonly netPremiumAtTheMoney: number | null;
  /** Robust z of NET_PREMIUM_AT_THE_MONEY. Unit: z. */
  readonly netPremiumAtTheMoneyZ: number | null;
  /** Robust z of CALL_PUT_VOLUME_RATIO_5M against the same 15-minute slot. Unit: z. */
  readonly callPutVolumeRatio5mSeasonalZ: number | null;
  /** Robust z of CALL_PUT_PREMIUM_RATIO_5M against the same 15-minute slot. Unit: z. */
  readonly callPutPremiumRatio5mSeasonalZ: number | null;
  /** Share of the contracts traded today that were out of the money. Unit: ratio. */
  readonly outOfTheMoneyVolumeShare: number | null;
  /** Mean sign x least abs(z) of DWFD over the four horizons. Unit: z. */
  readonly dwfdAlignment: number | null;
  /** 1 when DWFD of 5 and 60 minutes lie beyond 1 on opposite sides, else 0. Unit: ratio. */
  readonly dwfdConflict: number | null;
  /** Mean sign x least abs(z) of TW-LAF over the four horizons. Unit: z. */
  readonly twLafAlignment: number | null;
  /** 1 when TW-LAF of 5 and 60 minutes lie beyond 1 on opposite sides, else 0. Unit: ratio. */
  readonly twLafConflict: number | null;
  /** ARFI divergence: -1 at a price above, +1 at one below the last 30 minutes while abs(RELATIVE_FLOW_INDEX) is below its own highest there; else 0. Unit: ratio. */
  readonly relativeFlowDivergence: number | null;
  /** GIB_PRIOR + TD_GIB: what the book is after the flow of today. Unit: currency per percent. */
  readonly gibEffective: number | null;
  /** HP_EOD / mean currency traded in the last hour of 20 sessions. Unit: ratio. */
  readonly hpEodShare: number | null;
  /** Robust z of DEALER_DELTA. Unit: z. */
  readonly dealerDeltaZ: number | null;
  /** Abs(DEALER_DELTA_Z) - abs(GIB_Z): above 0 delta is further from its usual than gamma. Unit: z. */
  readonly deltaDominance: number | null;
  /** Robust z of VANNA_VOMMA_RATIO. Unit: z. */
  readonly vannaVommaRatioZ: number | null;
  /** (mid - mean of 20 daily closes) / AVERAGE_TRUE_RANGE_14D. Unit: ratio. */
  readonly stretchFromMean20d: number | null;
  /** Sessions until the next FOMC decision, 0 on its day. Unit: count. */
  readonly sessionsToFomc: number | null;
  /** Minutes until the next FOMC decision; below 0 after it until the end of its day. Unit: minutes. */
  readonly minutesToFomc: number | null;
  /** Order-flow imbalance of the second over the mean depth of 60 s. Unit: ratio. */
  readonly orderFlowImbalance1s: number | null;
  /** Expected shares bought - sold on exchanges in the second, by quote rule and tick test. Unit: shares. */
  readonly litSignedShares1s: number | null;
  /** Expected shares bought - sold of the last 5 minutes. Unit: shares. */
  readonly signedShares5m: number | null;
  /** Standard deviation of SIGNED_SHARES_5M that the doubt about sides leaves. Unit: shares. */
  readonly signedShares5mError: number | null;
  /** Shares bought - sold of the last 5 minutes by bulk volume, bars of one minute. Unit: shares. */
  readonly bulkSignedShares5m: number | null;
  /** Imbalance of five levels, large queues cut, half-life 30 s; above 0 = bids wait. Unit: ratio. */
  readonly depthPressure: number | null;
  /** Probability that somebody buys hidden from the exchanges. Unit: probability. */
  readonly hiddenBuyerProbability: number | null;
  /** Probability that somebody sells hidden from the exchanges. Unit: probability. */
  readonly hiddenSellerProbability: number | null;
  /** Price at which blocks gathered off exchange, clusters of five cents. Unit: currency. */
  readonly offExchangeLevel: number | null;
  /** Block shares at OFF_EXCHANGE_LEVEL today, half-life one hour. Unit: shares. */
  readonly offExchangeLevelShares: number | null;
  /** Bullish - bearish option trades of the second whose size is usual. Unit: count. */
  readonly bullishSmallTrades1s: number | null;
  /** Bullish - bearish option trades of the second that are large: 2.5 usual ones or more. Unit: count. */
  readonly bullishLargeTrades1s: number | null;
  /** Option trades of the second that are large. Unit: count. */
  readonly largeOptionTrades1s: number | null;
  /** E-TDFI: ln(1 + sum of abs(theta flow) of today / sum of abs(theta standing)) by strike. Unit: ratio. */
  readonly thetaFlowIntensity: number | null;
  /** Strike nearest to spot whose negative gamma has an E-SDAG VF in the chain's lowest 5 %. Unit: strike. */
  readonly volatilityTriggerStrike: number | null;
  /** Lesser size of E-SDAG MULT and DIR at the strike nearest to spot, with their common sign; 0 when they disagree. Unit: z. */
  readonly skewGammaConviction: number | null;
  /** 1 when E-SDAG DIR and VF disagree in sign at the strike nearest to spot, else 0. Unit: ratio. */
  readonly skewGammaConflict: number | null;
  /** HIDDEN_LEVEL_HEURISTIC: strike nearest to spot of the oddest tenth of the chain. Unit: strike. */
  readonly hiddenLevelStrike: number | null;
  /** Its weighted oddity. Unit: z. */
  readonly hiddenLevelScore: number | null;
  /** As VANNA_CONCENTRATION_0DTE, of the dealers' vanna above 0. Unit: ratio. */
  readonly vannaConcentration0dteLong: number | null;
  /** As VANNA_CONCENTRATION_0DTE, of the dealers' vanna below 0. Unit: ratio. */
  readonly vannaConcentration0dteShort: number | null;
  /** Mean over expiries of the root mean square misfit of the fitted smile. Unit: vol annual. */
  readonly smileMisfit: number | null;
  /** Share of expiries whose fitted smile had arbitrage, repaired or not. Unit: ratio. */
  readonly surfaceRepairedShare: number | null;
  /** Least R squared of the greeks of providers against ours; below 0.98 a feed is refused. Unit: ratio. */
  readonly providerGreekFit: number | null;
  readonly flags: Partial<Record<Exclude<keyof FeatureVector, "flags">, Quality>>;
}

/** Quality of one feature that is not OK. */
export interface FeatureFlag {
  readonly feature: Feature;
  readonly quality: Quality;
}

export type Feature =
  | "UNKNOWN_FEATURE"
  | "MID"
  | "LAST_TRADE_PRICE"
  | "DAY_VWAP"
  | "DAY_VOLUME"
  | "DAY_OPEN"
  | "DAY_HIGH"
  | "DAY_LOW"
  | "PREVIOUS_CLOSE"
  | "DAY_RETURN"
  | "RETURN_5M"
  | "RETURN_15M"
  | "RETURN_30M"
  | "RETURN_60M"
  | "WINDOW_VWAP_5M"
  | "WINDOW_VWAP_15M"
  | "WINDOW_VWAP_30M"
  | "WINDOW_VWAP_60M"
  | "TRADE_VOLUME_5M"
  | "TRADE_VOLUME_15M"
  | "TRADE_VOLUME_30M"
  | "TRADE_VOLUME_60M"
  | "TRADE_COUNT_5M"
  | "TRADE_COUNT_15M"
  | "TRADE_COUNT_30M"
  | "TRADE_COUNT_60M"
  | "TRADE_IMBALANCE_5M"
  | "TRADE_IMBALANCE_15M"
  | "TRADE_IMBALANCE_30M"
  | "TRADE_IMBALANCE_60M"
  | "TRADE_VOLUME_5M_Z"
  | "TRADE_VOLUME_5M_SEASONAL_Z"
  | "AVERAGE_TRUE_RANGE_5M_BARS"
  | "MEAN_OF_20_FIVE_MINUTE_BARS"
  | "TREND_60M"
  | "REALIZED_VOL_5M"
  | "REALIZED_VOL_15M"
  | "REALIZED_VOL_30M"
  | "REALIZED_VOL_60M"
  | "BIPOWER_VOL_60M"
  | "JUMP_VOL_60M"
  | "REALIZED_VOL_30M_Z"
  | "REALIZED_VOL_30M_SEASONAL_Z"
  | "REALIZED_VOL_20D"
  | "REALIZED_VOL_60D"
  | "YANG_ZHANG_VOL_20D"
  | "AVERAGE_TRUE_RANGE_14D"
  | "HAR_VOL_FORECAST"
  | "VARIANCE_RISK_PREMIUM"
  | "ATM_IV_1D"
  | "ATM_IV_7D"
  | "ATM_IV_30D"
  | "ATM_IV_60D"
  | "ATM_IV_90D"
  | "SKEW_25_DELTA"
  | "FLY_25_DELTA"
  | "TERM_SLOPE"
  | "TERM_SLOPE_Z"
  | "SKEW_25_DELTA_Z"
  | "SKEW_CHANGE_15M"
  | "IV_RANK_252D"
  | "IV_PERCENTILE_252D"
  | "EXPECTED_MOVE_1D"
  | "VOL_OF_VOL_60M"
  | "VRI_STATE"
  | "VANNA_DIRECTION_0DTE"
  | "VOL_EXPANSION_0DTE"
  | "VEGA_FLOW_INDEX_0DTE"
  | "VANNA_VOMMA_RATIO_0DTE"
  | "VANNA_VOMMA_RATIO_0DTE_Z"
  | "VANNA_CONCENTRATION_0DTE"
  | "VEGA_FLOW_INDEX"
  | "VANNA_VOMMA_RATIO"
  | "NET_PREMIUM_FLOW_5M"
  | "NET_PREMIUM_FLOW_15M"
  | "NET_PREMIUM_FLOW_30M"
  | "NET_PREMIUM_FLOW_60M"
  | "NET_VOLUME_FLOW_5M"
  | "NET_VOLUME_FLOW_15M"
  | "NET_VOLUME_FLOW_30M"
  | "NET_VOLUME_FLOW_60M"
  | "DIRECTIONAL_PREMIUM_5M"
  | "DIRECTIONAL_PREMIUM_15M"
  | "DIRECTIONAL_PREMIUM_30M"
  | "DIRECTIONAL_PREMIUM_60M"
  | "DELTA_FLOW_5M"
  | "DELTA_FLOW_15M"
  | "DELTA_FLOW_30M"
  | "DELTA_FLOW_60M"
  | "GAMMA_FLOW_5M"
  | "GAMMA_FLOW_15M"
  | "GAMMA_FLOW_30M"
  | "GAMMA_FLOW_60M"
  | "VEGA_FLOW_5M"
  | "VEGA_FLOW_15M"
  | "VEGA_FLOW_30M"
  | "VEGA_FLOW_60M"
  | "THETA_FLOW_5M"
  | "THETA_FLOW_15M"
  | "THETA_FLOW_30M"
  | "THETA_FLOW_60M"
  | "OPTION_VOLUME_5M"
  | "OPTION_VOLUME_15M"
  | "OPTION_VOLUME_30M"
  | "OPTION_VOLUME_60M"
  | "CALL_PUT_VOLUME_RATIO_5M"
  | "CALL_PUT_VOLUME_RATIO_15M"
  | "CALL_PUT_VOLUME_RATIO_30M"
  | "CALL_PUT_VOLUME_RATIO_60M"
  | "CALL_PUT_PREMIUM_RATIO_5M"
  | "CALL_PUT_PREMIUM_RATIO_15M"
  | "CALL_PUT_PREMIUM_RATIO_30M"
  | "CALL_PUT_PREMIUM_RATIO_60M"
  | "MULTI_LEG_SHARE_5M"
  | "MULTI_LEG_SHARE_15M"
  | "MULTI_LEG_SHARE_30M"
  | "MULTI_LEG_SHARE_60M"
  | "AVERAGE_TRADE_PREMIUM_5M"
  | "AVERAGE_TRADE_PREMIUM_15M"
  | "AVERAGE_TRADE_PREMIUM_30M"
  | "AVERAGE_TRADE_PREMIUM_60M"
  | "VAPI_FA_5M"
  | "VAPI_FA_15M"
  | "VAPI_FA_30M"
  | "VAPI_FA_60M"
  | "DWFD_5M"
  | "DWFD_15M"
  | "DWFD_30M"
  | "DWFD_60M"
  | "TW_LAF_5M"
  | "TW_LAF_15M"
  | "TW_LAF_30M"
  | "TW_LAF_60M"
  | "NET_VOLUME_INCREMENT_0_5M"
  | "NET_VOLUME_INCREMENT_5_15M"
  | "NET_VOLUME_INCREMENT_15_30M"
  | "NET_VOLUME_INCREMENT_30_60M"
  | "VAPI_FA_LEGACY_5M"
  | "FLOW_ALIGNMENT"
  | "FLOW_CONFLICT"
  | "RELATIVE_FLOW_INDEX"
  | "CHARM_THETA_RATIO"
  | "ZERO_DTE_VOLUME_SHARE"
  | "VAPI_FA_5M_PERCENTILE"
  | "DWFD_5M_PERCENTILE"
  | "TW_LAF_5M_PERCENTILE"
  | "GIB_PRIOR"
  | "GIB_INVENTORY"
  | "GIB_GAP"
  | "GIB_PER_POINT"
  | "GIB_Z"
  | "GIB_Z_PERCENTILE"
  | "TD_GIB"
  | "GAMMA_FLIP"
  | "CALL_WALL"
  | "PUT_WALL"
  | "GAMMA_CONCENTRATION"
  | "GAMMA_CONCENTRATION_0DTE"
  | "DELTA_CONCENTRATION"
  | "EFFECTIVE_STRIKES"
  | "TOP_3_STRIKE_SHARE"
  | "ZERO_DTE_GAMMA_SHARE"
  | "DEALER_DELTA"
  | "DEALER_VEGA"
  | "DEALER_VANNA"
  | "DEALER_CHARM"
  | "HP_EOD"
  | "HP_EOD_GAMMA"
  | "A_DAG"
  | "A_DAG_Z"
  | "A_MSPI"
  | "A_SAI"
  | "A_SSI"
  | "PIN_PROBABILITY"
  | "PIN_STRIKE"
  | "CHARM_PRESSURE"
  | "MICROPRICE_PRESSURE"
  | "BOOK_SHARE_OF_BIDS"
  | "VOL_ADJUSTED_BOOK_IMBALANCE"
  | "ORDER_FLOW_IMBALANCE_60S"
  | "ORDER_FLOW_IMBALANCE_5M"
  | "ORDER_FLOW_IMBALANCE_15M"
  | "ORDER_FLOW_IMBALANCE_30M"
  | "ORDER_FLOW_IMBALANCE_60M"
  | "ORDER_FLOW_IMBALANCE_Z"
  | "BOOK_IMBALANCE"
  | "DEPTH_WEIGHTED_PRICE"
  | "LIQUIDITY_ADJUSTED_PRICE"
  | "RELATIVE_SPREAD"
  | "MEAN_RELATIVE_SPREAD_5M"
  | "MEAN_RELATIVE_SPREAD_15M"
  | "MEAN_RELATIVE_SPREAD_30M"
  | "MEAN_RELATIVE_SPREAD_60M"
  | "RELATIVE_SPREAD_Z"
  | "SPREAD_VOLATILITY_RATIO"
  | "THEORETICAL_DEVIATION"
  | "VPIN"
  | "OFF_EXCHANGE_SHARE_5M"
  | "OFF_EXCHANGE_SHARE_15M"
  | "OFF_EXCHANGE_SHARE_30M"
  | "OFF_EXCHANGE_SHARE_60M"
  | "OFF_EXCHANGE_BLOCK_SHARE_5M"
  | "OFF_EXCHANGE_BLOCK_SHARE_15M"
  | "OFF_EXCHANGE_BLOCK_SHARE_30M"
  | "OFF_EXCHANGE_BLOCK_SHARE_60M"
  | "OFF_EXCHANGE_SHARE_5M_Z"
  | "SESSION_ELAPSED"
  | "MINUTES_TO_CLOSE"
  | "QUOTE_AGE"
  | "TRADE_AGE"
  | "CHAIN_AGE"
  | "REALIZED_VOL_1S"
  | "TRADE_COUNT_1S"
  | "SIGNED_TRADE_COUNT_1S"
  | "REPEATED_SIDE_COUNT_1S"
  | "OPTION_TRADE_COUNT_1S"
  | "BOOK_DEPTH"
  | "NET_PREMIUM_AT_THE_MONEY"
  | "NET_PREMIUM_AT_THE_MONEY_Z"
  | "CALL_PUT_VOLUME_RATIO_5M_SEASONAL_Z"
  | "CALL_PUT_PREMIUM_RATIO_5M_SEASONAL_Z"
  | "OUT_OF_THE_MONEY_VOLUME_SHARE"
  | "DWFD_ALIGNMENT"
  | "DWFD_CONFLICT"
  | "TW_LAF_ALIGNMENT"
  | "TW_LAF_CONFLICT"
  | "RELATIVE_FLOW_DIVERGENCE"
  | "GIB_EFFECTIVE"
  | "HP_EOD_SHARE"
  | "DEALER_DELTA_Z"
  | "DELTA_DOMINANCE"
  | "VANNA_VOMMA_RATIO_Z"
  | "STRETCH_FROM_MEAN_20D"
  | "SESSIONS_TO_FOMC"
  | "MINUTES_TO_FOMC"
  | "ORDER_FLOW_IMBALANCE_1S"
  | "LIT_SIGNED_SHARES_1S"
  | "SIGNED_SHARES_5M"
  | "SIGNED_SHARES_5M_ERROR"
  | "BULK_SIGNED_SHARES_5M"
  | "DEPTH_PRESSURE"
  | "HIDDEN_BUYER_PROBABILITY"
  | "HIDDEN_SELLER_PROBABILITY"
  | "OFF_EXCHANGE_LEVEL"
  | "OFF_EXCHANGE_LEVEL_SHARES"
  | "BULLISH_SMALL_TRADES_1S"
  | "BULLISH_LARGE_TRADES_1S"
  | "LARGE_OPTION_TRADES_1S"
  | "THETA_FLOW_INTENSITY"
  | "VOLATILITY_TRIGGER_STRIKE"
  | "SKEW_GAMMA_CONVICTION"
  | "SKEW_GAMMA_CONFLICT"
  | "HIDDEN_LEVEL_STRIKE"
  | "HIDDEN_LEVEL_SCORE"
  | "VANNA_CONCENTRATION_0DTE_LONG"
  | "VANNA_CONCENTRATION_0DTE_SHORT"
  | "SMILE_MISFIT"
  | "SURFACE_REPAIRED_SHARE"
  | "PROVIDER_GREEK_FIT";

export type Quality =
  | "OK"
  | "WARMUP"
  | "STALE"
  | "PARTIAL"
  | "DEGENERATE"
  | "CLIPPED"
  | "SYNTHETIC"
  | "ABSENT";

/** The metrics of a chain by strike, at the end of the second in which the chain was analysed. */
export interface StrikeProfile {
  readonly id: SnapshotId;
  /** price of the underlying used, currency per share */
  readonly spot: number;
  /** in order of strike */
  readonly rows: readonly StrikeRow[];
}

/** The metrics of one strike, summed over its contracts. NaN where an input is missing. Scores are across the strikes of one chain. Definitions: docs/features.md, "strikes". */
export interface StrikeRow {
  /** currency per share */
  readonly strike: number;
  /** customer premium bought less sold today, currency (NVP) */
  readonly netPremium: number;
  /** of calls */
  readonly netPremiumCall: number;
  /** of puts */
  readonly netPremiumPut: number;
  /** sum of sgn(delta) x net premium */
  readonly netPremiumDirectional: number;
  /** customer contracts bought less sold today (NVP_vol) */
  readonly netVolume: number;
  /** dealer gamma, currency per 1 % move */
  readonly gammaPerPercent: number;
  /** of contracts that expire today */
  readonly gammaPerPercentToday: number;
  /** dealer delta, currency */
  readonly deltaDealers: number;
  /** A-DAG, currency per 1 % move */
  readonly adaptiveGamma: number;
  /** E-SDAG, multiplicative */
  readonly skewGammaMultiplicative: number;
  /** E-SDAG, directional */
  readonly skewGammaDirectional: number;
  /** E-SDAG, weighted */
  readonly skewGammaWeighted: number;
  /** E-SDAG, volatility focused */
  readonly skewGammaVolatilityFocused: number;
  /** SGDHP, currency per 1 % move */
  readonly gammaDeltaPressure: number;
  /** currency dealers buy as time passes until the close */
  readonly charmPressure: number;
  /** D-TDPI, score */
  readonly timeDecayPressure: number;
  /** 0 and above */
  readonly pinScore: number;
  /** 0..1 */
  readonly pinProbability: number;
  /** VRI at the strike, currency per vol point */
  readonly volatilityRegime: number;
  /** A-MSPI, -3..3 */
  readonly structurePosition: number;
  /** A-SAI, -1..1 */
  readonly structureAgreement: number;
  /** UGCH, weighted score */
  readonly greekConcentration: number;
  /** ARFI, 0 and above */
  readonly relativeFlow: number;
  /** what customers did today; null in rows of release 0.1.0 */
  readonly flow: StrikeFlow | null;
}

/** What customers did at one strike today, and what is odd about it. NaN where an input is missing. */
export interface StrikeFlow {
  /** z* of the net premium across the strikes of the chain */
  readonly netPremiumScore: number;
  /** z* of it against strikes at this time of day in twenty sessions */
  readonly netPremiumHistoryScore: number;
  /** customers' purchases less sales, currency */
  readonly deltaFlow: number;
  /** currency per 1 % move */
  readonly gammaFlow: number;
  /** currency per vol point */
  readonly vegaFlow: number;
  /** currency per day */
  readonly thetaFlow: number;
  /** currency per vol point */
  readonly vannaFlow: number;
  /** currency per day */
  readonly charmFlow: number;
  /** E-CTR, 0 and above */
  readonly charmThetaRatio: number;
  /** E-TDFI, 0 and above */
  readonly thetaFlowIntensity: number;
  /** HIDDEN_LEVEL_HEURISTIC, 0 and above */
  readonly hiddenLevel: number;
}

/** The strikes of one class of days to expiry, calls and puts apart. A chain has one grid per class that has contracts; over its grids the sums add up to those of its StrikeProfile. */
export interface StrikeGrid {
  readonly id: SnapshotId;
  /** price of the underlying used, currency per share */
  readonly spot: number;
  readonly bucket: DteBucket;
  /** in order of strike */
  readonly cells: readonly StrikeCell[];
}

export type DteBucket =
  | "TODAY"
  | "DAYS_1_2"
  | "DAYS_3_7"
  | "DAYS_8_21"
  | "DAYS_22_45"
  | "DAYS_46_UP";

/** One cell of the heat map of strikes and days to expiry. NaN where an input is missing. */
export interface StrikeCell {
  /** currency per share */
  readonly strike: number;
  readonly calls: StrikeSums;
  readonly puts: StrikeSums;
  /** implied volatility less that of the fitted smile, 0.01 = one vol point */
  readonly volatilityResidual: number;
  /** IVSDH: mean of z* across the map of dealers' vanna, vomma, charm and the residual */
  readonly heat: number;
  /** heat less that of 15 minutes before */
  readonly heatChange15m: number;
}

/** What the calls, or the puts, of one strike and one class of days to expiry sum to. Dealer quantities by inferred inventory, above 0 when dealers are long; flows are customers' purchases less sales today. */
export interface StrikeSums {
  /** contracts */
  readonly openInterest: number;
  /** currency */
  readonly netPremium: number;
  /** contracts */
  readonly netVolume: number;
  /** dealers, currency per 1 % move */
  readonly gammaPerPercent: number;
  /** dealers, currency */
  readonly delta: number;
  /** dealers, currency per vol point */
  readonly vegaPerPoint: number;
  /** dealers, currency per day */
  readonly thetaPerDay: number;
  /** dealers, currency per vol point */
  readonly vannaPerPoint: number;
  /** dealers, vega per vol point, currency */
  readonly vommaPerPoint: number;
  /** dealers, currency per day */
  readonly charmPerDay: number;
  /** currency */
  readonly deltaFlow: number;
  /** currency per 1 % move */
  readonly gammaFlow: number;
  /** currency per vol point */
  readonly vegaFlow: number;
  /** currency per day */
  readonly thetaFlow: number;
  /** currency per vol point */
  readonly vannaFlow: number;
  /** currency per day */
  readonly charmFlow: number;
}

/** What the first chain of a provider told about the units of its greeks. */
export interface ProviderUnits {
  readonly id: SnapshotId;
  /** source of the chain */
  readonly provider: string;
  /** one per greek that enough contracts carry */
  readonly fits: readonly GreekFit[];
  /** why the provider's chains of this symbol are refused for the day; null when they are accepted */
  readonly refusal: string | null;
}

/** How a provider's greek compares with the one recomputed here. */
export interface GreekFit {
  readonly greek: Greek;
  /** how many had both */
  readonly contracts: number;
  /** provider's greek = factor x ours: its unit in ours, e.g. -1/365 of a charm that is per year and signed the other way */
  readonly factor: number;
  /** share of the variance of the provider's greek that the factor explains; 1 = all, below 0 = worse than its mean */
  readonly rSquared: number;
}

export type Greek =
  | "DELTA"
  | "GAMMA"
  | "THETA"
  | "VEGA"
  | "VANNA"
  | "VOMMA"
  | "CHARM";

/** The dynamic thresholds of a symbol in the present session, sent once a minute. */
export interface Thresholds {
  readonly id: SnapshotId;
  readonly session: Session;
  readonly levels: readonly ThresholdLevels[];
}

export type Session =
  | "CLOSED"
  | "OPENING_RUSH"
  | "MORNING"
  | "LUNCH_LULL"
  | "AFTERNOON"
  | "POWER_HOUR"
  | "EOD_AUCTION";

/** The levels of one metric in one session of the day: from its own history, or where that is too short the static ones of the specification. */
export interface ThresholdLevels {
  /** name of the Feature; text, so that a reader need not know every feature */
  readonly metric: string;
  /** false when the static levels stand in */
  readonly fromHistory: boolean;
  /** how many values the history holds */
  readonly samples: number;
  /** 2.5 % of values lie below */
  readonly extremeLow: number;
  /** 10 % */
  readonly strongLow: number;
  /** 25 % */
  readonly confirmLow: number;
  /** 75 % */
  readonly confirmHigh: number;
  /** 90 % */
  readonly strongHigh: number;
  /** 97.5 % */
  readonly extremeHigh: number;
}

/** What one expert thinks at one snapshot: the only record in which experts and gate meet. */
export interface ExpertOpinion {
  readonly snapshot: SnapshotId;
  readonly expert: Expert;
  /** one per horizon, in the order of Horizon */
  readonly theses: readonly Thesis[];
  readonly volatility: VolatilityView;
  /** probability that the likeliest direction at 15 minutes is right, 0..1 */
  readonly confidence: number;
  /** what moved the 15-minute thesis, largest first */
  readonly contributions: readonly Contribution[];
  readonly inputQuality: readonly InputQuality[];
  /** name and version of the model, e.g. baseline-regime/1 */
  readonly modelVersion: string;
  /** true when the expert had too little to go on; its theses are then uniform */
  readonly abstained: boolean;
  /** why, in a sentence; null unless abstained */
  readonly abstainReason: string | null;
  /** what only the regime expert says; null for the others and where it could not tell */
  readonly regime: RegimeDetail | null;
  /** what only the flow expert says; null for the others and when it abstained */
  readonly flow: FlowDetail | null;
  /** what only the sentiment expert says; null for the others and when it abstained */
  readonly sentiment: SentimentDetail | null;
}

export type Expert =
  | "REGIME"
  | "FLOW"
  | "SENTIMENT";

/** Probabilities of what the mid price does over one horizon. FLAT means that the absolute log return stays within FLAT_BAND_SIGMAS expected standard deviations of the horizon. */
export interface Thesis {
  readonly horizon: Horizon;
  /** probability, 0..1 */
  readonly up: number;
  /** probability, 0..1 */
  readonly down: number;
  /** probability, 0..1; the three sum to 1 */
  readonly flat: number;
}

export type Horizon =
  | "MINUTES_5"
  | "MINUTES_15"
  | "MINUTES_60";

/** Probabilities that implied volatility expands, contracts or stays over 60 minutes; they sum to 1. */
export interface VolatilityView {
  readonly expand: number;
  readonly contract: number;
  readonly same: number;
}

/** What one input added to a score. */
export interface Contribution {
  /** name of the input, e.g. a feature's */
  readonly input: string;
  /** in the unit of the score (log-odds for a probability) */
  readonly value: number;
}

/** How far one group of inputs could be trusted when an opinion was formed. */
export interface InputQuality {
  readonly input: string;
  readonly quality: Quality;
}

/** What the regime expert knows beyond its theses. */
export interface RegimeDetail {
  readonly state: MarketState;
  /** composite regime score, -1..1; above 0 = expansion; null when its inputs are missing */
  readonly vriScore: number | null;
  /** null when no implied volatility is fed */
  readonly volatilityLevel: VolatilityLevel | null;
  /** expected volatility of the next session, 1.00 = 100 %; null when no model says so */
  readonly volatilityForecastAnnual: number | null;
  /** volatility of the moment that the condition leads to expect, 1.00 = 100 %; null when no model says so */
  readonly volatilityNowAnnual: number | null;
}

/** What the market is doing, in two layers: exactly one condition, and the event regimes active on top of it. */
export interface MarketState {
  readonly snapshot: SnapshotId;
  readonly condition: MarketCondition;
  /** one probability per condition, in the order of MarketCondition; they sum to 1 */
  readonly posterior: readonly ConditionProbability[];
  /** direction of the trend; NEUTRAL when there is none */
  readonly trend: Bias;
  /** event time since the condition began */
  readonly ageMillis: number;
  /** risk of leaving the condition per horizon; empty when no model says so */
  readonly transitions: readonly TransitionRisk[];
  /** active event regimes in the order of their priority */
  readonly events: readonly EventRegime[];
  /** name and version of the rules, e.g. regime-rules/1 */
  readonly rulesVersion: string;
}

export type MarketCondition =
  | "LOW_VOL_TRENDING"
  | "LOW_VOL_RANGING"
  | "MEDIUM_VOL_TRENDING"
  | "MEDIUM_VOL_RANGING"
  | "HIGH_VOL_TRENDING"
  | "HIGH_VOL_RANGING"
  | "STRESS"
  | "EXPIRATION"
  | "UNCLEAR_OR_TRANSITIONING";

/** How likely one market condition is. */
export interface ConditionProbability {
  readonly condition: MarketCondition;
  /** 0..1; those of a market state sum to 1 */
  readonly probability: number;
}

export type Bias =
  | "BULLISH"
  | "BEARISH"
  | "NEUTRAL";

/** How likely the market is to leave its condition. */
export interface TransitionRisk {
  readonly horizon: Horizon;
  /** of leaving at least once within the horizon, 0..1 */
  readonly probability: number;
}

/** An event regime that is active. */
export interface EventRegime {
  readonly name: EventRegimeName;
  /** event time at which it began */
  readonly onsetMillis: number;
  /** how far beyond its threshold the weakest of its conditions is, 0..1; 0 = just there, 1 = twice the threshold or more */
  readonly strength: number;
  /** event time at which it ends unless its rule fires again */
  readonly expiryMillis: number;
}

export type EventRegimeName =
  | "SPX_0DTE_FRIDAY_EOD_VANNA_CASCADE_POTENTIAL_BULLISH"
  | "SPY_PRE_FOMC_VOL_COMPRESSION_WITH_DWFD_ACCUMULATION"
  | "HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL"
  | "HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL"
  | "ADAPTIVE_STRUCTURE_BREAKDOWN_WITH_DWFD_CONFIRMATION_BEARISH_UNIVERSAL"
  | "VOL_EXPANSION_IMMINENT_VRI0DTE_BULLISH"
  | "VOL_EXPANSION_IMMINENT_VRI0DTE_BEARISH"
  | "NVP_STRONG_BUY_IMBALANCE_AT_KEY_STRIKE"
  | "NVP_STRONG_SELL_IMBALANCE_AT_KEY_STRIKE"
  | "EOD_HEDGING_PRESSURE_BUY"
  | "EOD_HEDGING_PRESSURE_SELL"
  | "SIDEWAYS_MARKET"
  | "HIGH_VOLATILITY"
  | "FINAL_HOUR_PINNING_HIGH_VCI"
  | "CHARM_CASCADE_RISK"
  | "VANNA_CASCADE_BULL"
  | "VANNA_CASCADE_BEAR"
  | "STRONG_TRENDING_FLOW_BULL"
  | "STRONG_TRENDING_FLOW_BEAR"
  | "DELTA_DOMINANT_TREND"
  | "GAMMA_DOMINANT_CHOP"
  | "DEEP_NEGATIVE_GIB_FRAGILE"
  | "IV_RICH_PREMIUM_SELLING"
  | "FOMC_BLACKOUT"
  | "SKEW_SHIFT"
  | "BUBBLE_WARNING";

export type VolatilityLevel =
  | "SUBDUED"
  | "NORMAL"
  | "ELEVATED"
  | "EXTREME";

/** What the flow expert knows beyond its theses. */
export interface FlowDetail {
  /** robust z at 5 minutes; null when missing, as are the others */
  readonly vapiFa: number | null;
  /** robust z at 5 minutes */
  readonly dwfd: number | null;
  /** robust z at 5 minutes */
  readonly twLaf: number | null;
  readonly type: FlowType;
  readonly intensity: FlowIntensity;
  /** 0..1; in the baseline a share of thresholds, not calibrated */
  readonly institutionalProbability: number | null;
  /** currency per 1 % move; above 0 = dealers long gamma */
  readonly dealerGammaPerPercent: number | null;
  /** currency dealers still have to buy by the close */
  readonly hedgingPressure: number | null;
  /** 0..1; null when no model says so */
  readonly squeezeProbability: number | null;
  /** what this flow does to the price; null when no model says so */
  readonly impact: PriceImpact | null;
  /** what it borrowed from other experts, missing or not; empty when it borrows nothing */
  readonly borrowed: readonly BorrowedFeature[] | null;
}

export type FlowType =
  | "INSTITUTIONAL_ACCUMULATION"
  | "INSTITUTIONAL_DISTRIBUTION"
  | "GAMMA_SQUEEZE"
  | "MOMENTUM_DRIVEN"
  | "RETAIL_SPECULATION"
  | "MIXED";

export type FlowIntensity =
  | "LOW"
  | "MODERATE"
  | "HIGH"
  | "EXTREME";

/** What the flow of the last minutes does to the mid price. */
export interface PriceImpact {
  /** one per horizon, shortest first */
  readonly forecasts: readonly ImpactForecast[];
}

/** What the mid price is expected to do after the flow of the last minutes, and how far it may miss. */
export interface ImpactForecast {
  /** horizon */
  readonly minutes: number;
  /** expected log return */
  readonly meanLogReturn: number;
  /** standard deviation of the log return around it */
  readonly deviation: number;
  /** what the inputs added to the mean in log returns, largest first: at most the largest five, and none unless the flow came in a burst */
  readonly contributions: readonly Contribution[];
}

/** What an expert borrowed from another for a snapshot. */
export interface BorrowedFeature {
  /** name of the feature, e.g. regime.volatility */
  readonly feature: string;
  /** in the unit of its declaration; null when missing */
  readonly value: number | null;
  /** OK; STALE: the latest value is older than it may be; ABSENT: there is none */
  readonly quality: Quality;
  /** event time from the second of the latest value to that of the snapshot; null when ABSENT */
  readonly ageMillis: number | null;
}

/** What the sentiment expert knows beyond its theses. */
export interface SentimentDetail {
  /** overall, -1..1 */
  readonly score: number;
  /** BULLISH above .2, BEARISH below -.2 */
  readonly bias: Bias;
  /** standard deviation of the components of the score; null with one component */
  readonly componentSpread: number | null;
  /** mean tone of fresh news, -1..1; null when no item is fresh */
  readonly newsScore: number | null;
  /** fresh items behind newsScore */
  readonly newsCount: number;
  /** event time since the newest item; null when none */
  readonly newsAgeMillis: number | null;
  /** 0 = fear, 100 = greed */
  readonly fearGreed: number;
  /** 1..6 by implied volatility; null when none is fed */
  readonly riskLevel: number | null;
  /** true when the score re-uses price and flow, as the baseline does: the reader should then not count it as a third independent voice */
  readonly fromPriceAndFlow: boolean;
  /** what it was read from; null in the baseline */
  readonly channels: SentimentChannels | null;
}

/** What sentiment was read from, each channel apart; a rank is the share of the channel's own values of the last session's length that lie below, 0..1, and null when it is missing or too young. */
export interface SentimentChannels {
  /** share of the fresh stories that nobody had told before, 0..1 */
  readonly noveltyShare: number;
  /** how unusual the number of stories of the last three minutes is, 0..1 */
  readonly burst: number;
  /** strongest burst of late, signed by its tone and faded, -1..1 */
  readonly shock: number;
  /** of the mean tone; 1 = greed */
  readonly newsRank: number | null;
  /** of the skew of puts against calls; 1 = fear */
  readonly skewRank: number | null;
  /** of implied less realised variance; 1 = fear */
  readonly riskPremiumRank: number | null;
  /** of the last 30 minutes; 1 = fear */
  readonly realizedVolatilityRank: number | null;
  /** mean rank of skew and risk premium, 1 = fear; apart from the theses, so that options are not counted twice */
  readonly optionsFear: number | null;
}

/** What the gate makes of the opinions on one snapshot. */
export interface Verdict {
  readonly snapshot: SnapshotId;
  /** one per horizon, in the order of Horizon */
  readonly theses: readonly Thesis[];
  readonly volatility: VolatilityView;
  /** probability that the likeliest direction at 15 minutes is right, 0..1 */
  readonly confidence: number;
  /** 1 - weighted Jensen-Shannon divergence of the experts' 15-minute theses over ln 3; 1 = they say the same */
  readonly agreement: number;
  /** one per expert; they sum to 1; an expert that abstained or was late has weight 0 */
  readonly weights: readonly GateWeight[];
  /** experts that answered without abstaining */
  readonly answered: readonly Expert[];
  /** experts whose opinion had not come when the gate went on */
  readonly missing: readonly Expert[];
  readonly contributions: readonly Contribution[];
  /** name of the market state at the snapshot, UNKNOWN when not known */
  readonly marketState: string;
  /** active at the snapshot, in the order of their priority */
  readonly eventRegimes: readonly EventRegime[];
  /** whether the experts contradict each other: agreement below the gate's limit, or likeliest directions differ between confident experts */
  readonly conflicted: boolean;
  /** the old figures; null when no expert answered */
  readonly predecessor: PredecessorFigures | null;
  /** what the weights come from; null in verdicts of before it was told */
  readonly weightSource: WeightSource | null;
  /** how many experts' worth of evidence stands behind the theses, where the gate adds evidence up; null where it averages */
  readonly evidence: number | null;
  /** name and version of the gate, e.g. equal-weight/1 */
  readonly gateVersion: string;
}

/** How much the gate listened to one expert. */
export interface GateWeight {
  readonly expert: Expert;
  /** 0..1; the weights of a verdict sum to 1 */
  readonly weight: number;
}

/** The figures the predecessor showed beside its verdict, kept only so that both can be compared: they say how alike the experts' confidences are, not how alike their views. */
export interface PredecessorFigures {
  /** plain mean of the confidences, 0..1 */
  readonly meanConfidence: number;
  /** .9 x meanConfidence */
  readonly quality: number;
  /** from the variance of the confidences */
  readonly agreement: ConfidenceAgreement;
}

export type ConfidenceAgreement =
  | "HIGH"
  | "MEDIUM"
  | "LOW";

export type WeightSource =
  | "EQUAL"
  | "BOOSTER"
  | "NETWORK";

/** The sub-state of its condition that a market is in, as of a window of ten seconds. */
export interface MicroRegime {
  /** the last second of the window */
  readonly snapshot: SnapshotId;
  /** the one held at its end */
  readonly condition: MarketCondition;
  /** number of the sub-state: the same number is the same one from fit to fit, for this symbol; null while all windows are alike, so that there are none, and for a window that is like no sub-state known */
  readonly subState: number | null;
  /** of the likeliest sub-state given all windows so far; 1 while there are none */
  readonly probability: number;
  /** of the window from the centre of that one, in deviations; null when part of the window is missing */
  readonly distance: number | null;
  /** what that one is like */
  readonly profile: MicroProfile;
  /** how many there are; 1 = none to tell apart */
  readonly subStates: number;
  /** event time since the last sub-state was entered */
  readonly ageMillis: number;
  /** event time of the last window that the fit saw */
  readonly fittedMillis: number;
  /** how many windows the fit saw */
  readonly fittedWindows: number;
}

/** What a sub-state is like: the centre of its windows. Null where the market does not show it or it does not vary. */
export interface MicroProfile {
  /** volatility over the one its condition leads to expect */
  readonly volatilityRatio: number | null;
  /** trades over those its condition leads to expect */
  readonly tradesRatio: number | null;
  /** prints on the side of the one before less those of chance, in deviations of chance in ten seconds; above 0 = one-sided */
  readonly repeatedSides: number | null;
  /** currency */
  readonly spread: number | null;
  /** shares resting in the book */
  readonly depth: number | null;
}

/** All key levels of one symbol at one snapshot. */
export interface KeyLevels {
  readonly snapshot: SnapshotId;
  /** by price, lowest first */
  readonly levels: readonly KeyLevel[];
  readonly configVersion: string;
}

/** A price of the underlying at which something is expected to happen. */
export interface KeyLevel {
  /** centre of the cluster, currency */
  readonly price: number;
  readonly type: KeyLevelType;
  /** 0..1 */
  readonly score: number;
  /** metrics that speak for it, never empty */
  readonly sources: readonly string[];
  readonly firstSeenMillis: number;
  /** how often the price came to it since it was first seen */
  readonly touches: number;
  readonly lastOutcome: LevelOutcome;
}

export type KeyLevelType =
  | "SUPPORT"
  | "RESISTANCE"
  | "PIN_ZONE"
  | "VOL_TRIGGER"
  | "MAJOR_WALL";

export type LevelOutcome =
  | "HELD"
  | "BROKE"
  | "UNTESTED";

/** Correlations of returns as of a time: symmetric, 1 on the diagonal, positive semidefinite. */
export interface CorrelationMatrix {
  readonly eventTimeMillis: number;
  /** in the order of rows and columns */
  readonly symbols: readonly string[];
  /** row by row without the diagonal: (1,0), (2,0), (2,1) ... */
  readonly lowerTriangle: readonly (number | null)[];
  /** of the weights of returns */
  readonly halfLifeMinutes: number;
  /** how many joint returns the weights amount to, 30 at least */
  readonly samples: number;
  /** mean correlation of the last minutes less the usual one, in its own deviations; large either way when symbols leave their usual company; null before enough was seen */
  readonly stress: number | null;
}

/** Past situations most like the present one of a symbol, and what came of them. */
export interface Analogues {
  readonly snapshot: SnapshotId;
  /** how many past situations were compared */
  readonly held: number;
  /** how many features of the present one are missing and were taken as usual */
  readonly missing: number;
  /** whether the engine may have missed one */
  readonly approximate: boolean;
  /** of the nearest, in deviations of a usual day over all axes */
  readonly nearestDistance: number;
  /** of all that were taken */
  readonly meanDistance: number;
  /** by horizon, shortest first; without those of which nothing is known */
  readonly outcomes: readonly AnalogueOutcomes[];
  /** how much of the market's memory answered; null when the memory is the symbol's own */
  readonly reach: MemoryReach | null;
}

/** What the price did over a horizon after situations like the present one. */
export interface AnalogueOutcomes {
  readonly horizon: Horizon;
  /** of those whose price at the horizon is known, at least 1 */
  readonly count: number;
  /** share of them after which it rose by more than the flat band */
  readonly up: number;
  /** share after which it fell by more */
  readonly down: number;
  /** share after which it did neither */
  readonly flat: number;
  /** mean log return, in standard deviations expected at each one's time */
  readonly meanMoveSigmas: number;
  /** root of the mean of their squares, in the same unit: above 1, prices moved more than was expected; null in records of before it was told */
  readonly rmsMoveSigmas: number | null;
}

/** How much of a memory in shards answered in time. */
export interface MemoryReach {
  /** how many there are */
  readonly shards: number;
  /** how many of them answered, at least 1 */
  readonly answered: number;
  /** of the remembered situations that was compared, as far as is known: 1 when all answered; below 1 it is the recall to be expected, since shards hold situations at random */
  readonly share: number;
}

/** A trigger that fired at one snapshot. */
export interface Signal {
  /** symbol@second/NAME, the same in every replay */
  readonly id: string;
  readonly name: SignalName;
  readonly snapshot: SnapshotId;
  /** of the price thesis; NEUTRAL for one about volatility or structure */
  readonly direction: Bias;
  /** -5..5; sign = direction; magnitude of a signal without direction is 0..5 */
  readonly strength: number;
  /** currency; null when the signal is not about a strike */
  readonly strike: number | null;
  /** true when it points against the return of the last 15 minutes */
  readonly divergent: boolean;
  /** condition at birth */
  readonly marketState: string;
  /** what crossed which threshold, never empty */
  readonly evidence: readonly Evidence[];
}

export type SignalName =
  | "VAPI_SURGE"
  | "VAPI_EXHAUSTION"
  | "DWFD_SMART_MONEY"
  | "TW_LAF_TREND"
  | "VOL_EXPANSION"
  | "VOL_CONTRACTION"
  | "STRUCTURE_BOUNCE"
  | "STRUCTURE_CHANGE"
  | "PIN"
  | "CHARM_CASCADE"
  | "VANNA_CASCADE"
  | "EOD_HEDGE"
  | "SKEW_SHIFT"
  | "ARFI_DIVERGENCE"
  | "CONVICTION"
  | "VOL_TRIGGER"
  | "BUBBLE";

/** One measured value that crossed its threshold. */
export interface Evidence {
  /** name of the feature */
  readonly metric: string;
  /** in the unit of the feature */
  readonly value: number;
  /** that was crossed, same unit */
  readonly threshold: number;
}

/** What to do about one symbol, and why. Not to trade is an answer like any other. */
export interface Directive {
  /** symbol@second/directive/configVersion, the same in every replay */
  readonly id: string;
  readonly snapshot: SnapshotId;
  readonly action: DirectiveAction;
  /** null exactly when the action is TRADE */
  readonly noTradeReason: NoTradeReason | null;
  /** one sentence */
  readonly reason: string;
  /** what was judged; null when nothing could be */
  readonly thesis: TradeThesis | null;
  /** null exactly when the action is NO_TRADE */
  readonly plan: TradePlan | null;
  /** mid of the snapshot, currency; null when missing */
  readonly underlyingPrice: number | null;
  /** 5 x probability: 2.5 is a coin flip; null when nothing could be judged */
  readonly conviction: number | null;
  /** that the thesis is right at its horizon, 0..1; null as conviction */
  readonly probability: number | null;
  /** log-odds per reason; they sum to ln(probability / (1 - probability)) */
  readonly rationale: readonly Contribution[];
  /** evidence per kind of thesis */
  readonly assessment: Assessment;
  /** condition at the snapshot, UNKNOWN when not known */
  readonly marketState: string;
  /** active event regimes in the order of their priority */
  readonly eventRegimes: readonly EventRegimeName[];
  /** ids of the signals that were alive */
  readonly signals: readonly string[];
  /** version of the verdict behind it */
  readonly gateVersion: string;
  /** version of the rules that made it */
  readonly configVersion: string;
  /** id of the snapshot's analysis, the same for opinions, verdict and directive */
  readonly analysisId: string;
  /** what the probability rests on; null when nothing could be judged */
  readonly basis: ProbabilityBasis | null;
}

export type DirectiveAction =
  | "TRADE"
  | "NO_TRADE";

export type NoTradeReason =
  | "NO_OPINION"
  | "MISSING_INPUT"
  | "CONVICTION_TOO_LOW"
  | "CONFLICT"
  | "EXPECTED_VALUE_TOO_LOW"
  | "NO_RULE"
  | "ALREADY_OPEN"
  | "DAILY_LOSS_LIMIT"
  | "MARKET_CLOSED"
  | "NO_CONTRACTS"
  | "REWARD_TOO_LOW"
  | "RISK_TOO_LARGE"
  | "REGIME_AGAINST";

export type TradeThesis =
  | "BULLISH"
  | "BEARISH"
  | "VOL_EXPANSION"
  | "VOL_CONTRACTION"
  | "MEAN_REVERSION";

/** How a thesis is to be traded: which options, and how far. */
export interface TradePlan {
  readonly structure: Structure;
  readonly daysToExpiry: DayRange;
  readonly longDelta: DeltaRange;
  /** null for a structure without short legs */
  readonly shortDelta: DeltaRange | null;
  /** over which the probability of the thesis was given */
  readonly horizon: Horizon;
  /** in the space of the underlying; null for a thesis that is not directional */
  readonly stop: PriceLevel | null;
  /** nearest first; empty for a thesis that is not directional */
  readonly targets: readonly PriceLevel[];
  /** event time at which the trade is closed whatever happened */
  readonly exitByMillis: number;
  /** currency that may be lost */
  readonly riskBudget: number;
  /** as chosen from the chain; null in plans of release 0.1.0, which chose none */
  readonly options: OptionPlan | null;
}

export type Structure =
  | "LONG_CALL"
  | "LONG_PUT"
  | "CALL_DEBIT_SPREAD"
  | "PUT_DEBIT_SPREAD"
  | "PUT_CREDIT_SPREAD"
  | "CALL_CREDIT_SPREAD"
  | "LONG_STRADDLE"
  | "IRON_CONDOR"
  | "IRON_FLY";

/** Calendar days to expiry; 0 = expires today. */
export interface DayRange {
  readonly least: number;
  /** not below least */
  readonly most: number;
}

/** Absolute delta of an option, 0..1. */
export interface DeltaRange {
  readonly low: number;
  readonly high: number;
}

/** A price that knows what it is the price of, so that a stop in option premium can never be compared with the price of the underlying. */
export interface PriceLevel {
  readonly space: PriceSpace;
  /** currency per share */
  readonly price: number;
}

export type PriceSpace =
  | "UNDERLYING"
  | "OPTION";

/** The options of a trade, chosen from the live chain. Values are those of one unit of the structure, net of all legs, in currency per share: above 0 it is paid for, below 0 received. */
export interface OptionPlan {
  /** lowest strike first, each with its contract */
  readonly legs: readonly Leg[];
  /** instant at which the first leg expires */
  readonly expiryTimeMillis: number;
  /** of the structure to trade */
  readonly units: number;
  /** shares per contract */
  readonly multiplier: number;
  /** at the mids */
  readonly entryValue: number;
  /** worst value at which it is still entered: half the spread beyond the mids, in whole cents */
  readonly entryLimit: number;
  /** event time after which an entry that was not filled lapses */
  readonly entryValidUntilMillis: number;
  /** repriced where the thesis is given up */
  readonly stopValue: number;
  /** repriced at the targets, nearest first */
  readonly targetValues: readonly (number | null)[];
  /** currency per share, after the spread */
  readonly expectedValue: number;
  /** currency that one unit loses at the stop, costs included */
  readonly riskPerUnit: number;
  /** whether 1 % of the price stood in for a missing average true range */
  readonly assumedRange: boolean;
}

/** One option of a structure. The contract is chosen from the chain; until then only the ranges are known. */
export interface Leg {
  readonly side: LegSide;
  readonly kind: OptionKind;
  /** contracts per unit of the structure, above 0 */
  readonly quantity: number;
  readonly daysToExpiry: DayRange;
  readonly delta: DeltaRange;
  /** null until chosen from a chain */
  readonly contract: OptionContract | null;
  /** mid, in the space of the option; null until chosen */
  readonly entry: PriceLevel | null;
  /** what the chain said of it; null until chosen */
  readonly terms: LegTerms | null;
}

export type LegSide =
  | "LONG"
  | "SHORT";

export type OptionKind =
  | "CALL"
  | "PUT";

/** Identity of a listed option. */
export interface OptionContract {
  /** symbol of the underlying, e.g. SPX */
  readonly underlying: string;
  /** class root where it differs, e.g. SPXW; else the underlying */
  readonly root: string;
  /** instant at which trading in the contract ends (exchange close, not midnight) */
  readonly expiryTimeMillis: number;
  /** currency per share, above 0 */
  readonly strike: number;
  /** call or put */
  readonly kind: OptionKind;
  /** shares per contract, usually 100 */
  readonly multiplier: number;
}

/** What the chain said of a leg when it was chosen, and what the leg is worth where the trade ends. */
export interface LegTerms {
  /** currency per share */
  readonly bid: number;
  /** currency per share */
  readonly ask: number;
  /** 1.00 = 100 %; the strike keeps it when the price moves */
  readonly impliedVolAnnual: number;
  /** per share, long holder: -1..1 */
  readonly delta: number;
  /** contracts at the start of the day */
  readonly openInterest: number;
  /** contracts traded today */
  readonly dayVolume: number;
  /** ln(1 + open interest) + ln(1 + 5 x volume) - 10 x relative spread */
  readonly liquidityScore: number;
  /** worth of the option where the trade is given up, in the space of the option */
  readonly stop: PriceLevel;
  /** worth of the option at the targets, nearest first */
  readonly targets: readonly PriceLevel[];
}

/** Evidence per kind of thesis: sums of signal strength x signal weight x regime multiplier, each not below 0, on no fixed scale. */
export interface Assessment {
  readonly bullish: number;
  readonly bearish: number;
  readonly volExpansion: number;
  readonly volContraction: number;
  readonly meanReversion: number;
}

/** What the probability of a directive rests on. */
export interface ProbabilityBasis {
  /** as the gate gave it, before calibration, 0..1 */
  readonly rawProbability: number;
  /** false while too few outcomes are known: then the raw one stands */
  readonly calibrated: boolean;
  /** how many outcomes it was calibrated on, those that overlap in time counted as the part of one that they are */
  readonly independentOutcomes: number;
  /** of the calibration, e.g. calibration/1 */
  readonly version: string;
}

/** A trade followed from its directive to its end: in the underlying, as return in the direction of the thesis, and in its options, in currency after costs. */
export interface Recommendation {
  /** the directive's id with its kind replaced by recommendation */
  readonly id: string;
  readonly directiveId: string;
  readonly issued: SnapshotId;
  readonly updated: SnapshotId;
  readonly thesis: TradeThesis;
  readonly structure: Structure;
  readonly legs: readonly Leg[];
  readonly entry: TrackedLevel;
  /** null for a thesis that is not directional */
  readonly stop: TrackedLevel | null;
  /** nearest first */
  readonly targets: readonly TrackedLevel[];
  /** of the position that is still open, 0..1 */
  readonly openFraction: number;
  readonly conviction: number;
  readonly signals: readonly string[];
  readonly stateAtIssue: string;
  readonly stateAtExit: string | null;
  /** snapshots in a row that spoke against the thesis */
  readonly opposingSnapshots: number;
  readonly exitByMillis: number;
  readonly status: RecommendationStatus;
  /** null while active */
  readonly exitMillis: number | null;
  /** of the underlying in the direction of the thesis so far, closed parts at their exit; percent */
  readonly returnPercent: number;
  /** maximum adverse excursion, percent, not above 0 */
  readonly worstPercent: number;
  /** maximum favourable excursion, percent, not below 0 */
  readonly bestPercent: number;
  /** null while active */
  readonly exitReason: ManagementReason | null;
  readonly gateVersion: string;
  readonly configVersion: string;
  /** null in trades of release 0.1.0, which chose no options */
  readonly options: OptionTrack | null;
  /** volatility regime indicator at the directive; null when it was missing */
  readonly vriAtIssue: number | null;
}

/** A level through the life of a trade. */
export interface TrackedLevel {
  readonly initial: PriceLevel;
  readonly current: PriceLevel;
  /** price at which it was really dealt; null while it was not */
  readonly fill: PriceLevel | null;
}

export type RecommendationStatus =
  | "ACTIVE_NEW"
  | "ACTIVE_OPEN"
  | "ACTIVE_ADJUSTED"
  | "PARTIAL"
  | "EXITED_TARGET"
  | "EXITED_STOP"
  | "EXITED_TIME"
  | "EXITED_REGIME"
  | "EXITED_CONVICTION"
  | "EXITED_MANUAL"
  | "EXITED_EXPIRED"
  | "CANCELLED";

export type ManagementReason =
  | "STOP_REACHED"
  | "FIRST_TARGET_REACHED"
  | "LAST_TARGET_REACHED"
  | "TIME_STOP"
  | "OPPOSING_CONVICTION"
  | "REGIME_AGAINST"
  | "VOLATILITY_VIEW_FLIPPED"
  | "EXPIRED"
  | "ENTRY_LAPSED"
  | "LEVEL_MOVED"
  | "THESIS_INTACT";

/** The options of a trade through its life. Values are those of one unit, net of all legs, in currency per share; profits are in currency, for all units, after spreads and commissions. */
export interface OptionTrack {
  /** entered or to be entered */
  readonly units: number;
  /** still open; the units that were to be entered while they are not */
  readonly openUnits: number;
  /** shares per contract */
  readonly multiplier: number;
  /** instant at which the first leg expires */
  readonly expiryTimeMillis: number;
  /** worst value at which it is entered */
  readonly entryLimit: number;
  /** event time at which an entry that was not filled lapses */
  readonly entryValidUntilMillis: number;
  /** event time of the fill; null while there was none */
  readonly filledMillis: number | null;
  /** of the fill; the limit while there was none */
  readonly entryValue: number;
  /** what closing would bring now; the entry's while there was no fill */
  readonly value: number;
  /** at which a thesis about volatility is given up */
  readonly stopValue: number;
  /** at which a thesis about volatility is done */
  readonly targetValue: number;
  /** profit of the units closed */
  readonly booked: number;
  /** booked, and of the open units as if they were closed now */
  readonly profit: number;
  /** maximum adverse excursion, not above 0 */
  readonly worstProfit: number;
  /** maximum favourable excursion, not below 0 */
  readonly bestProfit: number;
  /** whether a leg was repriced because the chain no longer quotes it */
  readonly modelled: boolean;
}

/** What to do with one open recommendation. */
export interface ManagementDirective {
  /** recommendationId/second/action, the same in every replay */
  readonly id: string;
  readonly recommendationId: string;
  readonly snapshot: SnapshotId;
  readonly action: ManagementAction;
  readonly reasonCode: ManagementReason;
  /** the new stop; null unless the action is ADJUST_STOP or PARTIAL_TAKE */
  readonly stop: PriceLevel | null;
  /** the new targets; empty unless the action is ADJUST_TARGET_1 */
  readonly targets: readonly PriceLevel[];
  /** of the position that is closed, 0..1 */
  readonly fraction: number;
}

export type ManagementAction =
  | "EXIT"
  | "ADJUST_STOP"
  | "ADJUST_TARGET"
  | "PARTIAL_TAKE"
  | "HOLD"
  | "ADJUST_TARGET_1";

/** Something a person may want to look at. */
export interface Alert {
  /** symbol@second/KIND/subject, the same in every replay */
  readonly id: string;
  readonly snapshot: SnapshotId;
  readonly kind: AlertKind;
  readonly severity: AlertSeverity;
  /** what it is about, e.g. the name of a signal */
  readonly subject: string;
  readonly sentence: string;
  /** the signal behind it; null unless the kind is SIGNAL */
  readonly signal: Signal | null;
}

export type AlertKind =
  | "SIGNAL"
  | "EVENT_REGIME_BEGAN"
  | "EVENT_REGIME_ENDED"
  | "STATE_CHANGED"
  | "EXPERT_ABSTAINED"
  | "EXPERT_LATE"
  | "FLOW_DIVERGENCE"
  | "NEWS_SHOCK"
  | "BREAKER_OPENED"
  | "BREAKER_CLOSED"
  | "NETWORK_PROMOTED"
  | "NETWORK_ROLLED_BACK"
  | "NETWORK_DROPPED";

export type AlertSeverity =
  | "INFO"
  | "WATCH"
  | "ACT";

/** Why a result is what it is, in numbers and in words. */
export interface Explanation {
  /** id of the result explained */
  readonly subjectId: string;
  readonly snapshot: SnapshotId;
  /** what the score would be without any input */
  readonly base: number;
  /** what each input added */
  readonly contributions: readonly Contribution[];
  /** base + the sum of the contributions */
  readonly score: number;
  readonly text: string;
  /** template or model that worded the text, e.g. template/1 */
  readonly writtenBy: string;
}

/** Experts that disagree at one snapshot. */
export interface ConflictRecord {
  /** symbol@second/conflict, the same in every replay */
  readonly id: string;
  readonly snapshot: SnapshotId;
  /** one per expert that answered, at least two */
  readonly views: readonly ConflictView[];
  /** as in the verdict, 0..1 */
  readonly agreement: number;
  /** true when likeliest directions differ and both sides were confident */
  readonly topClassesDiffer: boolean;
  readonly gateVersion: string;
}

/** One side of a conflict. */
export interface ConflictView {
  readonly expert: Expert;
  readonly thesis: Thesis;
  readonly confidence: number;
  /** what the expert gave as its reasons */
  readonly evidence: readonly Contribution[];
  /** id of the opinion in its topic; null in conflicts of release 0.1.0 */
  readonly opinionId: string | null;
}

/** How a conflict was settled. */
export interface Resolution {
  readonly conflictId: string;
  readonly snapshot: SnapshotId;
  /** what holds */
  readonly decision: Direction;
  /** the rule or model that decided */
  readonly rule: string;
  /** what speaks against the decision */
  readonly counterEvidence: readonly Contribution[];
  /** experts whose view did not hold */
  readonly dissent: readonly Expert[];
  /** at most LONGEST_TEXT characters */
  readonly text: string;
  /** SHA-256 of the conflict as hex: the same input gives the same decision */
  readonly inputsHash: string;
  /** with the evidence of each, as in the conflict; empty in those of release 0.1.0 */
  readonly views: readonly ConflictView[] | null;
  /** SHA-256 as hex of inputs and decision, not of the text: whoever settles the same conflict anew must come to it; null in those of release 0.1.0 */
  readonly decisionHash: string | null;
  /** of the text; null in those of release 0.1.0, which are the template's */
  readonly wording: Wording | null;
}

export type Direction =
  | "UP"
  | "DOWN"
  | "FLAT";

export type Wording =
  | "TEMPLATE"
  | "LANGUAGE_MODEL";

/** What was known around the symbol of a decision when it was made. */
export interface KnownContext {
  /** id of the directive or the conflict */
  readonly about: string;
  /** what was decided on */
  readonly snapshot: SnapshotId;
  /** whether the whole look-back was seen; false in the first hour of a job */
  readonly complete: boolean;
  /** as the graph answers at any time */
  readonly context: Context;
}

/** What was known around a node. */
export interface Context {
  readonly question: ContextQuestion;
  /** by hop, then kind and ends */
  readonly sights: readonly Sight[];
  /** what was come to, in their order; without the node asked about */
  readonly nodes: readonly Node[];
}

/** What was known around a node at a moment? */
export interface ContextQuestion {
  readonly about: NodeId;
  /** 1..MOST_HOPS */
  readonly hops: number;
  /** event time; nothing later is in the answer */
  readonly asOfMillis: number;
  /** how long ago a fact may have begun; states, sectors and what is tied to a state are found however old they are */
  readonly lookBackMillis: number;
  /** links per node, kind and direction, the latest; 1..MOST_LINKS */
  readonly most: number;
}

/** Which node. Ordered by kind, then by id. */
export interface NodeId {
  readonly kind: NodeKind;
  readonly id: string;
}

export type NodeKind =
  | "SYMBOL"
  | "SECTOR"
  | "MARKET_STATE"
  | "EVENT_REGIME"
  | "NEWS"
  | "NARRATIVE"
  | "NARRATIVE_CHANGE"
  | "SIGNAL"
  | "DIRECTIVE"
  | "SNAPSHOT"
  | "OUTCOME";

/** A link that was come by. */
export interface Sight {
  /** 1 for a link of the node asked about */
  readonly hop: number;
  /** without its end, unless that was planned when it began: an end is a later fact */
  readonly link: Link;
}

/** That two nodes belong together, from when and until when. It is known from the moment it holds. */
export interface Link {
  readonly kind: LinkKind;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly validFromMillis: number;
  /** event time at which it stops to hold (exclusive); null when it does not end, when nobody knows, or where the next of its kind ends it */
  readonly validToMillis: number | null;
}

export type LinkKind =
  | "IN_SECTOR"
  | "IN_STATE"
  | "WITH_REGIME"
  | "SHOWED"
  | "ADVISED"
  | "MADE_AT"
  | "JUDGED_AT"
  | "RESTS_ON"
  | "TURNED_OUT"
  | "MENTIONS"
  | "TELLS"
  | "CHANGED";

/** A node and what it tells; NodeKind says what the three mean. It never changes: what changes is another node, with a link that says from when. */
export interface Node {
  readonly id: NodeId;
  /** null for kinds that tell nothing, and as long as only a link to it is known */
  readonly says: string | null;
  /** null where the kind has none */
  readonly detail: string | null;
  /** null where the kind has none */
  readonly value: number | null;
}

/** A new template and what became of it out of sample. Nothing trades it: people promote. */
export interface StrategyProposal {
  readonly snapshot: SnapshotId;
  /** in the grammar of templates, which reads it back */
  readonly template: string;
  /** SHA-256 of the template as hex */
  readonly hash: string;
  /** null for one that is proposed */
  readonly rejection: RejectionReason | null;
  /** one sentence */
  readonly reason: string;
  /** out of sample, over sessions with thresholds of the sessions before */
  readonly trades: number;
  /** in which it could have traded */
  readonly sessions: number;
  /** of a trade after costs, share of what it could lose */
  readonly meanProfit: number;
  /** of a trade, share of what it could lose */
  readonly meanCost: number;
  /** of a trade, share of what it could lose: not below -1 */
  readonly worstProfit: number;
  /** of one trade, not annual */
  readonly sharpe: number;
  /** probability that the Sharpe ratio is more than the best of all trials would show by luck; null with too few trades */
  readonly deflatedSharpe: number | null;
  /** templates measured on this symbol so far, this batch included */
  readonly trials: number;
  /** the most that one unit of a trade could lose, currency */
  readonly largestLoss: number;
  readonly composerVersion: string;
}

export type RejectionReason =
  | "RISK_TOO_LARGE"
  | "TOO_FEW_TRADES"
  | "LOSES_AFTER_COSTS"
  | "ONE_GOOD_SESSION"
  | "WITHIN_LUCK"
  | "TOO_SIMILAR";

/** One prediction against what the price then did. Known only at snapshot + horizon. */
export interface Outcome {
  readonly snapshot: SnapshotId;
  /** REGIME, FLOW, SENTIMENT, GATE, or a stored baseline */
  readonly predictor: string;
  readonly modelVersion: string;
  /** what was predicted */
  readonly thesis: Thesis;
  /** what happened */
  readonly realized: Direction;
  /** ln(mid at horizon / mid at snapshot) */
  readonly logReturn: number;
  /** expected standard deviation of the log return over the horizon, as known at the snapshot */
  readonly sigma: number;
  readonly marketState: string;
  /** sum over the three classes of (probability - indicator)^2, 0..2; smaller is better */
  readonly brier: number;
  /** -ln(probability of what happened), nats */
  readonly logLoss: number;
  /** whether the likeliest direction happened */
  readonly correct: boolean;
  /** whether the predictor had abstained */
  readonly abstained: boolean;
}

/** How good one predictor has been for one symbol, in one market condition, at one horizon. */
export interface PerformanceSummary {
  /** snapshot of the newest outcome in it */
  readonly asOf: SnapshotId;
  readonly predictor: string;
  readonly modelVersion: string;
  readonly marketState: string;
  readonly horizon: Horizon;
  /** outcomes in it */
  readonly count: number;
  /** share of likeliest directions that happened, 0..1 */
  readonly accuracy: number;
  /** mean, 0..2 */
  readonly brier: number;
  /** mean, nats */
  readonly logLoss: number;
  /** expected calibration error of the likeliest direction over ten bins, 0..1 */
  readonly calibrationError: number;
}

/** A topic begins or stops to make news. */
export interface NarrativeEvent {
  readonly kind: Kind;
  /** number of the topic, never used twice */
  readonly topic: number;
  readonly eventTimeMillis: number;
  /** true when it is born after the warm-up: the news turned to something new */
  readonly shift: boolean;
  /** what marks it, most telling first */
  readonly keywords: readonly string[];
}

export type Kind =
  | "BORN"
  | "DIED";

/** A record that could not be used, kept whole so that it can be mended and sent again. */
export interface DeadLetter {
  /** where it was read */
  readonly topic: string;
  /** of the topic; 0 for a tape */
  readonly partition: number;
  /** in the partition; index of the record for a tape */
  readonly offset: number;
  /** one sentence: what was required, what was found, what to do */
  readonly reason: string;
  /** the raw bytes, base64 */
  readonly payload: string;
}

export interface Problem {
  readonly status: number;
  readonly sentence: string;
}

export interface Subscription {
  readonly topics: readonly string[];
  readonly symbols: readonly string[];
  readonly features: readonly string[];
}

export interface SymbolList {
  readonly symbols: readonly SymbolRow[];
}

export interface SymbolRow {
  readonly symbol: string;
  readonly eventTimeMillis: number;
}

export interface Series {
  readonly symbol: string;
  readonly features: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
}

export interface FeaturePage {
  readonly symbol: string;
  readonly features: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
  readonly next: string | null;
}

export interface VerdictPage {
  readonly symbol: string;
  readonly rows: readonly VerdictRow[];
  readonly next: string | null;
}

export interface VerdictRow {
  readonly eventTimeMillis: number;
  readonly gateVersion: string;
  readonly confidence: number;
  readonly agreement: number;
  readonly theses: readonly ThesisRow[];
  readonly weights: readonly NamedValue[];
  readonly contributions: readonly NamedValue[];
  readonly missing: readonly string[];
  readonly marketState: string;
  readonly eventRegimes: readonly string[];
  readonly conflicted: boolean;
}

export interface ThesisRow {
  readonly horizonMinutes: number;
  readonly up: number;
  readonly down: number;
  readonly flat: number;
}

export interface NamedValue {
  readonly name: string;
  readonly value: number;
}

export interface DirectivePage {
  readonly symbol: string;
  readonly rows: readonly DirectiveRow[];
  readonly next: string | null;
}

export interface DirectiveRow {
  readonly eventTimeMillis: number;
  readonly configVersion: string;
  readonly id: string;
  readonly action: string;
  readonly noTradeReason: string | null;
  readonly reason: string;
  readonly thesis: string | null;
  readonly structure: string | null;
  readonly horizonMinutes: number | null;
  readonly stopPrice: number | null;
  readonly targetPrices: readonly (number | null)[];
  readonly underlyingPrice: number | null;
  readonly conviction: number | null;
  readonly probability: number | null;
  readonly rationale: readonly NamedValue[];
  readonly marketState: string;
  readonly signals: readonly string[];
}

export interface OutcomePage {
  readonly symbol: string;
  readonly rows: readonly OutcomeRow[];
  readonly next: string | null;
}

export interface OutcomeRow {
  readonly eventTimeMillis: number;
  readonly predictor: string;
  readonly modelVersion: string;
  readonly knownTimeMillis: number;
  readonly thesis: ThesisRow;
  readonly realized: string;
  readonly logReturn: number;
  readonly sigma: number;
  readonly marketState: string;
  readonly brier: number;
  readonly logLoss: number;
  readonly correct: boolean;
  readonly abstained: boolean;
}

export interface Calibration {
  readonly symbol: string;
  readonly predictor: string;
  readonly horizonMinutes: number;
  readonly count: number;
  readonly brier: number | null;
  readonly bins: readonly CalibrationBin[];
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number;
  readonly shareCorrect: number;
}

export interface CompassAxes {
  readonly axes: readonly Axis[];
  readonly layerMinutes: readonly number[];
  readonly qualities: readonly string[];
  readonly activities: readonly string[];
  readonly biases: readonly string[];
  readonly signs: readonly Sign[];
}

export interface Axis {
  readonly name: string;
  readonly family: string;
  readonly low: number;
  readonly high: number;
  readonly twoSided: boolean;
  readonly score: boolean;
  readonly features: readonly string[];
  readonly label: string;
  readonly definition: string;
  readonly above: string;
  readonly below: string;
}

export interface Sign {
  readonly kind: string;
  readonly axis: string | null;
  readonly label: string;
  readonly says: string;
}

export interface CompassAlerts {
  readonly symbol: string;
  readonly alerts: readonly CompassAlert[];
}

export interface CompassAlert {
  readonly sign: number;
  readonly beganMillis: number;
  readonly endedMillis: number | null;
}

export interface CompassTrail {
  readonly symbol: string;
  readonly frames: readonly string[];
}

export interface GraphView {
  readonly symbol: string;
  readonly asOfMillis: number;
  readonly links: readonly GraphLink[];
  readonly nodes: readonly Node[];
}

export interface GraphLink {
  readonly hop: number;
  readonly kind: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly validFromMillis: number;
  readonly validToMillis: number | null;
}

export interface DeadLetterPage {
  readonly rows: readonly DeadLetterRow[];
  readonly next: string | null;
}

export interface DeadLetterRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly reason: string;
  readonly payloadBytes: number;
  readonly recordedMillis: number;
}

export interface Health {
  readonly trouble: string | null;
  readonly readAgeMillis: number | null;
  readonly records: number;
  readonly undecodable: number;
  readonly job: JobHealth | null;
  readonly jobTrouble: string | null;
  readonly breakers: readonly Breaker[];
  readonly sinceEvent: readonly Bin[];
  readonly sinceKafka: readonly Bin[];
  readonly compass: FrameTimes;
  readonly clients: number;
  readonly frames: number;
  readonly conflated: number;
}

export interface JobHealth {
  readonly id: string;
  readonly state: string;
  readonly checkpointAgeMillis: number | null;
  readonly checkpointsCompleted: number;
  readonly checkpointsFailed: number;
  readonly lagRecords: number | null;
}

export interface Breaker {
  readonly symbol: string;
  readonly subject: string;
  readonly open: boolean;
  readonly sinceMillis: number;
  readonly sentence: string;
}

export interface Bin {
  readonly atMostMillis: number | null;
  readonly count: number;
}

export interface FrameTimes {
  readonly frames: number;
  readonly p50Millis: number | null;
  readonly p95Millis: number | null;
}

/** A record of a topic. */
export type Update =
  | { readonly topic: "news"; readonly key: string; readonly slot: string; readonly record: NewsItem }
  | { readonly topic: "transcripts"; readonly key: string; readonly slot: string; readonly record: Transcript }
  | { readonly topic: "features"; readonly key: string; readonly slot: string; readonly record: FeatureSnapshot }
  | { readonly topic: "strike-profiles"; readonly key: string; readonly slot: string; readonly record: StrikeProfile }
  | { readonly topic: "strike-grids"; readonly key: string; readonly slot: string; readonly record: StrikeGrid }
  | { readonly topic: "provider-units"; readonly key: string; readonly slot: string; readonly record: ProviderUnits }
  | { readonly topic: "thresholds"; readonly key: string; readonly slot: string; readonly record: Thresholds }
  | { readonly topic: "opinions"; readonly key: string; readonly slot: string; readonly record: ExpertOpinion }
  | { readonly topic: "verdicts"; readonly key: string; readonly slot: string; readonly record: Verdict }
  | { readonly topic: "market-states"; readonly key: string; readonly slot: string; readonly record: MarketState }
  | { readonly topic: "micro-regimes"; readonly key: string; readonly slot: string; readonly record: MicroRegime }
  | { readonly topic: "key-levels"; readonly key: string; readonly slot: string; readonly record: KeyLevels }
  | { readonly topic: "correlations"; readonly key: string; readonly slot: string; readonly record: CorrelationMatrix }
  | { readonly topic: "analogues"; readonly key: string; readonly slot: string; readonly record: Analogues }
  | { readonly topic: "signals"; readonly key: string; readonly slot: string; readonly record: Signal }
  | { readonly topic: "directives"; readonly key: string; readonly slot: string; readonly record: Directive }
  | { readonly topic: "recommendations"; readonly key: string; readonly slot: string; readonly record: Recommendation }
  | { readonly topic: "management"; readonly key: string; readonly slot: string; readonly record: ManagementDirective }
  | { readonly topic: "alerts"; readonly key: string; readonly slot: string; readonly record: Alert }
  | { readonly topic: "explanations"; readonly key: string; readonly slot: string; readonly record: Explanation }
  | { readonly topic: "conflicts"; readonly key: string; readonly slot: string; readonly record: ConflictRecord }
  | { readonly topic: "resolutions"; readonly key: string; readonly slot: string; readonly record: Resolution }
  | { readonly topic: "contexts"; readonly key: string; readonly slot: string; readonly record: KnownContext }
  | { readonly topic: "strategy-proposals"; readonly key: string; readonly slot: string; readonly record: StrategyProposal }
  | { readonly topic: "strategy-rejections"; readonly key: string; readonly slot: string; readonly record: StrategyProposal }
  | { readonly topic: "outcomes"; readonly key: string; readonly slot: string; readonly record: Outcome }
  | { readonly topic: "performance"; readonly key: string; readonly slot: string; readonly record: PerformanceSummary }
  | { readonly topic: "narratives"; readonly key: string; readonly slot: string; readonly record: NarrativeEvent }
  | { readonly topic: "dead-letters"; readonly key: string; readonly slot: string; readonly record: DeadLetter };

/** A text message of /live. */
export interface LiveFrame {
  /** 1, 2, ... in each connection; a gap means that the client missed a message. */
  readonly sequence: number;
  /** Whether this begins anew: what is not in it is not known. True of the first message after each subscription. */
  readonly state: boolean;
  /** Why the last message of the client was refused, else null; its subscription is as before. */
  readonly problem: string | null;
  /** What is new, at most one of each topic, key and slot; none in a heartbeat. */
  readonly updates: readonly Update[];
}

/** All that is known of a symbol now. */
export interface SymbolState {
  readonly symbol: string;
  readonly updates: readonly Update[];
}
