package io.huihui.models.directive;

import io.huihui.models.decision.Leg;
import io.huihui.models.decision.LegSide;
import io.huihui.models.decision.TradePlan;
import io.huihui.models.event.OptionKind;

import java.util.List;

/** The options of each structure, as ranges until a chain fills them in. */
final class Legs {

    private Legs() {}

    /** Returns the legs of a plan, lowest strike first. */
    static List<Leg> of(TradePlan plan) {
        return switch (plan.structure()) {
            case LONG_CALL -> List.of(bought(OptionKind.CALL, plan));
            case LONG_PUT -> List.of(bought(OptionKind.PUT, plan));
            case CALL_DEBIT_SPREAD ->
                    List.of(bought(OptionKind.CALL, plan), sold(OptionKind.CALL, plan));
            case PUT_DEBIT_SPREAD ->
                    List.of(sold(OptionKind.PUT, plan), bought(OptionKind.PUT, plan));
            case PUT_CREDIT_SPREAD ->
                    List.of(bought(OptionKind.PUT, plan), sold(OptionKind.PUT, plan));
            case CALL_CREDIT_SPREAD ->
                    List.of(sold(OptionKind.CALL, plan), bought(OptionKind.CALL, plan));
            case LONG_STRADDLE ->
                    List.of(bought(OptionKind.PUT, plan), bought(OptionKind.CALL, plan));
            case IRON_CONDOR, IRON_FLY ->
                    List.of(
                            bought(OptionKind.PUT, plan),
                            sold(OptionKind.PUT, plan),
                            sold(OptionKind.CALL, plan),
                            bought(OptionKind.CALL, plan));
        };
    }

    private static Leg bought(OptionKind kind, TradePlan plan) {
        return new Leg(
                LegSide.LONG, kind, 1, plan.daysToExpiry(), plan.longDelta(), null, null, null);
    }

    private static Leg sold(OptionKind kind, TradePlan plan) {
        return new Leg(
                LegSide.SHORT, kind, 1, plan.daysToExpiry(), plan.shortDelta(), null, null, null);
    }
}
