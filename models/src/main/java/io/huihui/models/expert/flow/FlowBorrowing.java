package io.huihui.models.expert.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.Expert;
import io.huihui.models.feature.Feature;
import io.huihui.models.registry.FeatureEnd;
import io.huihui.models.registry.ValueType;

import java.util.List;

/** What the flow expert knows what to do with when others give it. */
public final class FlowBorrowing {

    /** The regime expert's volatility of the moment: how far prices move from here. */
    public static final FeatureEnd REGIME_VOLATILITY =
            new FeatureEnd(
                    Expert.FLOW, "regime.volatility", ValueType.POSITIVE, Feature.Unit.VOL_ANNUAL);

    private FlowBorrowing() {}

    /** Returns all of it as the registry checks it. */
    public static List<FeatureEnd> ends() {
        return List.of(REGIME_VOLATILITY);
    }

    /** Returns the regime expert's volatility among what was borrowed, annual; NaN when missing. */
    static double regimeVolatility(List<BorrowedFeature> borrowed) {
        for (BorrowedFeature each : borrowed) {
            if (each.feature().equals(REGIME_VOLATILITY.name())) {
                return each.orNaN();
            }
        }
        return Double.NaN;
    }
}
