package io.huihui.models.expert.regime;

import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.StaleOpinion;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegimeLoanTest {

    private static FeatureSnapshot second(int second, double volatility) {
        FeatureVector features =
                Snapshots.leaning(0)
                        .set(Feature.REALIZED_VOL_1S, volatility)
                        .set(Feature.TRADE_COUNT_1S, 3)
                        .build();
        return Snapshots.at(second, features);
    }

    private static ExpertOpinion after(double volatility) {
        StateSpaceRegimeExpert expert = new StateSpaceRegimeExpert();
        ExpertOpinion opinion = null;
        for (int second = 0; second < 600; second++) {
            opinion = expert.observe(second(second, volatility));
        }
        return opinion;
    }

    @Test
    void aWilderMarketHasAHigherVolatility() {
        Double calm = RegimeLoan.VOLATILITY.of(after(0.05));
        Double wild = RegimeLoan.VOLATILITY.of(after(0.6));

        assertThat(calm).isPositive();
        assertThat(wild).isGreaterThan(2 * calm);
    }

    @Test
    void whatIsSaidAgainOrNotAtAllIsNotLent() {
        ExpertOpinion said = after(0.2);
        ExpertOpinion again = StaleOpinion.of(said, second(601, 0.2).id());
        ExpertOpinion abstained =
                new StateSpaceRegimeExpert().observe(Snapshots.at(0, Snapshots.leaning(0).build()));
        ExpertOpinion byRules = new RuleBasedRegimeExpert().observe(second(0, 0.2));

        assertThat(abstained.abstained()).isTrue();
        assertThat(byRules.abstained()).isFalse();
        assertThat(RegimeLoan.VOLATILITY.of(again)).isNull();
        assertThat(RegimeLoan.VOLATILITY.of(abstained)).isNull();
        assertThat(RegimeLoan.VOLATILITY.of(byRules)).isNull();
    }
}
