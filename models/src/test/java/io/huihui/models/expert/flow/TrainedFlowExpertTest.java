package io.huihui.models.expert.flow;

import io.huihui.models.decision.BorrowedFeature;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.FlowDetail;
import io.huihui.models.decision.FlowType;
import io.huihui.models.decision.ImpactForecast;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.expert.ExpertContractTest;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureVector;
import io.huihui.models.feature.Quality;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrainedFlowExpertTest extends ExpertContractTest<TrainedFlowExpert> {

    @Override
    protected TrainedFlowExpert fresh() {
        return new TrainedFlowExpert();
    }

    @Test
    void abstainsWithoutAMid() {
        ExpertOpinion opinion =
                fresh().observe(
                                Snapshots.at(
                                        0,
                                        new FeatureVector.Builder()
                                                .set(Feature.TRADE_COUNT_1S, 3)
                                                .build()));

        assertThat(opinion.abstained()).isTrue();
        assertThat(opinion.abstainReason()).contains("need a mid");
    }

    /** A hidden buyer who is nearly sure makes an institution that accumulates. */
    @Test
    void aHiddenBuyerIsAnInstitution() {
        FeatureVector features =
                Snapshots.leaning(0)
                        .set(Feature.HIDDEN_BUYER_PROBABILITY, 0.95)
                        .set(Feature.HIDDEN_SELLER_PROBABILITY, 0.01)
                        .build();

        FlowDetail detail = fresh().observe(Snapshots.at(0, features)).flow();

        assertThat(detail.institutionalProbability()).isGreaterThan(0.95);
        assertThat(detail.type()).isEqualTo(FlowType.INSTITUTIONAL_ACCUMULATION);
    }

    @Test
    void aMirroredMarketSwapsUpAndDown() {
        ExpertOpinion bull = fresh().observe(Snapshots.at(0, Snapshots.leaning(1).build()));
        ExpertOpinion bear = fresh().observe(Snapshots.at(0, Snapshots.leaning(-1).build()));

        for (int i = 0; i < bull.theses().size(); i++) {
            assertThat(bull.theses().get(i).up())
                    .isCloseTo(bear.theses().get(i).down(), within(1e-12));
        }
    }

    @Test
    void saysWhatTheFlowDoesToThePrice() {
        List<ImpactForecast> bull =
                fresh().observe(Snapshots.at(0, Snapshots.leaning(1).build()))
                        .flow()
                        .impact()
                        .forecasts();
        List<ImpactForecast> bear =
                fresh().observe(Snapshots.at(0, Snapshots.leaning(-1).build()))
                        .flow()
                        .impact()
                        .forecasts();

        assertThat(bull).extracting(ImpactForecast::minutes).containsExactly(1, 5, 15);
        for (int i = 0; i < bull.size(); i++) {
            assertThat(bull.get(i).meanLogReturn()).isNotZero();
            assertThat(bear.get(i).meanLogReturn())
                    .isCloseTo(-bull.get(i).meanLogReturn(), within(1e-15));
            assertThat(bull.get(i).deviation()).isPositive();
        }
    }

    private static ExpertOpinion borrowing(BorrowedFeature lent) {
        TrainedFlowExpert expert = new TrainedFlowExpert();
        expert.borrow(List.of(lent));
        return expert.observe(Snapshots.at(0, Snapshots.leaning(1).build()));
    }

    private static BorrowedFeature volatility(double annual) {
        return new BorrowedFeature("regime.volatility", annual, Quality.OK, 1_000L);
    }

    /** Its own volatility is .15: a regime of .30 makes it less sure, and moves nothing else. */
    @Test
    void aWilderRegimeWidensTheForecasts() {
        FlowDetail calm = borrowing(volatility(0.10)).flow();
        FlowDetail wild = borrowing(volatility(0.30)).flow();

        for (int i = 0; i < calm.impact().forecasts().size(); i++) {
            ImpactForecast narrow = calm.impact().forecasts().get(i);
            ImpactForecast wide = wild.impact().forecasts().get(i);
            assertThat(wide.deviation()).isGreaterThan(narrow.deviation());
            assertThat(wide.meanLogReturn()).isEqualTo(narrow.meanLogReturn());
        }
        assertThat(wild.borrowed()).containsExactly(volatility(0.30));
        assertThat(borrowing(volatility(0.10)).theses())
                .isEqualTo(borrowing(volatility(0.30)).theses());
    }

    @Test
    void goesOnWithoutWhatIsMissingAndSaysSo() {
        BorrowedFeature missing =
                new BorrowedFeature("regime.volatility", null, Quality.ABSENT, null);

        ExpertOpinion opinion = borrowing(missing);
        ExpertOpinion alone = fresh().observe(Snapshots.at(0, Snapshots.leaning(1).build()));

        assertThat(opinion.abstained()).isFalse();
        assertThat(opinion.flow().borrowed()).containsExactly(missing);
        assertThat(opinion.flow().impact()).isEqualTo(alone.flow().impact());
        assertThat(alone.flow().borrowed()).isEmpty();
    }

    @Test
    void whatWasLentCountsForOneSnapshot() {
        TrainedFlowExpert expert = fresh();
        expert.borrow(List.of(volatility(0.30)));
        expert.observe(Snapshots.at(0, Snapshots.leaning(1).build()));

        ExpertOpinion next = expert.observe(Snapshots.at(1, Snapshots.leaning(1).build()));

        assertThat(next.flow().borrowed()).isEmpty();
    }
}
