package io.huihui.models.directive;

import io.huihui.models.decision.Assessment;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.Verdict;

import java.util.List;

/**
 * Adds up the evidence of the signals alive, times what each is worth and the multiplier of the
 * active event regimes. By how much it moves the probability, {@link Calibration} learns.
 */
public final class Assessor {

    private Assessor() {}

    /**
     * Returns the evidence per kind of thesis at a time: strength x what the signal is worth in the
     * present condition x multiplier.
     */
    public static Assessment assess(
            SignalDetector signals, SignalWeights weights, Verdict verdict, long nowMillis) {
        double multiplier = multiplier(verdict.eventRegimes());
        int condition = Calibration.condition(verdict.marketState());
        double[] sums = new double[TradeThesis.values().length];
        for (SignalName name : signals.alive(nowMillis)) {
            SignalMeaning meaning = signals.meaning(name);
            if (meaning != null) {
                sums[meaning.thesis().ordinal()] +=
                        Math.abs(signals.strength(name))
                                * weights.weight(name, condition)
                                * multiplier;
            }
        }
        return new Assessment(
                sums[TradeThesis.BULLISH.ordinal()],
                sums[TradeThesis.BEARISH.ordinal()],
                sums[TradeThesis.VOL_EXPANSION.ordinal()],
                sums[TradeThesis.VOL_CONTRACTION.ordinal()],
                sums[TradeThesis.MEAN_REVERSION.ordinal()]);
    }

    /** The predecessor's factor of the event regime of highest priority that has one; else 1. */
    static double multiplier(List<EventRegime> events) {
        for (EventRegime event : events) {
            double multiplier =
                    switch (event.name()) {
                        case SPX_0DTE_FRIDAY_EOD_VANNA_CASCADE_POTENTIAL_BULLISH -> 1.3;
                        case SPY_PRE_FOMC_VOL_COMPRESSION_WITH_DWFD_ACCUMULATION -> 1.2;
                        case HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL,
                                HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL ->
                                1.15;
                        case ADAPTIVE_STRUCTURE_BREAKDOWN_WITH_DWFD_CONFIRMATION_BEARISH_UNIVERSAL ->
                                1.25;
                        case VOL_EXPANSION_IMMINENT_VRI0DTE_BULLISH,
                                VOL_EXPANSION_IMMINENT_VRI0DTE_BEARISH,
                                NVP_STRONG_BUY_IMBALANCE_AT_KEY_STRIKE,
                                NVP_STRONG_SELL_IMBALANCE_AT_KEY_STRIKE,
                                EOD_HEDGING_PRESSURE_BUY,
                                EOD_HEDGING_PRESSURE_SELL ->
                                1.1;
                        case SIDEWAYS_MARKET -> 0.9;
                        case HIGH_VOLATILITY -> 1.2;
                        default -> 1;
                    };
            if (multiplier != 1) {
                return multiplier;
            }
        }
        return 1;
    }
}
