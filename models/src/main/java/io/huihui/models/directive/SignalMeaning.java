package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.SignalName;
import io.huihui.models.decision.TradeThesis;

/**
 * What a signal says will happen.
 *
 * @param thesis that it is evidence for
 * @param sign +1 for up or expansion, -1 for down or contraction, 0 for staying where it is
 */
record SignalMeaning(TradeThesis thesis, ThesisQuestion question, int sign) {

    /** Returns the meaning; null for a signal that only warns. */
    static SignalMeaning of(Signal signal) {
        return of(signal.name(), signal.strength(), signal.direction());
    }

    /** Returns the meaning of a signal of this name and signed strength; null as above. */
    static SignalMeaning of(SignalName name, double signed, Bias direction) {
        return switch (name) {
            case VOL_EXPANSION, VOL_TRIGGER -> volatility(TradeThesis.VOL_EXPANSION, 1);
            case VOL_CONTRACTION -> volatility(TradeThesis.VOL_CONTRACTION, -1);
            case CONVICTION ->
                    signed >= 0
                            ? price(TradeThesis.MEAN_REVERSION, 0)
                            : volatility(TradeThesis.VOL_EXPANSION, 1);
            case PIN -> price(TradeThesis.MEAN_REVERSION, 0);
            case VAPI_EXHAUSTION, ARFI_DIVERGENCE, STRUCTURE_BOUNCE, BUBBLE ->
                    price(TradeThesis.MEAN_REVERSION, direction.sign());
            case SKEW_SHIFT, CHARM_CASCADE, STRUCTURE_CHANGE -> null;
            case VAPI_SURGE, DWFD_SMART_MONEY, TW_LAF_TREND, VANNA_CASCADE, EOD_HEDGE ->
                    price(
                            signed >= 0 ? TradeThesis.BULLISH : TradeThesis.BEARISH,
                            signed >= 0 ? 1 : -1);
        };
    }

    private static SignalMeaning price(TradeThesis thesis, int sign) {
        return new SignalMeaning(thesis, ThesisQuestion.DIRECTION, sign);
    }

    private static SignalMeaning volatility(TradeThesis thesis, int sign) {
        return new SignalMeaning(thesis, ThesisQuestion.VOLATILITY, sign);
    }
}
