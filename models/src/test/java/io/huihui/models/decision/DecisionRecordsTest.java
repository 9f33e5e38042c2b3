package io.huihui.models.decision;

import io.huihui.models.feature.SnapshotId;

import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DecisionRecordsTest {

    private static final SnapshotId SNAPSHOT = new SnapshotId("SPY", 1_700_000_000_000L);

    static Stream<Class<?>> records() {
        return Stream.of(
                Alert.class,
                Assessment.class,
                ConflictRecord.class,
                Directive.class,
                Explanation.class,
                ExpertOpinion.class,
                KeyLevels.class,
                ManagementDirective.class,
                MarketState.class,
                Outcome.class,
                PerformanceSummary.class,
                Recommendation.class,
                Resolution.class,
                Signal.class,
                UnresolvedPrediction.class,
                Verdict.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordTravelsWithoutKryo(Class<?> type) {
        SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
        withoutKryo.setGenericTypes(false);

        TypeSerializer<?> serializer = TypeInformation.of(type).createSerializer(withoutKryo);

        assertThat(serializer).isInstanceOf(PojoSerializer.class);
    }

    @Test
    void directiveWithMissingPartsSurvivesTheWire() throws IOException {
        Directive directive = noTrade();
        TypeSerializer<Directive> serializer =
                TypeInformation.of(Directive.class).createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);

        serializer.serialize(directive, out);
        Directive back = serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));

        assertThat(back).isEqualTo(directive);
    }

    @Test
    void stopInOptionPremiumCannotBeComparedWithTheUnderlying() {
        assertThatThrownBy(() -> PriceLevel.option(2.10).minus(PriceLevel.underlying(450)))
                .hasMessageContaining(
                        "need two prices of the same space, was OPTION and UNDERLYING");
    }

    @Test
    void rationaleHasToSumToTheLogOdds() {
        double probability = 0.7;
        double logOdds = Math.log(probability / (1 - probability));

        assertThat(judged(probability, List.of(new Contribution("all", logOdds))).conviction())
                .isEqualTo(3.5);
        assertThatThrownBy(
                        () -> judged(probability, List.of(new Contribution("all", logOdds + 0.01))))
                .hasMessageContaining("rationale that sums to the log-odds");
    }

    @Test
    void convictionIsFiveTimesTheProbability() {
        assertThatThrownBy(
                        () ->
                                new Directive(
                                        "x",
                                        SNAPSHOT,
                                        DirectiveAction.NO_TRADE,
                                        NoTradeReason.CONVICTION_TOO_LOW,
                                        "why",
                                        TradeThesis.BULLISH,
                                        null,
                                        450.0,
                                        3.0,
                                        0.5,
                                        List.of(),
                                        Assessment.none(),
                                        "UNKNOWN",
                                        List.of(),
                                        List.of(),
                                        "g/1",
                                        "c/1",
                                        SNAPSHOT.text(),
                                        null))
                .hasMessageContaining("conviction = 5 x probability");
    }

    @Test
    void posteriorHasToBeASimplexInTheOrderOfConditions() {
        List<ConditionProbability> oneOnly =
                List.of(new ConditionProbability(MarketCondition.STRESS, 1));
        assertThatThrownBy(() -> state(oneOnly, List.of()))
                .hasMessageContaining("one per condition");

        List<ConditionProbability> halved = new ArrayList<>();
        for (MarketCondition condition : MarketCondition.values()) {
            halved.add(new ConditionProbability(condition, 0.05));
        }
        assertThatThrownBy(() -> state(halved, List.of())).hasMessageContaining("sum to 1");
    }

    @Test
    void bannerShowsTheEventOfHighestPriorityAndElseTheCondition() {
        List<ConditionProbability> certain = new ArrayList<>();
        for (MarketCondition condition : MarketCondition.values()) {
            certain.add(
                    new ConditionProbability(
                            condition, condition == MarketCondition.STRESS ? 1 : 0));
        }
        EventRegime high = event(EventRegimeName.HIGH_VOLATILITY);
        EventRegime shift = event(EventRegimeName.SKEW_SHIFT);

        assertThat(state(certain, List.of()).banner()).isEqualTo("STRESS");
        assertThat(state(certain, List.of(high, shift)).banner()).isEqualTo("HIGH_VOLATILITY");
        assertThatThrownBy(() -> state(certain, List.of(shift, high)))
                .hasMessageContaining("order of their priority");
        assertThat(state(certain, List.of()).entropyNats()).isZero();
    }

    @Test
    void detailBelongsToItsExpert() {
        SentimentDetail sentiment =
                new SentimentDetail(0, Bias.NEUTRAL, null, null, 0, null, 50, null, true, null);
        assertThatThrownBy(
                        () ->
                                new ExpertOpinion(
                                        SNAPSHOT,
                                        Expert.FLOW,
                                        HorizonOrder.uniform(),
                                        VolatilityView.uniform(),
                                        0.4,
                                        List.of(),
                                        List.of(),
                                        "m/1",
                                        false,
                                        null,
                                        null,
                                        null,
                                        sentiment))
                .hasMessageContaining("detail of the expert's own kind");
    }

    private static EventRegime event(EventRegimeName name) {
        return new EventRegime(name, 1000, 0.5, 2000);
    }

    private static MarketState state(
            List<ConditionProbability> posterior, List<EventRegime> events) {
        return new MarketState(
                SNAPSHOT,
                MarketCondition.STRESS,
                posterior,
                Bias.NEUTRAL,
                0,
                List.of(),
                events,
                "rules/1");
    }

    private static Directive noTrade() {
        return new Directive(
                "x",
                SNAPSHOT,
                DirectiveAction.NO_TRADE,
                NoTradeReason.NO_OPINION,
                "why",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Assessment.none(),
                "UNKNOWN",
                List.of(EventRegimeName.SKEW_SHIFT),
                List.of(),
                "g/1",
                "c/1",
                SNAPSHOT.text(),
                null);
    }

    private static Directive judged(double probability, List<Contribution> rationale) {
        return new Directive(
                "x",
                SNAPSHOT,
                DirectiveAction.NO_TRADE,
                NoTradeReason.CONVICTION_TOO_LOW,
                "why",
                TradeThesis.BULLISH,
                null,
                450.0,
                Directive.CONVICTION_SCALE * probability,
                probability,
                rationale,
                Assessment.none(),
                "UNKNOWN",
                List.of(),
                List.of(),
                "g/1",
                "c/1",
                SNAPSHOT.text(),
                null);
    }
}
