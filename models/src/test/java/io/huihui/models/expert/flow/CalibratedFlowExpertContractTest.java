package io.huihui.models.expert.flow;

import io.huihui.models.expert.ExpertContractTest;

class CalibratedFlowExpertContractTest extends ExpertContractTest<CalibratedFlowExpert> {

    @Override
    protected CalibratedFlowExpert fresh() {
        return new CalibratedFlowExpert();
    }
}
