package io.huihui.models.strategy;

import io.huihui.models.decision.Structure;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrategyTemplateTest {

    private static final EntryGate LOW_LEAN = new EntryGate(EntryInput.LEAN, GateSide.AT_MOST, 50);
    private static final EntryGate HIGH_VOL =
            new EntryGate(EntryInput.IMPLIED_VOL, GateSide.AT_LEAST, 75);
    private static final ExitRule EXIT = new ExitRule(50, 25, 60);
    private static final String TEXT =
            "IRON_CONDOR 7d long 10 short 20 when LEAN <= p50 and IMPLIED_VOL >= p75"
                    + " exit stop 50% target 25% after 60m";

    private static StrategyTemplate condor(List<EntryGate> gates) {
        return new StrategyTemplate(Structure.IRON_CONDOR, 7, 10, 20, gates, EXIT);
    }

    @Test
    void theOrderOfGatesIsNoDifference() {
        StrategyTemplate one = condor(List.of(HIGH_VOL, LOW_LEAN));
        StrategyTemplate other = condor(List.of(LOW_LEAN, HIGH_VOL));

        assertThat(one).isEqualTo(other);
        assertThat(one.text()).isEqualTo(TEXT);
        // printf ... | sha256sum
        assertThat(one.hash())
                .isEqualTo("d252f561cf3c1c943b64fdfd718733926384c03363c765f094d0c6b736983765");
    }

    @Property
    void everyTemplateOfTheGrammarIsReadBack(@ForAll long seed) {
        StrategyTemplate template = TemplateGrammar.draw(new SplittableRandom(seed));

        assertThat(TemplateText.parse(template.text())).isEqualTo(template);
    }

    @Test
    void aTemplateWithoutGatesIsReadBack() {
        StrategyTemplate template = condor(List.of());

        assertThat(TemplateText.parse(template.text())).isEqualTo(template);
    }

    @Test
    void distanceCountsTheParts() {
        StrategyTemplate one = condor(List.of(LOW_LEAN, HIGH_VOL));

        assertThat(one.distance(one)).isZero();
        assertThat(one.distance(condor(List.of(LOW_LEAN)))).isEqualTo(1);
        assertThat(one.distance(condor(List.of()))).isEqualTo(2);
        assertThat(
                        one.distance(
                                new StrategyTemplate(
                                        Structure.IRON_FLY,
                                        3,
                                        20,
                                        50,
                                        List.of(LOW_LEAN, HIGH_VOL),
                                        new ExitRule(75, 100, 60))))
                .isEqualTo(6);
    }

    @Test
    void whatCouldNotBeTradedIsRefused() {
        assertThatThrownBy(() -> condor(List.of(LOW_LEAN, LOW_LEAN)))
                .hasMessage("need one gate per input, was two of LEAN");
        assertThatThrownBy(
                        () ->
                                new StrategyTemplate(
                                        Structure.IRON_CONDOR, 7, 20, 10, List.of(), EXIT))
                .hasMessageContaining("need what is bought nearer in a debit spread");
        assertThatThrownBy(
                        () -> new StrategyTemplate(Structure.LONG_CALL, 7, 50, 20, List.of(), EXIT))
                .hasMessageContaining("need a short delta exactly when something is sold");
        assertThatThrownBy(() -> new EntryGate(EntryInput.LEAN, GateSide.AT_MOST, 33))
                .hasMessageContaining("need a percentile");
        assertThatThrownBy(() -> TemplateText.parse("SHORT_CALL 7d"))
                .hasMessageContaining("was `SHORT_CALL 7d`");
        assertThatThrownBy(() -> TemplateText.parse(TEXT.replace("IRON_CONDOR", "NAKED_CALL")))
                .hasMessageContaining("was `NAKED_CALL`");
        assertThatThrownBy(() -> TemplateText.parse(TEXT.replace("LEAN <=", "MOON <=")))
                .hasMessageContaining("was `MOON`");
    }
}
