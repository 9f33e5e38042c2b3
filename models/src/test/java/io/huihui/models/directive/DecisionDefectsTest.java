package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.ConditionProbability;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.ExpertOpinion;
import io.huihui.models.decision.Horizon;
import io.huihui.models.decision.MarketState;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Thesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.expert.flow.RuleBasedFlowExpert;
import io.huihui.models.expert.regime.RegimeRuleParser;
import io.huihui.models.expert.regime.RuleBasedRegimeExpert;
import io.huihui.models.gate.EqualWeightGate;
import io.huihui.models.outcome.OutcomeScorer;
import io.huihui.models.outcome.Prediction;
import io.huihui.models.outcome.PricePoint;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The predecessor's defects in its decision half, one test each; {@code docs/defects.md} lists all
 * of them.
 */
class DecisionDefectsTest {

    /** 8: signs clashed between the parts. */
    @Test
    @Tag("defect-8")
    void mirroredInputsGiveMirroredOpinions() {
        Thesis bull = flow(2).thesis(Horizon.MINUTES_15);
        Thesis bear = flow(-2).thesis(Horizon.MINUTES_15);

        assertThat(bull.up()).isEqualTo(bear.down());
        assertThat(bull.flat()).isEqualTo(bear.flat());
    }

    /** 9: regime rules were keyed by names nobody read, so they never fired. */
    @Test
    @Tag("defect-9")
    void ruleThatNamesNothingKnownCannotBeLoaded() {
        assertThatThrownBy(
                        () ->
                                RegimeRuleParser.parse(
                                        "version: t/1\nregimes:\n  SKEW_SHIFT:\n    lasts: 1m\n"
                                                + "    when:\n      - vri_0dte gt 1"))
                .hasMessageContaining("line 6, column 9")
                .hasMessageContaining("vri_0dte");
    }

    /** 10: the list of strategies was empty, and conviction was on two scales. */
    @Test
    @Tag("defect-10")
    void strategiesExistAndTheirConvictionsAreOnOneScale() {
        assertThat(StrategyTable.shipped().rules()).isNotEmpty();
        assertThat(StrategyTable.shipped().rules())
                .allSatisfy(r -> assertThat(r.minimumConviction()).isBetween(2.5, 5.0));
    }

    /** 11: the trade was always bullish. */
    @Test
    @Tag("defect-11")
    void bearishVerdictGivesBearishTrade() {
        Directive directive = decide(0.1, 0.6);

        assertThat(directive.plan().structure().bias()).isEqualTo(Bias.BEARISH);
        assertThat(RecommendationLife.open(directive, null).legs()).hasSize(2);
    }

    /** 12: a stop in option premium was compared with the price of the underlying. */
    @Test
    @Tag("defect-12")
    void pricesOfDifferentSpacesCannotBeCompared() {
        assertThatThrownBy(() -> PriceLevel.underlying(450).reaches(PriceLevel.option(2.5), -1))
                .hasMessageContaining("same space");
    }

    /** 13: conviction was lifted to the minimum, so it always traded. */
    @Test
    @Tag("defect-13")
    void coinFlipIsNotTraded() {
        Directive directive = decide(0.33, 0.33);

        assertThat(directive.conviction()).isEqualTo(2.5);
        assertThat(directive.noTradeReason()).isEqualTo(NoTradeReason.CONVICTION_TOO_LOW);
    }

    /** 14: outcomes were never recorded. */
    @Test
    @Tag("defect-14")
    void predictionMeetsWhatThePriceDid() {
        PricePoint then = new PricePoint(450, 0.15, true);

        assertThat(
                        OutcomeScorer.score(
                                        Prediction.of(Verdicts.leaning(0, 0.5, 0.2)),
                                        Horizon.MINUTES_15,
                                        then,
                                        452,
                                        "STRESS")
                                .correct())
                .isTrue();
    }

    /** 16: transition probabilities did not sum to one. */
    @Test
    @Tag("defect-16")
    void posteriorOfEveryStateSumsToOne() {
        SplittableRandom random = new SplittableRandom(1);
        RuleBasedRegimeExpert expert = new RuleBasedRegimeExpert();
        for (int i = 0; i < 500; i++) {
            ExpertOpinion opinion = expert.observe(Snapshots.at(i, Snapshots.random(random)));
            if (opinion.regime() != null) {
                double sum =
                        opinion.regime().state().posterior().stream()
                                .mapToDouble(ConditionProbability::probability)
                                .sum();
                assertThat(sum).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
                if (opinion.regime().vriScore() != null) {
                    assertThat(opinion.regime().vriScore()).isBetween(-1.0, 1.0);
                }
            }
        }
    }

    /** 17: final confidence was the mean of confidences, whatever the views were. */
    @Test
    @Tag("defect-17")
    void confidenceIsTheProbabilityOfTheLikeliestDirection() {
        Verdict verdict =
                new EqualWeightGate()
                        .judge(
                                Snapshots.at(0, Snapshots.leaning(2).build()).id(),
                                List.of(flow(2)));

        Thesis central = verdict.thesis(Horizon.MINUTES_15);
        assertThat(verdict.confidence()).isEqualTo(central.probability(central.likeliest()));
    }

    /** 24: the first rule that matched hid all others. */
    @Test
    @Tag("defect-24")
    void severalRegimesAreActiveAtOnce() {
        MarketState state =
                new RuleBasedRegimeExpert()
                        .observe(Snapshots.at(0, Snapshots.leaning(2.5).build()))
                        .regime()
                        .state();

        assertThat(state.events().size()).isGreaterThan(1);
    }

    private static ExpertOpinion flow(double z) {
        return new RuleBasedFlowExpert().observe(Snapshots.at(0, Snapshots.leaning(z).build()));
    }

    private static Directive decide(double up, double down) {
        return Desks.decide(Desks.withChain(0, 450), Verdicts.leaning(0, up, down));
    }
}
