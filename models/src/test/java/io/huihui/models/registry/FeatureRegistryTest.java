package io.huihui.models.registry;

import io.huihui.models.InvalidRecordException;
import io.huihui.models.decision.Expert;
import io.huihui.models.feature.Feature.Unit;

import org.junit.jupiter.api.Test;

import java.util.List;

import static io.huihui.models.decision.Expert.FLOW;
import static io.huihui.models.decision.Expert.REGIME;
import static io.huihui.models.decision.Expert.SENTIMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeatureRegistryTest {

    private static final List<FeatureEnd> GIVEN =
            List.of(
                    new FeatureEnd(
                            REGIME, "regime.volatility", ValueType.POSITIVE, Unit.VOL_ANNUAL),
                    new FeatureEnd(FLOW, "flow.toxicity", ValueType.POSITIVE, Unit.RATIO),
                    new FeatureEnd(SENTIMENT, "sentiment.score", ValueType.NUMBER, Unit.RATIO));
    private static final List<FeatureEnd> TAKEN =
            List.of(
                    new FeatureEnd(FLOW, "regime.volatility", ValueType.POSITIVE, Unit.VOL_ANNUAL),
                    new FeatureEnd(SENTIMENT, "flow.toxicity", ValueType.PROBABILITY, Unit.RATIO),
                    new FeatureEnd(REGIME, "sentiment.score", ValueType.NUMBER, Unit.Z));

    private static FeatureDeclaration declared(
            Expert producer, String name, ValueType type, Unit unit, Expert... consumers) {
        return new FeatureDeclaration(producer, name, type, unit, 10_000, List.of(consumers));
    }

    private static FeatureDeclaration volatility(Unit unit, Expert... consumers) {
        return declared(REGIME, "regime.volatility", ValueType.POSITIVE, unit, consumers);
    }

    private static FeatureDeclaration toxicity(ValueType type) {
        return declared(FLOW, "flow.toxicity", type, Unit.RATIO, SENTIMENT);
    }

    private static final FeatureDeclaration VOLATILITY = volatility(Unit.VOL_ANNUAL, FLOW);
    private static final FeatureDeclaration SCORE =
            declared(SENTIMENT, "sentiment.score", ValueType.NUMBER, Unit.Z, REGIME);

    private static FeatureRegistry of(FeatureDeclaration... declared) {
        return FeatureRegistry.of(List.of(declared), GIVEN, TAKEN);
    }

    @Test
    void whatFitsIsFoundByBothEnds() {
        FeatureRegistry registry = of(VOLATILITY);

        assertThat(registry.readBy(FLOW)).containsExactly(VOLATILITY);
        assertThat(registry.readOf(REGIME)).containsExactly(VOLATILITY);
        assertThat(registry.readBy(REGIME)).isEmpty();
        assertThat(registry.readOf(FLOW)).isEmpty();
    }

    @Test
    void whatNobodyReadsIsNotLent() {
        FeatureRegistry registry = of(volatility(Unit.VOL_ANNUAL));

        assertThat(registry.readOf(REGIME)).isEmpty();
    }

    @Test
    void aFeatureThatItsProducerDoesNotGiveIsUnknown() {
        assertThatThrownBy(() -> of(declared(REGIME, "regime.vol", ValueType.NUMBER, Unit.Z, FLOW)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "need a feature that the expert REGIME gives, one of [regime.volatility]")
                .hasMessageContaining("`regime.vol`");
    }

    @Test
    void aFeatureThatItsConsumerHasNoUseForIsUnknown() {
        assertThatThrownBy(() -> of(volatility(Unit.VOL_ANNUAL, SENTIMENT)))
                .hasMessageContaining(
                        "need a feature that the expert SENTIMENT takes, one of [flow.toxicity]");
    }

    @Test
    void anotherTypeOrUnitThanTheirsIsRefused() {
        assertThatThrownBy(() -> of(volatility(Unit.RATIO, FLOW)))
                .hasMessageContaining("need unit VOL_ANNUAL of `regime.volatility`")
                .hasMessageContaining("REGIME gives it")
                .hasMessageContaining("was unit RATIO");
        // Its producer and its consumer do not mean the same by it.
        assertThatThrownBy(() -> of(toxicity(ValueType.POSITIVE)))
                .hasMessageContaining("need type PROBABILITY of `flow.toxicity`")
                .hasMessageContaining("SENTIMENT takes it")
                .hasMessageContaining("was type POSITIVE");
    }

    @Test
    void whoeverWouldWaitForHimselfIsNamedWithTheWay() {
        assertThatThrownBy(() -> of(VOLATILITY, toxicity(ValueType.PROBABILITY), SCORE))
                .hasMessageContaining("in a circle")
                .hasMessageContaining("REGIME -> FLOW -> SENTIMENT -> REGIME");
        assertThatThrownBy(() -> of(volatility(Unit.VOL_ANNUAL, REGIME)))
                .hasMessageContaining("REGIME -> REGIME");
    }

    @Test
    void aFeatureIsDeclaredOnce() {
        assertThatThrownBy(() -> of(VOLATILITY, VOLATILITY))
                .hasMessageContaining("`regime.volatility` twice");
    }

    @Test
    void typesTakeWhatTheySay() {
        assertThat(ValueType.NUMBER.accepts(-1)).isTrue();
        assertThat(ValueType.NUMBER.accepts(Double.NaN)).isFalse();
        assertThat(ValueType.POSITIVE.accepts(0)).isFalse();
        assertThat(ValueType.POSITIVE.accepts(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(ValueType.PROBABILITY.accepts(1)).isTrue();
        assertThat(ValueType.PROBABILITY.accepts(1.1)).isFalse();
        assertThat(ValueType.COUNT.accepts(3)).isTrue();
        assertThat(ValueType.COUNT.accepts(2.5)).isFalse();
    }
}
