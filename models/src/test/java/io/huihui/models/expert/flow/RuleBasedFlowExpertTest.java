package io.huihui.models.expert.flow;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.FlowType;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.expert.RuleBasedExpertContractTest;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static io.huihui.models.feature.Feature.*;
import static org.assertj.core.api.Assertions.assertThat;

class RuleBasedFlowExpertTest extends RuleBasedExpertContractTest<RuleBasedFlowExpert> {

    @Override
    protected RuleBasedFlowExpert fresh() {
        return new RuleBasedFlowExpert();
    }

    @Test
    void firstAnswerWithOneZOfTwoIsTheStatedMap() {
        FeatureVector features = new FeatureVector.Builder().set(VAPI_FA_15M, 2).build();

        ExpertOpinion opinion = fresh().observe(Snapshots.at(0, features));

        // score = tanh(1) = .761594, up : flat : down = e^.380797 : 1 : e^-.380797
        Thesis thesis = opinion.thesis(Horizon.MINUTES_15);
        assertThat(thesis.up()).isCloseTo(0.465064, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(thesis.flat()).isCloseTo(0.317786, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(opinion.thesis(Horizon.MINUTES_5).up()).isEqualTo(1.0 / 3);
    }

    @Test
    void namesTheKindOfFlow() {
        assertThat(type(0.5, 2.1, 0, 1)).isEqualTo(FlowType.INSTITUTIONAL_ACCUMULATION);
        assertThat(type(0.5, -2.1, 0, 1)).isEqualTo(FlowType.INSTITUTIONAL_DISTRIBUTION);
        assertThat(type(2.5, 0, 1.6, -1)).isEqualTo(FlowType.GAMMA_SQUEEZE);
        assertThat(type(1.6, 0, 0, 1)).isEqualTo(FlowType.MOMENTUM_DRIVEN);
        assertThat(type(0, 0.1, 1.7, 1)).isEqualTo(FlowType.RETAIL_SPECULATION);
        assertThat(type(0, 0, 0, 1)).isEqualTo(FlowType.MIXED);
        assertThat(RuleBasedFlowExpert.type(new FeatureVector.Builder().build()))
                .isEqualTo(FlowType.MIXED);
    }

    private static FlowType type(double vapiFa, double dwfd, double twLaf, double gamma) {
        return RuleBasedFlowExpert.type(
                new FeatureVector.Builder()
                        .set(VAPI_FA_5M, vapiFa)
                        .set(DWFD_5M, dwfd)
                        .set(TW_LAF_5M, twLaf)
                        .set(GIB_INVENTORY, gamma)
                        .build());
    }
}
