package io.huihui.cli.chaos;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class FaultPlanTest {

    private static final Set<Fault> ALL = EnumSet.allOf(Fault.class);

    @Test
    void shouldBeTheSameForTheSameSeedAndOtherwiseAnother() {
        assertThat(FaultPlan.of(1, 40, ALL)).isEqualTo(FaultPlan.of(1, 40, ALL));
        assertThat(FaultPlan.of(1, 40, ALL)).isNotEqualTo(FaultPlan.of(2, 40, ALL));
    }

    @Test
    void shouldStrikeWithEveryKindBeforeOneComesAgain() {
        List<FaultPlan.Round> rounds = FaultPlan.of(3, ALL.size(), ALL).rounds();

        assertThat(rounds)
                .extracting(FaultPlan.Round::fault)
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void shouldStrikeWithNoOtherKindsThanAskedFor() {
        Set<Fault> two = EnumSet.of(Fault.KILL_BROKER, Fault.SLOW_BROKER);

        assertThat(FaultPlan.of(1, 9, two).rounds())
                .extracting(FaultPlan.Round::fault)
                .hasSize(9)
                .allMatch(two::contains);
    }

    @Test
    void shouldLastForATimeOnlyWhereNothingElseEndsTheFault() {
        assertThat(FaultPlan.of(1, 40, ALL).rounds())
                .allSatisfy(
                        round ->
                                assertThat(round.lastsMillis() > 0)
                                        .as(round.fault().name())
                                        .isEqualTo(
                                                round.fault().name().startsWith("FREEZE_")
                                                        || round.fault()
                                                                .name()
                                                                .startsWith("SLOW_")));
    }
}
