package io.huihui.console.market;

import io.huihui.models.decision.MarketState;
import io.huihui.models.feature.FeatureSnapshot;

/** Hears of records as what they are, older ones included, in the thread that writes. */
public interface MarketListener {

    /** Hears nothing. */
    MarketListener NONE =
            new MarketListener() {
                @Override
                public void features(FeatureSnapshot snapshot) {
                    // Nobody asked.
                }

                @Override
                public void state(MarketState state) {
                    // Nobody asked.
                }
            };

    void features(FeatureSnapshot snapshot);

    void state(MarketState state);
}
