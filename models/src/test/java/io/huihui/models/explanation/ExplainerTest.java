package io.huihui.models.explanation;

import io.huihui.models.decision.Contribution;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Explanation;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.directive.Desks;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.gate.EqualWeightGate;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ExplainerTest {

    @Test
    void verdictOfEqualWeightsSplitsExactlyOverItsExperts() {
        FeatureSnapshot snapshot = Snapshots.at(0, Snapshots.leaning(1.5).build());
        List<ExpertOpinion> opinions =
                List.of(
                        new RuleBasedRegimeExpert().observe(snapshot),
                        new RuleBasedFlowExpert().observe(snapshot));
        Verdict verdict = new EqualWeightGate().judge(snapshot.id(), opinions);

        Explanation explanation = Explainer.explain(verdict);
        Thesis thesis = verdict.thesis(Horizon.MINUTES_15);
        assertThat(explanation.score())
                .isCloseTo(Math.log(thesis.up() / thesis.down()), within(1e-12));
        double ofExperts =
                explanation.contributions().stream()
                        .filter(part -> !part.input().equals(verdict.gateVersion()))
                        .mapToDouble(Contribution::value)
                        .sum();
        assertThat(ofExperts).isCloseTo(explanation.score(), within(1e-12));
        assertThat(explanation.text()).contains("FLOW +").contains("up 0.");
        assertThat(explanation.subjectId()).endsWith("/verdict/" + verdict.gateVersion());
    }

    @Test
    void directiveIsExplainedByTheLogOddsOfItsThesisAndItsReason() {
        Directive directive = Desks.decided(0.40, 0.35);

        Explanation explanation = Explainer.explain(directive);
        assertThat(Math.exp(explanation.score())).isCloseTo(0.40 / 0.35, within(1e-9));
        assertThat(explanation.subjectId()).isEqualTo(directive.id());
        assertThat(explanation.text()).contains("NO_TRADE").contains("is below 3.000");
    }
}
