package io.huihui.models.directive;

import io.huihui.models.decision.Bias;
import io.huihui.models.decision.DayRange;
import io.huihui.models.decision.DeltaRange;
import io.huihui.models.decision.Directive;
import io.huihui.models.decision.EventRegime;
import io.huihui.models.decision.EventRegimeName;
import io.huihui.models.decision.NoTradeReason;
import io.huihui.models.decision.PriceLevel;
import io.huihui.models.decision.Recommendation;
import io.huihui.models.decision.Signal;
import io.huihui.models.decision.Snapshots;
import io.huihui.models.decision.Structure;
import io.huihui.models.decision.TradeThesis;
import io.huihui.models.decision.Verdict;
import io.huihui.models.feature.Feature;
import io.huihui.models.feature.FeatureSnapshot;
import io.huihui.models.feature.FeatureVector;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DirectiveModelTest {

    private static final DirectiveConfig CONFIG = DirectiveConfig.standard();
    private static final DirectiveModel MODEL = new DirectiveModel(CONFIG);

    @Test
    void tradesTheBullishCaseWithStopBelowAndTargetsAbove() {
        Directive directive = decide(0.52, 0.18, EventRegimeName.SIDEWAYS_MARKET);

        assertThat(directive.isTrade()).isTrue();
        assertThat(directive.thesis()).isEqualTo(TradeThesis.BULLISH);
        assertThat(directive.plan().structure()).isEqualTo(Structure.CALL_DEBIT_SPREAD);
        // .52 / (.52 + .18)
        assertThat(directive.conviction()).isCloseTo(3.714286, within(1e-6));
        assertThat(directive.plan().stop()).isEqualTo(PriceLevel.underlying(448.5));
        assertThat(directive.plan().targets())
                .containsExactly(PriceLevel.underlying(451), PriceLevel.underlying(452));
        assertThat(directive.plan().exitByMillis())
                .isEqualTo(directive.snapshot().secondEndMillis() + 30 * 60_000L);
    }

    @Test
    void mirroredOpinionsGiveTheMirroredTrade() {
        Directive bear = decide(0.18, 0.52, EventRegimeName.SIDEWAYS_MARKET);

        assertThat(bear.thesis()).isEqualTo(TradeThesis.BEARISH);
        assertThat(bear.plan().structure()).isEqualTo(Structure.PUT_DEBIT_SPREAD);
        assertThat(bear.plan().stop()).isEqualTo(PriceLevel.underlying(451.5));
        assertThat(bear.plan().targets().get(0)).isEqualTo(PriceLevel.underlying(449));
        assertThat(bear.conviction())
                .isEqualTo(decide(0.52, 0.18, EventRegimeName.SIDEWAYS_MARKET).conviction());
    }

    @Test
    void lowConvictionIsNeverLiftedToTheMinimum() {
        Directive directive = decide(0.40, 0.35, EventRegimeName.SIDEWAYS_MARKET);

        assertThat(directive.noTradeReason()).isEqualTo(NoTradeReason.CONVICTION_TOO_LOW);
        assertThat(directive.conviction()).isCloseTo(5 * 0.40 / 0.75, within(1e-12));
    }

    @Test
    void withoutARegimeItTakesAConvictionOfFour() {
        assertThat(decide(0.52, 0.18).noTradeReason()).isEqualTo(NoTradeReason.NO_RULE);
        assertThat(decide(0.60, 0.12).isTrade()).isTrue();
    }

    @Test
    void everyObstacleHasItsReason() {
        Verdict verdict = Verdicts.leaning(0, 0.6, 0.1);
        FeatureSnapshot noRange =
                Snapshots.at(
                        0,
                        new FeatureVector.Builder()
                                .set(Feature.MID, 450)
                                .set(Feature.MINUTES_TO_CLOSE, 300)
                                .build());
        FeatureSnapshot shut = Snapshots.at(0, new FeatureVector.Builder().build());

        assertThat(MODEL.decide(noRange, verdict, signals(), null, 0).noTradeReason())
                .isEqualTo(NoTradeReason.MISSING_INPUT);
        assertThat(MODEL.decide(shut, verdict, signals(), null, 0).noTradeReason())
                .isEqualTo(NoTradeReason.MARKET_CLOSED);
        assertThat(
                        MODEL.decide(Verdicts.market(0, 450), verdict, signals(), null, 1_600)
                                .noTradeReason())
                .isEqualTo(NoTradeReason.DAILY_LOSS_LIMIT);
        Recommendation open =
                RecommendationLife.open(decide(0.52, 0.18, EventRegimeName.SIDEWAYS_MARKET));
        assertThat(
                        MODEL.decide(Verdicts.market(0, 450), verdict, signals(), open, 0)
                                .noTradeReason())
                .isEqualTo(NoTradeReason.ALREADY_OPEN);
    }

    @Test
    void wideSpreadEatsTheExpectedValue() {
        FeatureSnapshot wide =
                Snapshots.at(
                        0,
                        new FeatureVector.Builder()
                                .set(Feature.MID, 450)
                                .set(Feature.AVERAGE_TRUE_RANGE_5M_BARS, 1)
                                .set(Feature.RELATIVE_SPREAD, 0.01)
                                .set(Feature.MINUTES_TO_CLOSE, 300)
                                .build());

        assertThat(
                        MODEL.decide(wide, Verdicts.leaning(0, 0.6, 0.1), signals(), null, 0)
                                .noTradeReason())
                .isEqualTo(NoTradeReason.EXPECTED_VALUE_TOO_LOW);
    }

    @Test
    void everyRuleOfTheTableCanMatchAndSellsPremiumOnlyWhenTheRankIsKnown() {
        for (StrategyRule rule : StrategyTable.rules()) {
            List<EventRegime> active =
                    rule.regimes().stream().map(n -> new EventRegime(n, 1, 0, 2)).toList();
            StrategyRule matched =
                    StrategyTable.firstMatch(
                            rule.thesis(),
                            active,
                            (rule.lowestIvRank() + rule.highestIvRank()) / 2,
                            rule.minimumConviction());
            assertThat(matched).isEqualTo(rule);
        }
        List<EventRegime> sideways =
                List.of(new EventRegime(EventRegimeName.SIDEWAYS_MARKET, 1, 0, 2));
        assertThat(StrategyTable.firstMatch(TradeThesis.VOL_CONTRACTION, sideways, null, 4.9))
                .isNull();
        assertThat(StrategyTable.firstMatch(TradeThesis.VOL_CONTRACTION, sideways, 0.7, 3.0))
                .isNotNull();
    }

    @Test
    void tableIsItsOwnMirrorImage() {
        for (TradeThesis thesis : List.of(TradeThesis.BULLISH, TradeThesis.BEARISH)) {
            long rules = StrategyTable.rules().stream().filter(r -> r.thesis() == thesis).count();
            assertThat(rules).isEqualTo(6);
        }
    }

    @Test
    void ruleThatLeansAgainstItsThesisIsRefused() {
        assertThatThrownBy(
                        () ->
                                new StrategyRule(
                                        TradeThesis.BEARISH,
                                        List.of(),
                                        Structure.LONG_CALL,
                                        new DayRange(1, 7),
                                        new DeltaRange(.4, .7),
                                        null,
                                        0,
                                        1,
                                        3))
                .hasMessageContaining("leans as the thesis does");
    }

    @Test
    void signalFiresOnceAndAgainOnlyAfterRestAndRearm() {
        SignalDetector detector = new SignalDetector();

        assertThat(vapi(detector, 0, 2.4)).hasSize(1);
        assertThat(vapi(detector, 1, 2.6)).isEmpty();
        // Rested but never back below: still the same surge.
        assertThat(vapi(detector, 301, 2.6)).isEmpty();
        assertThat(vapi(detector, 302, 1.0)).isEmpty();
        assertThat(vapi(detector, 303, -2.0))
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.direction()).isEqualTo(Bias.BEARISH);
                            assertThat(s.strength()).isEqualTo(-2.5);
                        });
    }

    private static List<Signal> vapi(SignalDetector detector, int second, double z) {
        FeatureVector features = new FeatureVector.Builder().set(Feature.VAPI_FA_5M, z).build();
        return detector.observe(Snapshots.at(second, features), Verdicts.leaning(second, 0.4, 0.3));
    }

    private static Directive decide(double up, double down, EventRegimeName... events) {
        return MODEL.decide(
                Verdicts.market(0, 450), Verdicts.leaning(0, up, down, events), signals(), null, 0);
    }

    private static SignalDetector signals() {
        return new SignalDetector();
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }
}
