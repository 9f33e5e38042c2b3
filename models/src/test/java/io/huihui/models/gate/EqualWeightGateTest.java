package io.huihui.models.gate;

import io.huihui.models.decision.ConfidenceAgreement;
import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Expert;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Opinions;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.directive.Verdicts;
import io.huihui.models.feature.SnapshotId;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EqualWeightGateTest {

    private static final SnapshotId SNAPSHOT = Verdicts.market(0, 450).id();

    @Test
    void abstainersHaveNoWeightAndNoVoice() {
        Verdict verdict =
                judge(
                        opinion(Expert.REGIME, 0.6, 0.2),
                        ExpertOpinion.abstain(SNAPSHOT, Expert.FLOW, "t/1", List.of(), "why"));

        assertThat(verdict.thesis(Horizon.MINUTES_15).up()).isEqualTo(0.6);
        assertThat(verdict.answered()).containsExactly(Expert.REGIME);
        assertThat(verdict.missing()).containsExactly(Expert.SENTIMENT);
        assertThat(verdict.weights().get(Expert.FLOW.ordinal()).weight()).isZero();
    }

    @Test
    void nobodyGivesOneThirdEach() {
        Verdict verdict = judge();

        assertThat(verdict.thesis(Horizon.MINUTES_5)).isEqualTo(Thesis.uniform(Horizon.MINUTES_5));
        assertThat(verdict.predecessor()).isNull();
    }

    @Test
    void agreementIsAboutViewsAndNotAboutConfidences() {
        // Equal confidences, opposite views: the predecessor called this high agreement.
        Verdict opposite =
                judge(opinion(Expert.REGIME, 0.9, 0.05), opinion(Expert.FLOW, 0.05, 0.9));
        Verdict same = judge(opinion(Expert.REGIME, 0.9, 0.05), opinion(Expert.FLOW, 0.9, 0.05));

        assertThat(opposite.predecessor().agreement()).isEqualTo(ConfidenceAgreement.HIGH);
        assertThat(opposite.agreement()).isLessThan(same.agreement());
        assertThat(opposite.conflicted()).isTrue();
        assertThat(same.agreement()).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(same.conflicted()).isFalse();
    }

    @Test
    void certainAndContraryViewsOfThreeHaveNoAgreement() {
        double agreement =
                Agreement.of(
                        WeightedPool.equal(
                                List.of(
                                        opinion(Expert.REGIME, 1, 0),
                                        opinion(Expert.FLOW, 0, 1),
                                        opinion(Expert.SENTIMENT, 0, 0))),
                        Horizon.MINUTES_15);

        assertThat(agreement).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void contributionsSumToTheLogRatio() {
        Verdict verdict = judge(opinion(Expert.REGIME, 0.5, 0.2), opinion(Expert.FLOW, 0.3, 0.35));

        double sum = verdict.contributions().stream().mapToDouble(Contribution::value).sum();
        assertThat(sum)
                .isCloseTo(Math.log(0.4 / 0.275), org.assertj.core.data.Offset.offset(1e-12));
    }

    private static Verdict judge(ExpertOpinion... opinions) {
        return new EqualWeightGate().judge(SNAPSHOT, List.of(opinions));
    }

    private static ExpertOpinion opinion(Expert expert, double up, double down) {
        return Opinions.saying(SNAPSHOT, expert, up, down);
    }
}
