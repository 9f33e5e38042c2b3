package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.DayRange;
import io.huihui.models.decision.DeltaRange;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.Structure;
import io.huihui.models.decision.TradeThesis;

import java.util.List;

import static io.huihui.models.decision.EventRegimeName.*;

/** The strategy rules that ship with this release, each with its mirror image. */
public final class StrategyTable {

    /** Directions have mirror images; each pair below is a rule and its mirror. */
    private static final List<StrategyRule> RULES =
            List.of(
                    directional(
                            Structure.LONG_CALL,
                            4.0,
                            0,
                            0.7,
                            days(1, 7),
                            d(.40, .70),
                            null,
                            HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL,
                            SPX_0DTE_FRIDAY_EOD_VANNA_CASCADE_POTENTIAL_BULLISH),
                    directional(
                            Structure.LONG_PUT,
                            4.0,
                            0,
                            0.7,
                            days(1, 7),
                            d(.40, .70),
                            null,
                            HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL,
                            ADAPTIVE_STRUCTURE_BREAKDOWN_WITH_DWFD_CONFIRMATION_BEARISH_UNIVERSAL),
                    directional(
                            Structure.CALL_DEBIT_SPREAD,
                            3.5,
                            0,
                            1,
                            days(7, 21),
                            d(.60, .80),
                            d(.30, .50),
                            HIGH_VAPI_FA_BULLISH_MOMENTUM_UNIVERSAL,
                            STRONG_TRENDING_FLOW_BULL),
                    directional(
                            Structure.PUT_DEBIT_SPREAD,
                            3.5,
                            0,
                            1,
                            days(7, 21),
                            d(.60, .80),
                            d(.30, .50),
                            HIGH_VAPI_FA_BEARISH_MOMENTUM_UNIVERSAL,
                            STRONG_TRENDING_FLOW_BEAR,
                            ADAPTIVE_STRUCTURE_BREAKDOWN_WITH_DWFD_CONFIRMATION_BEARISH_UNIVERSAL),
                    directional(
                            Structure.CALL_DEBIT_SPREAD,
                            3.0,
                            0,
                            0.6,
                            days(7, 21),
                            d(.60, .75),
                            d(.25, .40),
                            SIDEWAYS_MARKET),
                    directional(
                            Structure.PUT_DEBIT_SPREAD,
                            3.0,
                            0,
                            0.6,
                            days(7, 21),
                            d(.60, .75),
                            d(.25, .40),
                            SIDEWAYS_MARKET),
                    directional(
                            Structure.CALL_DEBIT_SPREAD,
                            3.0,
                            0,
                            0.8,
                            days(3, 14),
                            d(.50, .70),
                            d(.20, .40),
                            NVP_STRONG_BUY_IMBALANCE_AT_KEY_STRIKE),
                    directional(
                            Structure.PUT_DEBIT_SPREAD,
                            3.0,
                            0,
                            0.8,
                            days(3, 14),
                            d(.50, .70),
                            d(.20, .40),
                            NVP_STRONG_SELL_IMBALANCE_AT_KEY_STRIKE),
                    // The thesis ends at the close, so must the option: 0-1 days, not 1-3.
                    directional(
                            Structure.LONG_CALL,
                            3.0,
                            0,
                            0.7,
                            days(0, 1),
                            d(.40, .60),
                            null,
                            EOD_HEDGING_PRESSURE_BUY),
                    directional(
                            Structure.LONG_PUT,
                            3.0,
                            0,
                            0.7,
                            days(0, 1),
                            d(.40, .60),
                            null,
                            EOD_HEDGING_PRESSURE_SELL),
                    new StrategyRule(
                            TradeThesis.VOL_EXPANSION,
                            List.of(
                                    VOL_EXPANSION_IMMINENT_VRI0DTE_BULLISH,
                                    VOL_EXPANSION_IMMINENT_VRI0DTE_BEARISH),
                            Structure.LONG_STRADDLE,
                            days(1, 7),
                            d(.45, .55),
                            null,
                            0,
                            0.6,
                            3.5),
                    new StrategyRule(
                            TradeThesis.VOL_CONTRACTION,
                            List.of(SIDEWAYS_MARKET),
                            Structure.IRON_CONDOR,
                            days(7, 21),
                            d(.05, .10),
                            d(.15, .25),
                            0.6,
                            1,
                            3.0),
                    new StrategyRule(
                            TradeThesis.VOL_CONTRACTION,
                            List.of(HIGH_VOLATILITY),
                            Structure.IRON_FLY,
                            days(7, 21),
                            d(.15, .25),
                            d(.45, .55),
                            0.8,
                            1,
                            3.5),
                    // Without a regime that names a trade it takes a conviction of 4.
                    directional(
                            Structure.CALL_DEBIT_SPREAD,
                            4.0,
                            0,
                            0.5,
                            days(7, 21),
                            d(.60, .80),
                            d(.30, .50)),
                    directional(
                            Structure.PUT_DEBIT_SPREAD,
                            4.0,
                            0,
                            0.5,
                            days(7, 21),
                            d(.60, .80),
                            d(.30, .50)));

    private StrategyTable() {}

    /** Returns the rules in the order in which they are tried. */
    public static List<StrategyRule> rules() {
        return RULES;
    }

    /** Returns the first rule that fits and is satisfied by the conviction; null when none is. */
    public static StrategyRule firstMatch(
            TradeThesis thesis, List<EventRegime> active, Double ivRank, double conviction) {
        for (StrategyRule rule : RULES) {
            if (rule.fits(thesis, active, ivRank) && conviction >= rule.minimumConviction()) {
                return rule;
            }
        }
        return null;
    }

    private static StrategyRule directional(
            Structure structure,
            double minimumConviction,
            double lowestIvRank,
            double highestIvRank,
            DayRange days,
            DeltaRange longDelta,
            DeltaRange shortDelta,
            EventRegimeName... regimes) {
        TradeThesis thesis =
                structure.bias() == Bias.BULLISH ? TradeThesis.BULLISH : TradeThesis.BEARISH;
        return new StrategyRule(
                thesis,
                List.of(regimes),
                structure,
                days,
                longDelta,
                shortDelta,
                lowestIvRank,
                highestIvRank,
                minimumConviction);
    }

    private static DayRange days(int least, int most) {
        return new DayRange(least, most);
    }

    private static DeltaRange d(double low, double high) {
        return new DeltaRange(low, high);
    }
}
