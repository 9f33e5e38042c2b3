package io.huihui.models.expert.flow;

import io.huihui.models.expert.ExpertContractTest;

class CalibratedFlowExpertTest extends ExpertContractTest<CalibratedFlowExpert> {

    @Override
    protected CalibratedFlowExpert fresh() {
        return new CalibratedFlowExpert();
    }
}
