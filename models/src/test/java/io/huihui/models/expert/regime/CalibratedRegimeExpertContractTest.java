package io.huihui.models.expert.regime;

import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.ExpertContractTest;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

class CalibratedRegimeExpertContractTest extends ExpertContractTest<CalibratedRegimeExpert> {

    @Override
    protected CalibratedRegimeExpert fresh() {
        return new CalibratedRegimeExpert();
    }

    @Override
    protected FeatureVector enough() {
        return Snapshots.leaning(1.3)
                .set(Feature.REALIZED_VOL_1S, 0.15)
                .set(Feature.TRADE_COUNT_1S, 3)
                .set(Feature.SIGNED_TRADE_COUNT_1S, 1)
                .set(Feature.REPEATED_SIDE_COUNT_1S, 1.5)
                .set(Feature.OPTION_TRADE_COUNT_1S, 1)
                .build();
    }
}
