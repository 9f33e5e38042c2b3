package io.huihui.models.expert.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.MarketCondition;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.ExpertContractTest;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StateSpaceRegimeExpertContractTest extends ExpertContractTest<StateSpaceRegimeExpert> {

    @Override
    protected StateSpaceRegimeExpert fresh() {
        return new StateSpaceRegimeExpert();
    }

    @Override
    protected FeatureVector enough() {
        return second(0.15, 3);
    }

    private static FeatureVector second(double volatility, double trades) {
        return Snapshots.leaning(1.3)
                .set(Feature.REALIZED_VOL_1S, volatility)
                .set(Feature.TRADE_COUNT_1S, trades)
                .set(Feature.SIGNED_TRADE_COUNT_1S, 1)
                .set(Feature.REPEATED_SIDE_COUNT_1S, trades / 2)
                .set(Feature.OPTION_TRADE_COUNT_1S, 1)
                .build();
    }

    /**
     * Five minutes of wild, busy seconds: the market is in stress, and says how long it may last.
     */
    @Test
    void namesStressAndItsRiskOfEnding() {
        StateSpaceRegimeExpert expert = fresh();
        ExpertOpinion last = null;
        for (int second = 1; second <= 300; second++) {
            last = expert.observe(Snapshots.at(second, second(0.7, 9)));
        }

        assertThat(last.regime().state().condition()).isEqualTo(MarketCondition.STRESS);
        assertThat(last.regime().state().transitions()).hasSize(3);
        assertThat(last.regime().state().transitions().get(0).probability())
                .isLessThan(last.regime().state().transitions().get(2).probability());
    }

    /** A count without its side used to make every later probability NaN. */
    @Test
    void aCountOfTradesWithoutTheirSideIsLeftOut() {
        StateSpaceRegimeExpert expert = fresh();
        expert.observe(
                Snapshots.at(
                        1,
                        Snapshots.leaning(1.3)
                                .set(Feature.REALIZED_VOL_1S, 0.15)
                                .set(Feature.TRADE_COUNT_1S, 3)
                                .build()));

        assertThat(expert.observe(Snapshots.at(2, enough())).abstained()).isFalse();
    }

    /** The baseline's rules go on above the forecaster's condition. */
    @Test
    void keepsTheRulesVersion() {
        ExpertOpinion opinion = fresh().observe(Snapshots.at(1, enough()));

        assertThat(opinion.regime().state().rulesVersion())
                .isEqualTo(RegimeRules.shipped().version());
    }
}
